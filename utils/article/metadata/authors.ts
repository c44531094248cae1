import { parseByline, type Byline } from '@/utils/text/bylines';
import { foldMarks } from '@/utils/text/fold';
import { collapseBlanks } from '@/utils/text/normal';
import { isAgency } from '@/utils/text/agencies';
import { namesOf, withReferences } from '../json-ld';
import type { BylineRole, Candidate, Field } from '../types';
import { choose, empty } from './field';
import { siteNames } from './outlet';
import { metaOf, type Page } from './page';
import { visibleByline } from './visible-byline';

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
  'dc:creator',
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
  // What stands right-aligned at the end of a foreign page may be "Go to top": there it comes last.
  const signOff = (source: string) => source === 'sign-off' && !page.vietnamese;
  const hints = page.hints.byline ?? [];
  for (const hint of hints) if (!signOff(hint.source)) add([hint.text], hint.source);
  add(page.metas.get('dable:author') ?? [], 'meta:dable:author');
  const people = namesOf(page.article?.['author']).concat(namesOf(page.article?.['creator']));
  if (people.length === 0) people.push(...accountsShown(page));
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
  for (const meta of METAS) add(metaNames(page, meta), `meta:${meta}`);
  const isNamed = reads.some(({ candidate }) => candidate.rejected === undefined);
  const shown = hints.some(({ source }) => !signOff(source)) ? null : visibleByline(page, isNamed);
  if (shown) add(shown.texts, shown.source);
  add(cardNames(page), 'meta:twitter:data');
  for (const hint of hints) if (signOff(hint.source)) add([hint.text], hint.source);

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

/**
 * Plugins point from the article at the account that put it online (`{"@id": …}`). It is the writer only when readers see
 * the name too.
 */
function accountsShown(page: Page): { name: string; type: string | null }[] {
  const people = namesOf(withReferences(page.article?.['author'], page.nodes));
  return people.filter(({ name }) => isShown(page, name));
}

function isShown(page: Page, name: string): boolean {
  return collapseBlanks(page.document.body?.textContent ?? '').includes(name);
}

/** Each `citation_author` is one person, "Family, Given" in catalogues of papers. */
function metaNames(page: Page, meta: string): readonly string[] {
  const values = page.metas.get(meta) ?? [];
  if (meta !== 'citation_author') return values;
  return values.map((value) => value.replace(/^([^,;]+),\s*([^,;]+)$/, '$2 $1'));
}

const WRITTEN_BY =
  /^(?:written by|posted by|by|author|geschrieben von|verfasst von|von|autor(?:in)?|escrito por|publicado por|por|écrit par|rédigé par|par|auteur|scritto da|autore|geschreven door|skrevet af|skrevet av|skriven av|författare|napisane przez|yazan|tác giả|được viết bởi|written-by)\s*:?$/i;

/** `twitter:label1` "Written by" names what `twitter:data1` holds. */
function cardNames(page: Page): string[] {
  return ['1', '2'].flatMap((n) => {
    const label = metaOf(page, `twitter:label${n}`);
    const name = metaOf(page, `twitter:data${n}`);
    return label && name && WRITTEN_BY.test(label) && isShown(page, name) ? [name] : [];
  });
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
    // "Paper GmbH, Munich, Germany": the publisher and its seat.
    const [first, ...seat] = text.split(/\s*,\s*/);
    if (source.startsWith('meta:') && seat.length > 0 && (isSite(first!, names) || COMPANY.test(first!))) {
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
  if (organisation && printed.some((one) => isSite(one, names))) rejected = 'the newspaper';
  if (printed.some((one) => isDesk(one, names))) rejected = 'a desk';
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

const COMPANY = /\b(?:GmbH|mbH|AG|Inc|Ltd|LLC|S\.A|e\. ?V)\.?$/;
const ORGANISATION =
  /\b(?:e\. ?V\.?|GmbH|mbH|AG|Inc\.?|Ltd\.?|LLC|S\.A\.|Verband|Institut|Redaktion|Verlag|Online|Nachrichten|News|Zeitung|Magazin|Magazine|publisher|Germany|Deutschland|Welle)(?:\b|$)/i;

/** A paper's name with a desk is what its system writes where nobody is named. */
function isDesk(text: string, names: Set<string>): boolean {
  const words = fold(text).split(' ');
  return words.length === 2 && names.has(words[0]!) && /^(?:nachrichten|news)$/.test(words[1]!);
}

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
      /^(?:the newspaper|an organisation|an agency or source|an address)$/.test(
        read.candidate.rejected ?? '',
      ),
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
    const { value, source } = read.candidate;
    if (value.length <= own.size) return false;
    // Teasers carry bylines too; links marked as the author's are believed for one more name or two.
    if (source.startsWith('selector:generic') && (!source.includes('[rel~=') || value.length > 3))
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
