/** Addresses of articles: one key for all the forms an address comes in, and what an address tells before reading. */
import { articleNode, readJsonLd, stringOf, type JsonLdNode } from './json-ld';
import { readWebArchiveAddress } from './web-archive';

/** Keys that only say where a reader came from. `id`, `p`, `page`, `ref`, `source`… may choose the page: they stay. */
const TRACKING =
  /^(?:utm_\w+|itm_\w+|vn_(?:source|medium|campaign|term|content|thumb|zone)|fbclid|fb_(?:action_ids|action_types|source|ref)|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|zarsrc|gidzl|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|hsctatracking|mkt_tok|oly_(?:anon|enc)_id|vero_(?:id|conv)|wt_z?mc|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team)|xtor|cmpid|ocid|ncid|s_cid|sc_campaign|smid|smtyp|dicbo|cxrecs_s|__twitter_impression|guccounter|guce_referrer(?:_sig)?|amp_(?:js_v|gsa|r|markup|tf)|usqp|hss_channel|rss_?campaign|ns_(?:source|mchannel|campaign|linkname|fee)|_openstat|wickedid|spm|share_?id|__tn__|__s|fromauthsocial)$/i;

/**
 * The key under which an article's address is known: https, no www or mobile host, no AMP form, no tracking keys, no
 * fragment, no trailing slash, keys in order. Made for comparing, not for opening. Null unless http(s).
 */
export function normaliseAddress(url: string): string | null {
  const address = parse(url);
  if (!address) return null;
  const inside = unwrapAmp(address);
  if (inside) return normaliseAddress(inside);
  // A page on a port of its own (a local copy) may well answer to http only.
  if (address.protocol === 'http:' && !address.port) address.protocol = 'https:';
  if (address.hostname.endsWith('.')) address.hostname = address.hostname.slice(0, -1);
  address.hostname = plainHost(address.hostname);
  address.username = '';
  address.password = '';
  if (!address.hash.startsWith('#!')) address.hash = '';
  dropTracking(address);
  address.searchParams.delete('amp');
  if (address.searchParams.get('outputType') === 'amp') address.searchParams.delete('outputType');
  address.searchParams.sort();
  address.pathname = plainPath(address.pathname);
  return address.href.replace(/\?(?=#|$)/, '');
}

/** The address without tracking keys and fragment, otherwise as it is: for keeping and opening. */
export function cleanAddress(url: string): string | null {
  const address = parse(url);
  if (!address) return null;
  if (!address.hash.startsWith('#!')) address.hash = '';
  dropTracking(address);
  return address.href.replace(/\?(?=#|$)/, '');
}

function parse(url: string): URL | null {
  const trimmed = url.trim();
  if (!URL.canParse(trimmed)) return null;
  const address = new URL(trimmed);
  return (address.protocol === 'https:' || address.protocol === 'http:') && address.hostname ? address : null;
}

function dropTracking(address: URL): void {
  const doomed: string[] = [];
  // forEach, since Firefox refuses content scripts the iterators of DOM objects (bugzilla 1023984).
  address.searchParams.forEach((_, key) => {
    if (TRACKING.test(key)) doomed.push(key);
  });
  // Only touched when needed: writing searchParams re-encodes what stays.
  for (const key of doomed) address.searchParams.delete(key);
}

function plainHost(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  let plain = host.replace(/^([a-z]{2})\.m\.(?=\w+\.\w)/, '$1.');
  for (;;) {
    const shorter = plain.replace(/^(?:www\d?|m|mobile|amp|touch|wap)\.(?=[^.]+\.[^.])/, '');
    if (shorter === plain) return plain;
    plain = shorter;
  }
}

function plainPath(path: string): string {
  const plain = path
    .replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/^\/amp\/(?=.)/i, '/')
    .replace(/\/amp(?:\.html?)?\/?$/i, '')
    .replace(/\.amp(\.html?)$/i, '$1')
    .replace(/\/+$/, '');
  return plain || '/';
}

/** google.com/amp/s/host/path and host.cdn.ampproject.org/c/s/host/path hold the real address in their path. */
function unwrapAmp(address: URL): string | null {
  const path = /^(?:www\.)?google\.[a-z.]+$/.test(address.hostname)
    ? /^\/amp\/(s\/)?(.+)$/.exec(address.pathname)
    : /\.cdn\.ampproject\.org$/.test(address.hostname)
      ? /^\/[a-z]\/(s\/)?(.+)$/.exec(address.pathname)
      : null;
  return path?.[2]?.includes('.') ? `http${path[1] ? 's' : ''}://${path[2]}${address.search}` : null;
}

/**
 * Do both addresses lead to one article? The same key, or on one host the same article number: the words before the
 * number change when an editor rewrites the headline, and `/print/92731.html` is the print view of `…-92731.html`.
 */
export function sameArticle(a: string, b: string): boolean {
  const first = normaliseAddress(a);
  const second = normaliseAddress(b);
  if (!first || !second) return false;
  if (first === second) return true;
  const one = new URL(first);
  const other = new URL(second);
  if (one.host !== other.host || one.search !== other.search) return false;
  const id = articleId(one.pathname);
  return id !== null && id === articleId(other.pathname);
}

/** The number that names an article in its path, five digits or more. */
export function articleId(path: string): string | null {
  return (
    /(?:^|[-/])(?:post|a|d|art|article)?(\d{5,20})\.(?:html?|chn|ldo|vnp|tpo|vov|epi|aspx|antd)$/i.exec(
      path,
    )?.[1] ??
    /-(\d{6,})\/?$/.exec(path)?.[1] ??
    null
  );
}

export type AddressShape = 'article' | 'home' | 'listing' | 'unknown';

/** Papers in Vietnamese that are not at home under .vn; not the list of outlets, which would double the detector's size. */
const VIETNAMESE = /\.vn$|(?:^|\.)(?:vnexpress\.net|bbc\.com|bbc\.co\.uk|rfa\.org|voatiengviet\.com)$/i;

/** Asked in lower case: the flag `i` makes patterns of many words slow to compile. */
const HOME =
  /^\/(?:(?:index|home|default|trang-chu)(?:\.(?:html?|php|aspx))?|(?:[a-z]{2}|[a-z]{2}-[a-z]{2}))?\/?$/;
const LISTING =
  /-ptag\.html?$|^\/print\/|\/(?:search|tim-kiem|tags?|tu-khoa|chu-de|topics?|category|categories|chuyen-muc|chuyen-de|danh-muc|author|authors|tac-gia|su-kien|dong-su-kien|rss|feed|sitemap|archives?|page|trang)(?:[./]|-\d|$)|\/(?:search|tim-kiem|tags?|tu-khoa|chu-de|topics?|chuyen-de|dong-su-kien)-|[-/](?:event|dsk)\d+\.|-(?:trang|p)\d{1,3}\.html?$|^\/tin-(?:moi|nong|tuc)[\w-]*(?:\.html?)?$/;
const ARTICLE: readonly RegExp[] = [
  /-\d{4,20}\.(?:html?|chn|ldo|vnp|tpo|vov|epi|antd|aspx)$/,
  /-post\d+\.\w+$/,
  /-d\d{4,}\.html?$/,
  /-\d{6,}$/,
  /\/a\/[^/]+\/\d+\.html$/,
  /\/(?:19|20)\d{2}\/(?:\d{1,2}|[a-z]{3})\/\d{1,2}\/.{3,}/,
  /\/(?:19|20)\d{2}\/\d{1,2}\/[^/]*[a-z][^/]{5,}$/,
  /\/(?:19|20)\d{2}-?\d{2}-?\d{2}\/[^/]{5,}/,
  /\/articles?\/[\w-]{6,}/,
  /\/story\/[^/]{6,}/,
  /[/_-]a?\d{6,}(?:\.\w{3,5})?$/,
];

/** What the address alone says. "unknown" is common outside the press we know: the page has to decide. */
export function addressShape(url: string): AddressShape {
  return readShape(url).shape;
}

/** The same, and whether more than the shortness of the path speaks for it. */
export function readShape(url: string): { shape: AddressShape; isSure: boolean } {
  const sure = (shape: AddressShape) => ({ shape, isSure: true });
  const address = parse(url);
  if (!address) return sure('unknown');
  const inside = unwrapAmp(address);
  if (inside) return readShape(inside);
  const path = address.pathname
    .toLowerCase()
    .replace(/\/amp\/?$/, '')
    .replace(/(.)\/+$/, '$1');
  if (HOME.test(path))
    return sure(/[?&](?:s|q|keyword|page|tag)=/i.test(address.search) ? 'listing' : 'home');
  if (LISTING.test(path)) return sure('listing');
  if (ARTICLE.some((pattern) => pattern.test(path))) return sure('article');
  if (/[?&](?:page|trang|s|q|keyword|tag)=/i.test(address.search)) return sure('listing');
  const vietnamese = VIETNAMESE.test(address.hostname);
  const segments = path.split('/').filter(Boolean);
  const last = segments.at(-1) ?? '';
  const words = last.replace(/\.\w{2,5}$/, '').split('-').length;
  // The Vietnamese press numbers its articles; without a number it is a section, however long its name.
  if (vietnamese) return sure(/\d{4}/.test(path) || segments.length > 3 ? 'unknown' : 'listing');
  if (words >= 5) return sure('article');
  const isShort =
    segments.length <= 2 &&
    segments.every((segment) => segment.split('-').length <= 3 && !/\d/.test(segment));
  return isShort ? { shape: 'listing', isSure: false } : sure('unknown');
}

/**
 * The page's own idea of its address: link rel, meta name (OneCMS), og:url, JSON-LD; refused when it is no article's
 * address while the page is one: "/" or the home of another site. Falls back on the page's address.
 */
export function canonicalAddress(document: Document, pageUrl: string): string {
  return canonicalCandidate(document, pageUrl)?.url ?? cleanAddress(pageUrl) ?? pageUrl;
}

/** The same with the place it stood; null when the page names none that can be believed. */
export function canonicalCandidate(
  document: Document,
  pageUrl: string,
  nodes: JsonLdNode[] = readJsonLd(document),
): { url: string; source: string } | null {
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? null;
  const node = articleNode(nodes, { pageUrl });
  const candidates: [string, string | null][] = [
    ['link:canonical', attribute('link[rel~="canonical" i][href]', 'href')],
    ['meta:canonical', attribute('meta[name="canonical" i]', 'content')],
    ['meta:og:url', attribute('meta[property="og:url" i], meta[name="og:url" i]', 'content')],
    ['json-ld:mainEntityOfPage', stringOf(node?.['mainEntityOfPage'], '@id', 'url')],
    ['json-ld:url', stringOf(node?.['url'], '@id')],
  ];
  const page = readWebArchiveAddress(pageUrl)?.originalUrl ?? pageUrl;
  for (const [source, printed] of candidates) {
    const url = printed && believable(printed.trim(), page);
    if (url) return { url, source };
  }
  return null;
}

function believable(printed: string, pageUrl: string): string | null {
  if (!printed || !URL.canParse(printed, pageUrl)) return null;
  const absolute = new URL(printed, pageUrl).href;
  // Replayed pages have their links rewritten to the archive.
  const url = cleanAddress(readWebArchiveAddress(absolute)?.originalUrl ?? absolute);
  if (!url) return null;
  const page = parse(pageUrl);
  if (!page) return url;
  const shape = addressShape(url);
  const own = addressShape(pageUrl);
  if (shape === 'home' && own !== 'home') return null;
  if (shape === 'listing' && own === 'article') return null;
  return url;
}
