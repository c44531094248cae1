import { parseByline, type Byline } from '@/utils/text/bylines';
import { foldMarks } from '@/utils/text/fold';
import { collapseBlanks } from '@/utils/text/normal';
import { isAgency } from '@/utils/text/agencies';
import { namesOf } from '../json-ld';
import type { BylineRole, Candidate, Field } from '../types';
import { choose, empty } from './field';
import { siteNames } from './outlet';
import { elementText, type Page } from './page';

interface Read {
  candidate: Candidate<string[]>;
  byline: Byline;
}

export interface AuthorFields {
  authors: Field<string[]>;
  roles: Field<BylineRole[]>;
  agency: Field<string>;
}

const METAS = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'byline',
  'authors',
  'citation_author',
  'cxenseparse:author',
  'vr:author',
  'shareaholic:article_author_name',
  'itemprop:author',
];

/**
 * Who wrote it, in the order of trust: what readers see, `dable:author`, the persons of JSON-LD, metas, then marks on the
 * page. The newspaper, an agency, a host, "Tác giả" and a Facebook address are nobody.
 */
export function resolveAuthors(page: Page): AuthorFields {
  const names = siteNames(page);
  const reads: Read[] = [];
  const add = (texts: readonly string[], source: string, organisation = false) => {
    const read = readNames(texts, source, names, organisation);
    if (read) reads.push(read);
  };
  for (const hint of page.hints.byline ?? []) add([hint.text], hint.source);
  add(page.metas.get('dable:author') ?? [], 'meta:dable:author');
  const people = namesOf(page.article?.['author']).concat(namesOf(page.article?.['creator']));
  for (const one of people) if (isOrganisation(one.type) && !isAgency(one.name)) names.add(fold(one.name));
  const persons = people.filter((one) => !isOrganisation(one.type));
  add(
    persons.map((one) => one.name),
    'json-ld:author',
  );
  add(
    people.filter((one) => isOrganisation(one.type)).map((one) => one.name),
    'json-ld:author',
    true,
  );
  for (const meta of METAS) add(page.metas.get(meta) ?? [], `meta:${meta}`);
  const shown = page.hints.byline?.length ? null : visibleByline(page);
  if (shown) add(shown.texts, shown.source);

  preferFuller(reads);
  if (!page.vietnamese) acceptCorporate(reads);
  const authors = choose(
    reads.map((read) => read.candidate),
    page.hints.authorElementEmpty ?? false,
  );
  const staff = reads.find((read) => read.byline.staff);
  if (authors.value === null && staff && isVisible(staff, page)) {
    authors.state = 'absent';
    authors.printed = staff.candidate.printed ?? staff.candidate.value.join(', ');
  }
  return { authors, roles: rolesOf(reads, authors), agency: agencyOf(page, reads, names) };
}

function isOrganisation(type: string | null): boolean {
  return type !== null && /Organi[sz]ation$|Corporation$/.test(type);
}

function isVisible(read: Read, page: Page): boolean {
  return (page.hints.byline ?? []).some((hint) => hint.source === read.candidate.source);
}

function readNames(
  texts: readonly string[],
  source: string,
  names: Set<string>,
  organisation: boolean,
): Read | null {
  const printed = texts.map(collapseBlanks).filter(Boolean);
  if (printed.length === 0) return null;
  const whole: Byline = { authors: [], roles: [], agency: null };
  const visible =
    source === 'sign-off' || (source.startsWith('selector:') && !source.startsWith('selector:generic'));
  let rejected: string | null = null;
  for (const text of printed) {
    if (!organisation && isSite(text, names)) {
      rejected = 'the newspaper';
      continue;
    }
    const byline = parseByline(text);
    whole.agency ??= byline.agency;
    if (byline.staff) whole.staff = true;
    if (byline.note) whole.note ??= byline.note;
    whole.roles.push(...byline.roles);
    if (byline.authors.length === 0) rejected ??= reasonFor(text, byline);
    for (const author of byline.authors) {
      if (isSite(author, names)) rejected = 'the newspaper';
      else if (!visible && ORGANISATION.test(author)) rejected = 'an organisation';
      else if (!whole.authors.some((other) => fold(other) === fold(author))) whole.authors.push(author);
    }
  }
  const text = printed.join(', ');
  if (organisation && whole.authors.length > 0) {
    return {
      byline: { ...whole, authors: [] },
      candidate: { value: whole.authors, source, printed: text, rejected: 'an organisation' },
    };
  }
  const refused = whole.authors.length === 0;
  const value = refused ? printed : whole.authors;
  return {
    byline: whole,
    candidate: {
      value,
      source,
      printed: text,
      ...(refused ? { rejected: rejected ?? 'not a name' } : {}),
    },
  };
}

/** The name of the site, its name run together ("elcolombiano"), or its name with a desk ("n-tv NACHRICHTEN"). */
function isSite(text: string, names: Set<string>): boolean {
  const folded = fold(text);
  if (names.has(folded) || names.has(folded.replace(/\s/g, ''))) return true;
  const words = folded.split(' ');
  return (
    words.length === 2 &&
    names.has(words[0]!) &&
    /^(?:online|news|nachrichten|redaktion|digital|media|team|thuringen)$/.test(words[1]!)
  );
}

const ORGANISATION =
  /\b(?:e\. ?V\.?|GmbH|mbH|AG|Inc\.?|Ltd\.?|LLC|S\.A\.|Verband|Institut|Redaktion|Verlag|Online|Nachrichten|News|Zeitung|Magazin|Magazine|publisher|Germany|Deutschland|Welle)(?:\b|$)/i;

function reasonFor(text: string, byline: Byline): string {
  if (/facebook\.com/i.test(text)) return 'a Facebook address';
  if (/^https?:/i.test(text)) return 'an address';
  if (byline.staff) return 'a staff word';
  if (byline.agency) return 'an agency or source';
  if (/^tác giả$/iu.test(text)) return 'a placeholder';
  return 'not a name';
}

function fold(text: string): string {
  return foldMarks(text).replace(/\s+/g, ' ').trim();
}

/**
 * Outside the Vietnamese press, where the newspaper in this place is a system's default, an article whose JSON-LD names
 * only a newspaper or an agency is by that body: the last resort when no person is named anywhere.
 */
function acceptCorporate(reads: Read[]): void {
  if (reads.some((read) => read.candidate.rejected === undefined)) return;
  const named = reads.find(
    (read) =>
      read.candidate.source === 'json-ld:author' &&
      /^(?:the newspaper|an organisation|an agency or source)$/.test(read.candidate.rejected ?? ''),
  );
  if (!named || named.candidate.value.some((name) => /:\/\//.test(name))) return;
  delete named.candidate.rejected;
  named.candidate.value = [...new Set(named.candidate.value)];
}

/** A box under the title may name only the first of several: a place that has them all, and more, knows better. */
function preferFuller(reads: Read[]): void {
  const first = reads.findIndex((read) => read.candidate.rejected === undefined);
  if (first < 0) return;
  const own = new Set(reads[first]!.candidate.value.map(fold));
  const fuller = reads.findIndex((read, at) => {
    if (at <= first || read.candidate.rejected !== undefined) return false;
    if (read.candidate.value.length <= own.size || read.candidate.source.startsWith('selector:generic'))
      return false;
    const others = new Set(read.candidate.value.map(fold));
    return [...own].every((name) => others.has(name));
  });
  if (fuller > 0) reads.splice(first, 0, ...reads.splice(fuller, 1));
}

function rolesOf(reads: Read[], authors: Field<string[]>): Field<BylineRole[]> {
  const found =
    reads.find((read) => read.candidate.source === authors.source && read.byline.roles.length > 0) ??
    reads.find((read) => read.byline.roles.length > 0 && read.candidate.source !== 'json-ld:author');
  if (!found) return empty(authors.value === null ? 'notFound' : 'absent');
  return {
    value: found.byline.roles,
    state: 'found',
    source: found.candidate.source,
    ...(found.candidate.printed ? { printed: found.candidate.printed } : {}),
  };
}

function agencyOf(page: Page, reads: Read[], names: Set<string>): Field<string> {
  const candidates: Candidate<string>[] = [];
  const add = (value: string | null | undefined, source: string, printed: string) => {
    if (!value || candidates.some((other) => other.value === value && other.source === source)) return;
    const own = names.has(fold(value)) && !isAgency(value);
    candidates.push({
      value,
      source,
      ...(printed === value ? {} : { printed }),
      ...(own ? { rejected: 'the newspaper itself' } : {}),
    });
  };
  const hint = page.hints.agency;
  if (hint) {
    const text = collapseBlanks(hint.text);
    add(parseByline(text).agency ?? (text.replace(/^\((.*)\)$/, '$1') || null), hint.source, text);
  }
  for (const read of reads) add(read.byline.agency, read.candidate.source, read.candidate.printed ?? '');
  for (const { name, type } of namesOf(page.article?.['author'])) {
    if (isOrganisation(type) && isAgency(name)) add(name, 'json-ld:author', name);
  }
  return choose(candidates);
}

const OUTSIDE =
  'aside, footer, nav, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="teaser" i], [class*="recommend" i], [class*="popular" i], [class*="most-" i]';

const MARKS = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '[class*="byline" i] a[href*="author" i]',
  '[class*="byline-name" i], [class*="author-name" i], [class*="author__name" i], [class*="authorname" i]',
  '.byline, [class*="byline" i]',
  '.author, .post-author, .entry-author, .article-author, .article__author, .story-author, .vcard .fn',
];

/** All that any mark can find: one short walk over the page instead of seven long ones. */
const MARKED =
  '[rel~="author"], [itemprop~="author"], [itemprop~="author"] [itemprop~="name"], [class*="byline" i], [class*="byline" i] a[href*="author" i], [class*="author" i], .vcard .fn';

/** Links inside a byline are a name each: their texts would run together. */
function inner(elements: Iterable<Element>): Element[] {
  return [...elements].flatMap((element) => {
    const links = [...element.querySelectorAll('a')].filter(
      (link) => !link.querySelector('a') && elementText(link),
    );
    return links.length > 1 && links.length < 6 ? links : [element];
  });
}

/** Marks of a byline on pages of no known family. Only the first kind of mark that gives a name is used. */
function visibleByline(page: Page): { texts: string[]; source: string } | null {
  const all = [...page.document.querySelectorAll(MARKED)];
  for (const mark of MARKS) {
    const texts: string[] = [];
    for (const element of inner(all.filter((one) => one.matches(mark)))) {
      if (element.tagName === 'LINK' || element.tagName === 'META' || element.closest(OUTSIDE)) continue;
      const text = elementText(element);
      if (text && text.length <= 120 && !texts.includes(text) && parseByline(text).authors.length > 0)
        texts.push(text);
      if (texts.length === 6) break;
    }
    // Many different names behind one mark are the authors of teasers.
    if (texts.length > 0 && texts.length < 6)
      return { texts, source: `selector:generic ${mark.split(',')[0]}` };
  }
  return null;
}
