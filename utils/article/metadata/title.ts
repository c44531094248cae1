import { foldMarks } from '@/utils/text/fold';
import { collapseBlanks } from '@/utils/text/normal';
import { lettersOnly, wordsOf } from '@/utils/text/words';
import { textOf } from '../json-ld';
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
  const cut = (text: string | null) => (text ? cutSiteName(text, names) : null);
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
  const heading = bestHeading(page, witnesses, names);
  // Abroad the h1 often carries a kicker or a live ticker; the headline of JSON-LD is the paper's own. OneCMS and its
  // like cut theirs, so at home what readers see comes first. Google's limit of 110 makes some papers cut theirs too.
  const cutShort =
    headline !== null &&
    headline.length >= 90 &&
    !!heading &&
    foldMarks(heading.value).startsWith(foldMarks(headline));
  const declared = textOf(page.article?.['headline']);
  const structured = !page.vietnamese && page.hints.family === null && headline !== null && !cutShort;
  if (structured) add(headline, 'json-ld:headline', declared);
  if (page.hints.title) add(collapseBlanks(page.hints.title.text), page.hints.title.source);
  if (heading) add(heading.value, heading.source);
  if (!structured) add(headline, 'json-ld:headline', declared);
  add(meta, 'meta:og:title', metaOf(page, 'og:title'));
  add(cut(metaOf(page, 'dc.title') ?? metaOf(page, 'dcterms.title')), 'meta:dc.title');
  add(twitter, 'meta:twitter:title', metaOf(page, 'twitter:title'));
  add(name, 'json-ld:name');
  add(head, 'title', titleTag(page.document));
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

function reject(value: string, names: Set<string>): string | null {
  if (lettersOnly(value) === '') return 'no letters';
  if (names.has(foldMarks(value))) return 'the name of the site';
  if (value.length > 400) return 'too long for a headline';
  return null;
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
    const value = elementText(heading);
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

/** "Headline | Báo Đất Việt Mới" → "Headline": only names the site goes by are cut, or a short last part after a bar. */
export function cutSiteName(text: string, names: Set<string>): string {
  let title = collapseBlanks(text);
  if (title.length > 500) return title;
  for (const separator of title.matchAll(/\s+[-–—|·•»:/]+\s+|\s?[|»]\s?/gu)) {
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
