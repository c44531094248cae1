import { foldMarks } from '@/utils/text/fold';
import { namesOf, typesOf } from '../json-ld';
import { outletForHost } from '../outlets';
import type { Candidate, Field } from '../types';
import { readWebArchiveAddress } from '../web-archive';
import { choose } from './field';
import { metaOf, type Page } from './page';

/** The newspaper: its own name for itself, the publisher, the press we know by host. An address is no name. */
export function resolveOutlet(page: Page): Field<string> {
  const host = hostOf(page);
  const known = host ? outletForHost(host) : null;
  const site = page.nodes.find((node) => typesOf(node).includes('WebSite'));
  const organisation = page.nodes.find((node) =>
    typesOf(node).some((type) => /^(?:NewsMedia)?Organization$/.test(type)),
  );
  const printed: [string, string | null | undefined][] = [
    ['meta:og:site_name', metaOf(page, 'og:site_name')],
    ['json-ld:publisher', namesOf(page.article?.['publisher'])[0]?.name],
    ['host', known?.name],
    ['meta:application-name', metaOf(page, 'application-name')],
    ['json-ld:WebSite', namesOf(site)[0]?.name],
    ['json-ld:Organization', namesOf(organisation)[0]?.name],
    [
      'meta:publisher',
      metaOf(page, 'publisher') ?? metaOf(page, 'dc.publisher') ?? metaOf(page, 'copyright'),
    ],
  ];
  const candidates: Candidate<string>[] = [];
  for (const [source, value] of printed) {
    if (!value) continue;
    const rejected = reject(value, source, page, known?.name ?? null);
    candidates.push({ value, source, ...(rejected ? { rejected } : {}) });
  }
  return choose(candidates);
}

function reject(value: string, source: string, page: Page, known: string | null): string | null {
  if (isAddress(value) || value.toLowerCase() === hostOf(page)?.replace(/^www\./, ''))
    return 'an address, not a name';
  if (value.length > 80) return 'too long for a name';
  const title = page.hints.title?.text;
  if (title && foldMarks(title) === foldMarks(value)) return 'the headline';
  // "Tin tức thời sự - Báo Tuổi Trẻ": the name stands in it, and is known.
  if (known && /\s[-–|]\s/.test(value) && foldMarks(value).includes(foldMarks(known)))
    return 'a slogan with the name';
  // OneCMS prints another site's publisher on mega.vietnamplus.vn.
  if (source === 'json-ld:publisher' && known) {
    const own = foldMarks(known);
    const name = foldMarks(value);
    if (!name.includes(own) && !own.includes(name) && foreign(name, known)) return "another site's name";
  }
  return null;
}

function foreign(foldedName: string, known: string): boolean {
  const host = foldedName.replace(/\s/g, '');
  const other = outletForHost(`${host}.vn`) ?? outletForHost(`${host}.com.vn`);
  return other !== null && other.name !== known;
}

export function isAddress(text: string): boolean {
  return (
    /^(?:https?:)?\/\//i.test(text) ||
    /^(?:www\.)[^\s]+$/i.test(text) ||
    /^[a-z\d-]+(?:\.[a-z\d-]+)*\.vn\/?$/i.test(text)
  );
}

export function hostOf(page: Page): string | null {
  const url = readWebArchiveAddress(page.url)?.originalUrl ?? page.url;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/** Every name the site goes by, folded: none of them is a writer, and each may be a suffix of the title. */
export function siteNames(page: Page): Set<string> {
  const known = namesOfPages.get(page) ?? readSiteNames(page);
  namesOfPages.set(page, known);
  return new Set(known);
}

/** Three fields ask for them. */
const namesOfPages = new WeakMap<Page, ReadonlySet<string>>();

function readSiteNames(page: Page): Set<string> {
  const names = new Set<string>();
  const add = (name: string | null | undefined) => {
    if (!name) return;
    const folded = foldMarks(name).replace(/\s+/g, ' ').trim();
    if (folded.length < 2) return;
    names.add(folded);
    names.add(folded.replace(/^(?:bao|tap chi|bao dien tu|trang)\s+/, ''));
    names.add(folded.replace(/\s+(?:online|dien tu)$/, ''));
  };
  const host = hostOf(page);
  add(metaOf(page, 'og:site_name'));
  add(metaOf(page, 'application-name'));
  for (const { name } of namesOf(page.article?.['publisher'])) add(name);
  for (const node of page.nodes) {
    if (typesOf(node).some((type) => /^(?:WebSite|Organization|NewsMediaOrganization)$/.test(type))) {
      for (const { name } of namesOf(node)) add(name);
    }
  }
  if (host) {
    const plain = host.replace(/^(?:www|m|amp)\./, '');
    add(outletForHost(host)?.name);
    add(plain);
    const label = plain.replace(/\.(?:com?|org|net|gov|edu)?\.?[a-z]{2,6}$/, '');
    add(label.split('.').at(-1));
  }
  return names;
}
