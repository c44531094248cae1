/**
 * Which links of a section page lead to articles? Told from the address and from where the link stands, with what the
 * detector knows of both (`detect/address-signals`); no page is opened for it.
 */
import { collapseBlanks } from '@/utils/text/normal';
import { cleanAddress, normaliseAddress } from './address';
import { addressSignals } from './detect/address-signals';

/** A link as it stands on the page. */
export interface PageLink {
  /** Absolute. */
  href: string;
  text: string;
  /** In a heading, or around one: what teasers are made of. */
  isHeading: boolean;
  /** In a menu or the foot of the page. */
  isNavigation: boolean;
}

export interface SectionLink {
  url: string;
  title: string;
  isArticle: boolean;
  isSaved: boolean;
}

/** A headline has at least so many letters; "Xem thêm" has not. */
const SHORTEST_HEADLINE = 20;

/** Each address once, with the longest words that lead to it, in the order of the page. */
export function judgeLinks(links: readonly PageLink[], pageUrl: string): Omit<SectionLink, 'isSaved'>[] {
  const here = normaliseAddress(pageUrl);
  const found = new Map<string, PageLink>();
  for (const link of links) {
    const url = cleanAddress(link.href);
    const key = url && normaliseAddress(url);
    if (!key || key === here) continue;
    const text = collapseBlanks(link.text).slice(0, 300);
    const before = found.get(key);
    found.set(key, {
      href: before?.href ?? url,
      text: before && isBetter(before, { ...link, text }) ? before.text : text,
      isHeading: link.isHeading || (before?.isHeading ?? false),
      isNavigation: link.isNavigation && (before?.isNavigation ?? true),
    });
  }
  return [...found.values()].map((link) => ({
    url: link.href,
    title: link.text,
    isArticle: leadsToArticle(link, pageUrl),
  }));
}

/** The headline, not the lead that stands below it and leads there too; else the longer words. */
function isBetter(one: PageLink, other: PageLink): boolean {
  const [a, b] = [one, other].map(({ isHeading, text }) => isHeading && text !== '') as [boolean, boolean];
  return a === b ? one.text.length >= other.text.length : a;
}

function leadsToArticle({ href, text, isHeading, isNavigation }: PageLink, pageUrl: string): boolean {
  if (isNavigation || !isSameSite(href, pageUrl)) return false;
  const signals = addressSignals(href);
  const isOther =
    signals.home +
      signals.section +
      signals.addressOfShop +
      signals.addressOfForum +
      signals.addressOfManual >
    0;
  if (
    isOther ||
    /\.(?:pdf|jpe?g|png|gif|webp|mp[34]|zip|docx?|xlsx?)$|^\/(?:videos?|podcasts?|truyen-hinh|tv)\//i.test(
      new URL(href).pathname,
    )
  )
    return false;
  if (signals.articleAddress > 0) return true;
  // An address that says nothing is an article's when a headline leads there.
  return isHeading && text.length >= SHORTEST_HEADLINE && signals.shortPath === 0;
}

function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((url) => new URL(url).hostname.replace(/^(?:www\d?|m)\./, '')) as [
    string,
    string,
  ];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
