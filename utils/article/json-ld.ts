/** JSON-LD as pages really print it: several scripts, arrays, graphs, undecoded entities, now and then broken. */
import { collapseBlanks, decodeEntities } from '@/utils/text/normal';
import { foldMarks } from '@/utils/text/fold';

export type JsonLdNode = Record<string, unknown>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Reportage)$/;
const DEEPEST = 6;
const MOST = 400;

/** Every object with an `@type`, the outer ones first. A script that cannot be parsed is skipped, the others count. */
export function readJsonLd(document: Document): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    collect(parseLoose(script.textContent ?? ''), nodes, 0);
  }
  return nodes;
}

function parseLoose(text: string): unknown {
  const trimmed = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, '')
    .trim()
    .replace(/;$/, '');
  if (!trimmed) return null;
  try {
    return JSON.parse(trimmed);
  } catch {
    try {
      // Raw line breaks and tabs inside strings, and trailing commas, are the common faults.
      // oxlint-disable-next-line no-control-regex
      return JSON.parse(trimmed.replace(/[\u0000-\u001F]+/g, ' ').replace(/,\s*([}\]])/g, '$1'));
    } catch {
      return null;
    }
  }
}

function collect(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (depth > DEEPEST || nodes.length >= MOST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  const node = value as JsonLdNode;
  if (node['@type'] !== undefined) nodes.push(node);
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'breadcrumb',
    'hasPart',
    'isPartOf',
    'itemListElement',
  ]) {
    const inner = node[key];
    if (typeof inner === 'object') collect(inner, nodes, depth + 1);
  }
}

/** Its types, without a schema.org prefix. */
export function typesOf(node: JsonLdNode): string[] {
  return listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

export function isArticleNode(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => ARTICLE_TYPE.test(type));
}

/**
 * The node of this page's article. A page may describe teasers as articles too: then the one whose address or headline
 * is the page's; several halves of one article (`Article` and `NewsArticle`) are laid over each other.
 */
export function articleNode(
  nodes: JsonLdNode[],
  page: { pageUrl: string; headline?: string | null },
): JsonLdNode | null {
  const articles = nodes.filter(isArticleNode);
  if (articles.length < 2) return articles[0] ?? null;
  const scored = articles.map((node, order) => ({ node, order, score: score(node, page) }));
  scored.sort((a, b) => b.score - a.score || a.order - b.order);
  const best = scored[0]!;
  if (best.score <= 0) return best.node;
  const merged: JsonLdNode = {};
  for (const { node } of scored.filter((one) => one.score === best.score).toReversed()) {
    for (const [key, value] of Object.entries(node)) if (!isEmpty(value)) merged[key] = value;
  }
  return merged;
}

function score(node: JsonLdNode, page: { pageUrl: string; headline?: string | null }): number {
  const path = pathOf(page.pageUrl);
  const addresses = [
    stringOf(node['mainEntityOfPage'], '@id', 'url'),
    stringOf(node['url'], '@id'),
    stringOf(node['@id']),
  ];
  const headline = textOf(node['headline']) ?? textOf(node['name']);
  const sameAddress = path.length > 1 && addresses.some((url) => url !== null && pathOf(url) === path);
  const wanted = page.headline ? foldMarks(page.headline) : '';
  const own = headline ? foldMarks(headline) : '';
  const sameHeadline =
    own.length > 7 &&
    wanted.length > 7 &&
    (own === wanted || wanted.startsWith(own) || own.startsWith(wanted));
  return (sameAddress ? 2 : 0) + (sameHeadline ? 2 : 0);
}

function pathOf(url: string): string {
  return URL.canParse(url, 'https://x.invalid/')
    ? new URL(url, 'https://x.invalid/').pathname.replace(/\/+$/, '')
    : '';
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A string, or the first string under one of the keys of an object, or of the first item of a list; undecoded. */
export function stringOf(value: unknown, ...keys: string[]): string | null {
  for (const item of listOf(value)) {
    if (typeof item === 'string' && item.trim()) return item;
    if (typeof item === 'number') return String(item);
    if (typeof item === 'object' && item !== null) {
      for (const key of keys) {
        const inner = stringOf((item as JsonLdNode)[key]);
        if (inner) return inner;
      }
    }
  }
  return null;
}

/** A string as text: entities decoded, tags cut, blanks collapsed; null when nothing is left. */
export function textOf(value: unknown, ...keys: string[]): string | null {
  const raw = stringOf(value, ...keys);
  return raw === null ? null : plainText(raw);
}

/** Entities decoded, simple inline tags cut, one line. */
export function plainText(raw: string): string | null {
  return (
    collapseBlanks(
      decodeEntities(raw).replace(/<\/?(?:a|b|i|em|strong|span|br|p|sup|sub|u)(?:\s[^<>]*)?\/?>/gi, ' '),
    ) || null
  );
}

/** The names of every item, for authors and the like: strings, objects with a name, nested lists. */
export function namesOf(value: unknown): { name: string; type: string | null }[] {
  return listOf(value).flatMap((item) => {
    if (Array.isArray(item)) return namesOf(item);
    if (typeof item === 'string') {
      const name = plainText(item);
      return name ? [{ name, type: null }] : [];
    }
    if (typeof item !== 'object' || item === null) return [];
    const node = item as JsonLdNode;
    const type = typesOf(node)[0] ?? null;
    if (Array.isArray(node['name'])) return namesOf(node['name']).map((one) => ({ ...one, type }));
    if (typeof node['name'] === 'object') return namesOf(node['name']);
    const name = textOf(node['name']);
    return name ? [{ name, type }] : [];
  });
}

/** Values that only point at another node (`{"@id": …}`) replaced by that node, as far as it is on the page. */
export function withReferences(value: unknown, nodes: readonly JsonLdNode[]): unknown[] {
  return listOf(value).map((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    const { '@id': id, name } = item as JsonLdNode;
    if (typeof id !== 'string' || name !== undefined) return item;
    return nodes.find((node) => node['@id'] === id && node['name'] !== undefined) ?? item;
  });
}

/** The path of a BreadcrumbList, in the order of its positions, as printed; empty when there is none. */
export function breadcrumbsOf(nodes: JsonLdNode[]): { name: string; url: string | null }[] {
  let longest: { name: string; url: string | null }[] = [];
  for (const node of nodes) {
    if (!typesOf(node).includes('BreadcrumbList')) continue;
    const items = listOf(node['itemListElement'])
      .filter((item): item is JsonLdNode => typeof item === 'object' && item !== null && !Array.isArray(item))
      .map((item, order) => ({
        position: Number(item['position'] ?? order),
        name: textOf(item['name']) ?? textOf(item['item'], 'name'),
        url: stringOf(item['item'], '@id', 'url'),
      }))
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ name, url }) => (name ? [{ name, url }] : []));
    if (items.length > longest.length) longest = items;
  }
  return longest;
}
