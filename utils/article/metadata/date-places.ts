/** Where dates stand on a page, in texts as printed: JSON-LD, metas, microdata, `<time>`, near the headline, the address. */
import { parsePrintedDate, type PrintedDateOptions } from '@/utils/text/dates';
import { collapseBlanks } from '@/utils/text/normal';
import { textOf } from '../json-ld';
import type { HintText } from './hints';
import { isOutside } from './outside';
import { elementText, type Page } from './page';

export const PUBLISHED_METAS = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'itemprop:datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'datepublished',
  'date_published',
  'article.published',
  'published_time_telegram',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'date',
  'article:publish_date',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_online_date',
  'ptime',
  'displaydate',
  'originalpublicationdate',
  'vr:published_time',
  'itemprop:datecreated',
  'rnews:datepublished',
  'publication_date',
  'publishtime',
  'shareaholic:article_published_time',
  'iso-8601-publish-date',
];
export const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'og:article:modified_time',
  'itemprop:datemodified',
  'article:modified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'article:updated_time',
  'og:modified_time',
];
export function jsonDates(page: Page, key: string): HintText[] {
  const text = textOf(page.article?.[key]);
  return text ? [{ text, source: `json-ld:${key}` }] : [];
}

export function metaDates(page: Page, names: string[]): HintText[] {
  return names.flatMap((name) =>
    (page.metas.get(name) ?? []).slice(0, 2).map((text) => ({ text, source: `meta:${name}` })),
  );
}

/** Microdata on elements other than metas. */
export function markedDates(page: Page, property: string): HintText[] {
  const heading = page.document.querySelector('h1');
  return [...page.document.querySelectorAll(`[itemprop~="${property}"]`)]
    .filter((element) => element.tagName !== 'META' && !isOutside(element, heading))
    .slice(0, 2)
    .flatMap((element) => dateTexts(element).map((text) => ({ text, source: `itemprop:${property}` })));
}

function dateTexts(element: Element): string[] {
  const text = element.getAttribute('content') ?? element.getAttribute('datetime') ?? elementText(element);
  return text ? [text] : [];
}

/** `<time>` near the headline, then elements whose class speaks of a date. A clock in the site's header is neither. */
export function visibleDates(page: Page): HintText[] {
  const heading = page.document.querySelector('h1');
  const found: HintText[] = [];
  const inHead = (element: Element) => {
    const header = element.closest('header');
    return header !== null && (!heading || !header.contains(heading)) && !header.closest('article, main');
  };
  const usable = (element: Element) => !isOutside(element, heading) && !inHead(element);
  for (const time of page.document.querySelectorAll('time[datetime], time, abbr.published[title]')) {
    if (!usable(time)) continue;
    const text = time.getAttribute('datetime') ?? time.getAttribute('title') ?? elementText(time);
    if (text && parsePrintedDate(text, optionsFor(page, 'selector:time')))
      found.push({ text, source: 'selector:time' });
    if (found.length === 3) break;
  }
  let looked = 0;
  for (const element of page.document.querySelectorAll(
    '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [class*="meta" i], [class*="byline" i], [id*="date" i]',
  )) {
    if (++looked > 400 || found.length >= 5) break;
    // Large boxes may be called so too: they are told by their raw text.
    const raw = element.textContent ?? '';
    if (raw.length > 2_000 || !/\d{4}/.test(raw)) continue;
    const text = elementText(element);
    if (!text || text.length > 120 || !/\d{4}/.test(text) || !usable(element)) continue;
    if (/(?:^|\s)(?:html|body)$/i.test(element.tagName)) continue;
    if (parsePrintedDate(text, optionsFor(page, 'selector:date')))
      found.push({ text, source: 'selector:date' });
  }
  return found;
}

/** Short texts around the headline, on pages whose marks say nothing: "Datum 28.04.2023", "Do 25.04.24 | 14:27 Uhr". */
export function datesNearHeadline(page: Page): HintText[] {
  const heading =
    page.document.querySelector('h1') ??
    page.document.querySelector('article h2, main h2, article h3, [role="main"] h3') ??
    page.document.querySelector('h2');
  const body = page.document.body;
  if (!heading || !body) return [];
  const walker = page.document.createTreeWalker(body, 4 /* text */);
  walker.currentNode = heading;
  const near: { text: string; element: Element }[] = [];
  for (const step of ['previousNode', 'nextNode'] as const) {
    walker.currentNode = heading;
    for (let looked = 0; looked < (step === 'nextNode' ? 60 : 20);) {
      const node = walker[step]();
      if (!node) break;
      const text = collapseBlanks(node.textContent ?? '');
      const element = node.parentElement;
      if (!text || !element || /^(?:SCRIPT|STYLE|NOSCRIPT)$/.test(element.tagName)) continue;
      looked++;
      if (text.length <= 80 && /\d{2}/.test(text)) near.push({ text, element });
    }
  }
  return near
    .filter(
      ({ text, element }) =>
        !isOutside(element, heading) && parsePrintedDate(text, optionsFor(page, 'selector:near')),
    )
    .toSorted((a, b) => Number(isCaption(a)) - Number(isCaption(b)))
    .slice(0, 2)
    .map(({ text }) => ({ text, source: 'selector:near-headline' }));
}

/** "Trucks near Bakhmut, 24. April 2023": the date of a picture, in a sentence. */
function isCaption({ text, element }: { text: string; element: Element }): boolean {
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) > 6 || element.closest('figure, figcaption') !== null;
}

const DATED_PATH = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/;
/** A number of an article that is the moment it was made: `-20260604082441438.htm`, `/A2026012914320005196`. */
const DATED_NUMBER =
  /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d*(?=[^\d/]*$)/;

/** The day in the address, where the page itself names none. */
export function addressDate(page: Page): HintText[] {
  const match = DATED_PATH.exec(page.url) ?? DATED_NUMBER.exec(page.url);
  return match
    ? [{ text: `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`, source: 'address' }]
    : [];
}

export function optionsFor(page: Page, source: string): PrintedDateOptions {
  const meta = source.startsWith('meta:');
  const american = (page.document.documentElement?.getAttribute('lang') ?? '').toLowerCase() === 'en-us';
  return {
    ...((meta && page.hints.usDates) || (american && !page.vietnamese) ? { us: true } : {}),
    ...(page.hints.usDates && /WebControl/i.test(source) ? { zIsLocal: true } : {}),
    ...(page.vietnamese ? {} : { keepUtc: true }),
  };
}
