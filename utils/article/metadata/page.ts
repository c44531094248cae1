/** What every field of the metadata reads from: the page, its metas by name, its JSON-LD, the hints. */
import { articleNode, plainText, readJsonLd, type JsonLdNode } from '../json-ld';
import type { MetadataHints } from './hints';

export interface Page {
  document: Document;
  url: string;
  hints: MetadataHints;
  now: Date;
  nodes: JsonLdNode[];
  /** The JSON-LD node of the article, when there is one. */
  article: JsonLdNode | null;
  metas: ReadonlyMap<string, readonly string[]>;
  /** A Vietnamese page: by its hints, its host or its text. Decides how dates without a zone are read. */
  vietnamese: boolean;
}

/** Metas by lower-case name or property; `itemprop` only from metas, under `itemprop:name`. */
export function readMetas(document: Document): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const text = plainText(meta.getAttribute('content') ?? '');
    if (!text) continue;
    for (const attribute of ['property', 'name', 'itemprop'] as const) {
      const printed = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (!printed) continue;
      const key = attribute === 'itemprop' ? `itemprop:${printed}` : printed;
      const list = metas.get(key) ?? [];
      if (!list.includes(text)) list.push(text);
      metas.set(key, list);
    }
  }
  return metas;
}

export function readPage(document: Document, url: string, hints: MetadataHints, now: Date): Page {
  const nodes = readJsonLd(document);
  const metas = readMetas(document);
  const headline =
    hints.title?.text ?? metas.get('og:title')?.[0] ?? document.querySelector('h1')?.textContent ?? null;
  return {
    document,
    url,
    hints,
    now,
    nodes,
    article: articleNode(nodes, { pageUrl: url, headline }),
    metas,
    vietnamese: looksVietnamese(document, url, hints),
  };
}

function looksVietnamese(document: Document, url: string, hints: MetadataHints): boolean {
  if (hints.family !== null) return true;
  const lang = (document.documentElement?.getAttribute('lang') ?? '').toLowerCase();
  if (lang.startsWith('vi')) return true;
  return URL.canParse(url) && new URL(url).hostname.endsWith('.vn') && !lang.startsWith('en');
}

export function metaOf(page: Page, name: string): string | null {
  return page.metas.get(name.toLowerCase())?.[0] ?? null;
}

/** Text of an element as one line; null when empty. */
export function elementText(element: Element | null | undefined): string | null {
  return element ? plainTextOf(element) : null;
}

function plainTextOf(element: Element): string | null {
  const text = (element.textContent ?? '')
    .replace(/[\u200B\u00AD\uFEFF\u2060]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .normalize('NFC');
  return text || null;
}
