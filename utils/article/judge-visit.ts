/** What a page that was opened to be saved turned out to be, when it is not the article that was asked for. */
import { addressShape, normaliseAddress } from './address';
import type { Capture } from './types';

/** What is seen of a page before it is captured. */
export interface VisitedPage {
  /** In the address bar, after all redirects. */
  url: string;
  /** Of the answer; 0 where the browser does not tell. */
  status: number;
  contentType: string;
  hasPasswordField: boolean;
}

export interface Refusal {
  reason: 'siteError' | 'redirectHome' | 'loginPage' | 'wall' | 'noArticle' | 'notAPage';
  detail: string | null;
}

const LOGIN =
  /(?:^|[/._-])(?:log-?in|sign-?in|dang-?nhap|sso|oauth2?|authorize|authenticate|wp-login|session\/new)(?:[/._-]|$)/i;

/** Letters of an article, its headline included. */
const SHORTEST = 200;
const SHORTEST_UNDATED = 400;

/** @returns null when there is nothing against capturing it */
export function refuseVisit(askedUrl: string, page: VisitedPage): Refusal | null {
  const { url, status, contentType } = page;
  if (status === 401 || status === 407) return { reason: 'loginPage', detail: null };
  if (status >= 400) return { reason: 'siteError', detail: String(status) };
  if (!/html/i.test(contentType)) return { reason: 'notAPage', detail: contentType };
  if (normaliseAddress(url) === normaliseAddress(askedUrl)) return null;
  if (isLogin(url) && !isLogin(askedUrl)) return { reason: 'loginPage', detail: url };
  const asked = addressShape(askedUrl);
  const shape = addressShape(url);
  const isHome = shape === 'home' && asked !== 'home';
  return isHome || (shape === 'listing' && asked === 'article')
    ? { reason: 'redirectHome', detail: url }
    : null;
}

/** The same of what was captured. */
export function refuseCapture(
  page: VisitedPage,
  capture: Pick<Capture, 'incomplete' | 'detection' | 'counts' | 'metadata'>,
): Refusal | null {
  if (capture.incomplete?.includes('wall')) return { reason: 'wall', detail: null };
  if (capture.detection.isArticle && !isNotice(capture)) return null;
  return { reason: page.hasPasswordField ? 'loginPage' : 'noArticle', detail: null };
}

/**
 * "This article is no longer here", under the article's own address and without an error: a few words. The date of a page
 * is no proof when there are so few, since its other boxes have dates too.
 */
function isNotice({ counts, metadata }: Pick<Capture, 'counts' | 'metadata'>): boolean {
  if (counts.pictures > 0) return false;
  return counts.characters < (metadata.published.value === null ? SHORTEST_UNDATED : SHORTEST);
}

function isLogin(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return LOGIN.test(`${hostname}${pathname}`);
}
