/**
 * The metadata of an article: for every field several places are asked in the order of trust, each passes a reject list,
 * the winner says where it stood and the losers are kept with the reason. Nothing is fetched, no global is read.
 */
import { canonicalCandidate, cleanAddress } from '../address';
import type { Field, Metadata } from '../types';
import { resolveAuthors } from './authors';
import { resolveDates } from './dates';
import { resolveGenre } from './genre';
import type { MetadataHints } from './hints';
import { resolveKeywords } from './keywords';
import { resolveLanguage } from './language';
import { resolveDateline, resolveLead } from './lead';
import { resolveOutlet } from './outlet';
import { readPage, type Page } from './page';
import { resolveLeadPicture } from './pictures';
import { resolveSection } from './section';
import { resolveTitle } from './title';

/**
 * @param pageUrl the address the page was read at; `document.location` is not looked at
 * @param now the time of the capture: dates beyond tomorrow are refused
 */
export function resolveMetadata(
  document: Document,
  pageUrl: string,
  hints: MetadataHints,
  now: Date,
): Metadata {
  const page = readPage(document, pageUrl, hints, now);
  const title = resolveTitle(page);
  const lead = resolveLead(page, title.value);
  const { authors, roles, agency } = resolveAuthors(page);
  const { published, modified } = resolveDates(page);
  const section = resolveSection(page, title.value);
  return {
    title,
    lead,
    dateline: resolveDateline(lead),
    authors,
    roles,
    agency,
    published,
    modified,
    section,
    keywords: resolveKeywords(page),
    outlet: resolveOutlet(page),
    language: resolveLanguage(page),
    genre: resolveGenre(page, section.value ?? [], title.value),
    leadPicture: resolveLeadPicture(page),
    canonicalUrl: resolveCanonical(page),
  };
}

function resolveCanonical({ document, url: pageUrl, nodes }: Page): Field<string> {
  const found = canonicalCandidate(document, pageUrl, nodes);
  return {
    value: found?.url ?? cleanAddress(pageUrl) ?? pageUrl,
    state: 'found',
    source: found?.source ?? 'address',
  };
}
