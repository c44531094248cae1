/** Does the page show the whole article? Says so where it goes on on another page, or stops at a wall for subscribers. */
import { foldMarks } from '@/utils/text/fold';
import { isArticleNode, readJsonLd } from './json-ld';
import type { Incompleteness } from './types';

/** A wall lets the beginning through: a longer text is the whole one, read by a subscriber. */
const LONGEST_STUB = 2_500;

const WALL =
  /(?:to (?:continue|keep) reading|subscribe to (?:read|continue)|subscribers? only|for subscribers|il vous reste .{1,12} a lire|reserve aux abonnes|jetzt weiterlesen|nur fur abonnenten|contenido exclusivo para suscriptores|de doc tiep|danh cho (?:doc gia|thanh vien) (?:tra phi|dang ky|vip)|dang nhap de doc)/;
const WALL_PLACES =
  '[class*="paywall" i], [id*="paywall" i], [class*="premium-wall" i], [class*="regwall" i], [class*="subscribe" i], [class*="subscription" i], [class*="locked" i], [class*="thu-phi" i]';

/** `text`: the clean copy's. An empty list: nothing says that there is more. */
export function incompleteness(document: Document, pageUrl: string, text: string): Incompleteness[] {
  const found: Incompleteness[] = [];
  if (goesOn(document, pageUrl)) found.push('furtherPages');
  if (text.length <= LONGEST_STUB && isWalled(document)) found.push('wall');
  return found;
}

function isWalled(document: Document): boolean {
  for (const node of readJsonLd(document)) {
    const isFree = node['isAccessibleForFree'];
    const isSaid = isFree === false || (typeof isFree === 'string' && /^false$/i.test(isFree));
    if (isSaid && isArticleNode(node)) return true;
  }
  return [...document.querySelectorAll(WALL_PLACES)]
    .slice(0, 40)
    .some((place) => WALL.test(foldMarks((place.textContent ?? '').slice(0, 2_000).replace(/\s+/g, ' '))));
}

/** `?page=2`, `/2`, `-trang2.html`, `-p2.html`: the same address but for the number of a page. */
function goesOn(document: Document, pageUrl: string): boolean {
  const here = pagedAddress(pageUrl);
  if (!here) return false;
  for (const link of document.querySelectorAll('link[rel~="next"][href], a[rel~="next"][href]')) {
    const href = link.getAttribute('href')!;
    const next = URL.canParse(href, pageUrl) ? pagedAddress(new URL(href, pageUrl).href) : null;
    if (next && next.article === here.article && next.page === here.page + 1) return true;
  }
  return false;
}

function pagedAddress(address: string): { article: string; page: number } | null {
  if (!URL.canParse(address)) return null;
  const { host, pathname, searchParams } = new URL(address);
  const asked = ['page', 'p', 'trang', 'seite', 'pagina', 'paged']
    .map((name) => searchParams.get(name))
    .find((value) => value !== null && /^\d{1,3}$/.test(value));
  const ending = /^(.+?)(?:[/-](?:trang-?|page-?|p-?|seite-?)?(\d{1,2}))?\/?(\.\w{2,5})?$/.exec(pathname);
  const path = ending ? `${ending[1]}${ending[3] ?? ''}` : pathname;
  return { article: host + path, page: Number(asked ?? ending?.[2] ?? 1) };
}
