import type { WebArchiveCopy } from './types';

/** Replay hosts of the wayback kind: the time and the original stand in the path. */
const WAYBACK: readonly [RegExp, string][] = [
  [/^(?:www\.)?web\.archive\.org$/, 'Wayback Machine'],
  [/^(?:www\.)?wayback\.archive\.org$/, 'Wayback Machine'],
  [/^wayback\.archive-it\.org$/, 'Archive-It'],
  [/^(?:[\w-]+\.)*arquivo\.pt$/, 'Arquivo.pt'],
  [/^(?:www\.)?archive\.(?:today|ph|is|li|vn|md|fo)$/, 'archive.today'],
  [/^webarchive\.loc\.gov$/, 'Library of Congress'],
  [/^webarchive\.nationalarchives\.gov\.uk$/, 'UK Government Web Archive'],
  [/^(?:www\.)?webarchive\.org\.uk$/, 'UK Web Archive'],
  [/^webarchive\.nla\.gov\.au$/, 'Australian Web Archive'],
  [/^(?:wayback\.)?vefsafn\.is$/, 'Vefsafn.is'],
];

/** "/20211124065500id_/https://…", "/2021.11.24-065500/https://…", "/web/https://…", "/o/AbCd1/https://…". */
const REPLAY =
  /\/(?:(\d{4}(?:\.?\d{2}(?:\.?\d{2}(?:-?\d{6}|\d{2,4})?)?)?)(?:[a-z]{2}_)?|web|o\/\w+|timegate)\/((?:https?:\/{1,2}|(?=[\w-]+\.[\w.-]+(?:\/|$)))\S+)$/i;

/**
 * Is this the address of a copy in a web archive? Gives the original's address and the archive's time. Short links
 * (`archive.ph/AbCd1`, `perma.cc/AB12-CD34`) do not tell the original: with the page at hand it is read from there.
 */
export function readWebArchiveAddress(url: string, document?: Document): WebArchiveCopy | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return null;
  const service = serviceOf(address.hostname);
  if (!service) return null;
  const found = split(address.pathname + address.search + address.hash);
  if (found) return { service, archiveUrl: url, ...found };
  const original = document && /^\/[\w-]+\/?$/.test(address.pathname) ? originalIn(document) : null;
  return original && { service, archiveUrl: url, ...original };
}

function serviceOf(host: string): string | null {
  if (/^(?:www\.)?perma\.cc$/.test(host)) return 'Perma.cc';
  return WAYBACK.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}

function split(path: string): { originalUrl: string; archivedAt: string | null } | null {
  const match = REPLAY.exec(path);
  if (!match) return null;
  let original = match[2]!;
  if (/^https?(?::|%3a)%2f/i.test(original)) original = decodeURIComponent(original);
  original = /^https?:/i.test(original)
    ? original.replace(/^(https?):\/{1,2}/i, '$1://')
    : `http://${original}`;
  if (!URL.canParse(original)) return null;
  return { originalUrl: new URL(original).href, archivedAt: timeOf(match[1] ?? '') };
}

/** Archive times are UTC. Less than a whole day (`/2021/`) is a search, not a time. */
function timeOf(stamp: string): string | null {
  const digits = stamp.replace(/\D/g, '');
  if (digits.length < 8) return null;
  const all = digits.padEnd(14, '0');
  const iso = `${all.slice(0, 4)}-${all.slice(4, 6)}-${all.slice(6, 8)}T${all.slice(8, 10)}:${all.slice(10, 12)}:${all.slice(12, 14)}Z`;
  const time = Date.parse(iso);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== iso.slice(0, 19) ? null : iso;
}

/** archive.today names the full address in its canonical link and the original in its search field. */
function originalIn(document: Document): { originalUrl: string; archivedAt: string | null } | null {
  for (const link of document.querySelectorAll('link[rel~="canonical"],link[rel~="bookmark"]')) {
    const href = link.getAttribute('href');
    const found = href && URL.canParse(href) ? split(new URL(href).pathname + new URL(href).search) : null;
    if (found) return found;
  }
  const field = document.querySelector('input[name="q"][value^="http"]')?.getAttribute('value');
  const permaLink = document
    .querySelector(
      'a.creation-link[href^="http"], .record-metadata a[href^="http"], a[title="Live page"][href^="http"]',
    )
    ?.getAttribute('href');
  const original = field ?? permaLink;
  return original && URL.canParse(original)
    ? { originalUrl: new URL(original).href, archivedAt: null }
    : null;
}
