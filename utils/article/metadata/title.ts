import { foldMarks } from '@/utils/text/fold';
import { collapseBlanks } from '@/utils/text/normal';
import { lettersOnly, wordsOf } from '@/utils/text/words';
import { listOf, textOf, typesOf } from '../json-ld';
import type { Candidate, Field } from '../types';
import { choose } from './field';
import { siteNames } from './outlet';
import { elementText, metaOf, type Page } from './page';

/**
 * The headline. What stands in the page's h1 wins over og:title and JSON-LD, which may be a headline for social media;
 * an h1 that is the name of the site or of a section, and shares no words with the others, loses.
 */
export function resolveTitle(page: Page): Field<string> {
  const names = siteNames(page);
  const sections = sectionNames(page);
  const cut = (text: string | null) => (text ? cutSection(cutSiteName(text, names), text, sections) : null);
  const meta = cut(metaOf(page, 'og:title'));
  const headline = cut(textOf(page.article?.['headline']));
  const name = cut(textOf(page.article?.['name']));
  const twitter = cut(metaOf(page, 'twitter:title'));
  const head = cut(titleTag(page.document));
  const witnesses = [headline, meta, twitter, head, name].filter((text) => text !== null);
  const candidates: Candidate<string>[] = [];
  const add = (value: string | null, source: string, printed?: string | null) => {
    if (!value) return;
    const rejected = reject(value, names);
    candidates.push({
      value,
      source,
      ...(printed && printed !== value ? { printed } : {}),
      ...(rejected ? { rejected } : {}),
    });
  };
  const found = bestHeading(page, witnesses, names);
  const heading = found && isSiteHeading(page, found.value, head) ? null : found;
  const narrower = heading === null && found !== null ? beforeName(found.value, head) : null;
  const declared = textOf(page.article?.['headline']);
  // Abroad the h1 often carries a kicker or a live ticker; the headline of JSON-LD is the paper's own. OneCMS and its
  // like cut theirs, so at home what readers see comes first. Google's limit of 110 makes some papers cut theirs too.
  const cutShort =
    headline !== null &&
    headline.length >= 90 &&
    !!heading &&
    foldMarks(heading.value).startsWith(foldMarks(headline));
  const structured =
    !page.vietnamese &&
    page.hints.family === null &&
    headline !== null &&
    !cutShort &&
    !isForSearch(headline, heading?.value ?? null, meta, head) &&
    (headline !== meta || isNews(page));
  // "Kicker: Headline" everywhere, and og:title has the headline alone: the kicker is no part of it.
  const plain = !page.vietnamese && meta && headline && isPlainer(meta, headline) ? meta : null;
  if (plain) add(plain, 'meta:og:title', metaOf(page, 'og:title'));
  if (structured) add(headline, 'json-ld:headline', declared);
  if (page.hints.title) add(collapseBlanks(page.hints.title.text), page.hints.title.source);
  if (heading) add(heading.value, heading.source);
  if (!structured) add(headline, 'json-ld:headline', declared);
  if (!plain) add(meta, 'meta:og:title', metaOf(page, 'og:title'));
  add(cut(metaOf(page, 'dc.title') ?? metaOf(page, 'dcterms.title')), 'meta:dc.title');
  add(twitter, 'meta:twitter:title', metaOf(page, 'twitter:title'));
  add(name, 'json-ld:name');
  add(narrower ?? head, 'title', titleTag(page.document));
  const shortened = candidates[0];
  // "Headline that is cut at the…" loses against its own whole.
  if (shortened && /(?:…|\.\.\.)$/.test(shortened.value)) {
    const start = foldMarks(shortened.value.replace(/\s*(?:…|\.\.\.)$/, ''));
    if (
      candidates.some(
        (other) =>
          other !== shortened &&
          foldMarks(other.value).startsWith(start) &&
          other.value.length > shortened.value.length + 3 &&
          !/(?:…|\.\.\.)$/.test(other.value),
      )
    ) {
      shortened.rejected = 'cut short';
    }
  }
  return choose(candidates);
}

/**
 * The headline of JSON-LD is the one written for search engines when it is the `<title>` and the page shows another, which
 * og:title repeats.
 */
function isForSearch(
  headline: string,
  shown: string | null,
  meta: string | null,
  head: string | null,
): boolean {
  if (!shown || !meta || !head) return false;
  const own = letters(headline);
  // A headline that only adds "| Section" is the title of the window.
  if (/\s[|]\s/.test(headline) && own.startsWith(letters(shown)) && own !== letters(shown)) return true;
  return letters(shown) === letters(meta) && own !== letters(shown) && own === letters(head);
}

/** Plugins write one title for machines into og:title and into an `Article`; a newsroom's `NewsArticle` is its own headline. */
function isNews(page: Page): boolean {
  return page.article !== null && typesOf(page.article).some((type) => /News|Report|Live/.test(type));
}

/** Letters and digits alone: headlines that differ in case, quotes or dashes are one. */
function letters(text: string): string {
  return lettersOnly(foldMarks(text));
}

/** The headline without its kicker, or with a colon behind the kicker where a dash would read as the name of a paper. */
function isPlainer(meta: string, headline: string): boolean {
  if (headline === meta) return false;
  if (headline.replace(/\s[-–—]\s/, ': ') === meta) return true;
  return (
    meta.length >= 20 &&
    headline.endsWith(meta) &&
    /^[^:]{3,30}:\s+$/.test(headline.slice(0, headline.length - meta.length))
  );
}

function reject(value: string, names: Set<string>): string | null {
  if (lettersOnly(value) === '') return 'no letters';
  if (names.has(foldMarks(value))) return 'the name of the site';
  if (value.length > 400) return 'too long for a headline';
  return null;
}

/**
 * "Muffins : Our recipes" in the head and "Our recipes" as h1: the h1 names the site or its section when the address speaks
 * of the other words. One general word ("News") is no headline either when og:title and the address know a better one.
 */
function isSiteHeading(page: Page, heading: string, head: string | null): boolean {
  const before = beforeName(heading, head);
  if (before && !page.article) return inAddress(page, before) > inAddress(page, heading);
  const meta = metaOf(page, 'og:title');
  return (
    !/\s/.test(heading) &&
    heading.length < 15 &&
    !!meta &&
    meta.split(' ').length > 2 &&
    !foldMarks(meta).includes(foldMarks(heading)) &&
    inAddress(page, meta) >= 0.5 &&
    inAddress(page, heading) === 0
  );
}

/** What the head says before a separator and the heading. */
function beforeName(heading: string, head: string | null): string | null {
  if (!head || head.length > 500 || !head.endsWith(heading)) return null;
  return /^(.{3,}?)\s+[-–—|:]\s+$/u.exec(head.slice(0, head.length - heading.length))?.[1] ?? null;
}

/** Share of the words of a text which the last part of the address has too. */
function inAddress(page: Page, text: string): number {
  const path = URL.canParse(page.url) ? new URL(page.url).pathname : '';
  const last = new Set((path.split('/').filter(Boolean).at(-1) ?? '').toLowerCase().split(/[^a-z\d]+/));
  const words = wordsOf(foldMarks(text)).filter((word) => word.length > 2);
  return words.length === 0 ? 0 : words.filter((word) => last.has(word)).length / words.length;
}

function titleTag(document: Document): string | null {
  return elementText(document.querySelector('head > title') ?? document.querySelector('title'));
}

/** The h1 that speaks of the same thing as the head; a lone h1 needs no witness. */
function bestHeading(
  page: Page,
  witnesses: string[],
  names: Set<string>,
): { value: string; source: string } | null {
  const marked = [...page.document.querySelectorAll('[itemprop~="headline"]')].filter((element) =>
    /^H[1-3]$/.test(element.tagName),
  );
  const headings = [...new Set([...page.document.querySelectorAll('h1'), ...marked])];
  let best: { value: string; likeness: number; heading: Element } | null = null;
  for (const heading of headings) {
    const printed = headingText(heading, witnesses);
    const value = printed && !page.vietnamese ? cutSiteName(printed, names) : printed;
    if (!value || value.length < 3 || value.length > 400 || names.has(foldMarks(value))) continue;
    const likeness = Math.max(0, ...witnesses.map((other) => shared(value, other)));
    if (!best || likeness > best.likeness) best = { value, likeness, heading };
  }
  if (!best && witnesses.length > 0) {
    // Some pages print the headline in an h2 and the site's name in the h1.
    for (const heading of page.document.querySelectorAll('h2')) {
      const value = elementText(heading);
      if (value && witnesses.some((other) => foldMarks(other) === foldMarks(value))) {
        return { value, source: 'selector:h2' };
      }
    }
  }
  if (!best) return null;
  const trusted =
    witnesses.length === 0 || best.likeness >= 0.3 || (headings.length === 1 && best.likeness > 0);
  return trusted
    ? { value: withoutKicker(best.value, best.heading, witnesses), source: 'selector:h1' }
    : null;
}

const KICKER =
  '[class*="kicker" i], [class*="overline" i], [class*="topline" i], [class*="roofline" i], [class*="dachzeile" i], [class*="supertitle" i], [class*="eyebrow" i], [class*="antetit" i], [class*="surtit" i], [class*="spitzmarke" i]';

/** The headline without the kicker marked in it, unless the head has both; a line break as a blank. */
function headingText(heading: Element, witnesses: string[]): string | null {
  const whole = elementText(heading);
  if (!whole || heading.childElementCount === 0) return whole;
  const copy = heading.cloneNode(true) as Element;
  for (const line of copy.querySelectorAll('br')) line.replaceWith(' ');
  const spaced = elementText(copy) ?? whole;
  if (witnesses.some((other) => letters(other) === letters(whole))) return spaced;
  for (const kicker of copy.querySelectorAll(KICKER)) kicker.remove();
  const bare = elementText(copy);
  return bare && bare.length >= 12 && !/^[\s:;,.|/–—-]/.test(bare) ? bare : spaced;
}

/** A kicker or a date in an element of its own inside the h1 is cut, when the head knows the headline without it. */
function withoutKicker(value: string, heading: Element, witnesses: string[]): string {
  if (heading.childElementCount === 0) return value;
  const folded = foldMarks(value);
  const bare = witnesses.find((other) => {
    const own = foldMarks(other);
    return own.length >= 12 && own.length < folded.length && (folded.endsWith(own) || folded.startsWith(own));
  });
  return bare ?? value;
}

/** Share of the shorter text's words that the other has too. */
function shared(a: string, b: string): number {
  const words = (text: string) => new Set(wordsOf(foldMarks(text)));
  const first = words(a);
  const second = words(b);
  const small = Math.min(first.size, second.size);
  if (small === 0) return 0;
  let both = 0;
  for (const word of first) if (second.has(word)) both++;
  return both / Math.max(small, Math.max(first.size, second.size) / 2);
}

/** The sections the article says it stands in, folded. */
function sectionNames(page: Page): Set<string> {
  const printed = [
    metaOf(page, 'article:section'),
    ...listOf(page.article?.['articleSection']).map((one) => textOf(one)),
    metaOf(page, 'article:section1'),
  ];
  return new Set(printed.flatMap((name) => (name ? [foldMarks(name)] : [])));
}

/** "Headline-Politics | Paper": where the paper's name was cut, its section goes too. */
function cutSection(title: string, printed: string, sections: Set<string>): string {
  if (title === collapseBlanks(printed)) return title;
  // Korean papers write the section behind a hyphen without blanks.
  const tail = /^(.{8,})-[\uAC00-\uD7A3]{2,4}$/.exec(title);
  if (tail) return tail[1]!;
  if (sections.size === 0) return title;
  const last = /^(.{8,}?)\s*[-–—|]\s*([^-–—|]{2,30})$/u.exec(title);
  return last && sections.has(foldMarks(last[2]!)) ? last[1]! : title;
}

/** "Headline | Báo Đất Việt Mới" → "Headline": only names the site goes by are cut, or a short last part after a bar. */
export function cutSiteName(text: string, names: Set<string>): string {
  let title = collapseBlanks(text);
  if (title.length > 500) return title;
  for (const separator of title.matchAll(/\s+[-–—|·•»:/]+\s+|\s?[|»ㅣ｜]\s?/gu)) {
    const head = title.slice(0, separator.index).trim();
    if (head.length >= 3 && isSite(title.slice(separator.index + separator[0].length).trim(), names)) {
      title = head;
      break;
    }
  }
  const first = /^([^|»–—-]{2,40}?)\s*[|»–—-]\s+(.{8,})$/u.exec(title);
  if (first && isSite(first[1]!, names)) title = first[2]!;
  return title.trim();
}

function isSite(part: string, names: Set<string>): boolean {
  const folded = foldMarks(part).replace(/\s+/g, ' ').trim();
  if (names.has(folded)) return true;
  const squeezed = lettersOnly(folded);
  for (const name of names) {
    const other = lettersOnly(name);
    if (other.length < 2) continue;
    if (squeezed === other || squeezed === `the${other}` || `the${squeezed}` === other) return true;
    if (other.length > 4 && squeezed.startsWith(other) && squeezed.length < other.length + 14) return true;
    if (squeezed.length > 4 && other.startsWith(squeezed)) return true;
  }
  return /^(?:[\w-]+\.)+(?:com|vn|net|org|de|co\.uk|fr|it|es)$/.test(folded);
}
