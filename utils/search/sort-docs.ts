/** Documents in order. The whole order is made once; what a filter leaves is picked from it in one pass. */
import { NO_DATE, type Catalogue } from './catalogue';
import type { DocSet } from './doc-set';

export type SortBy = 'saved' | 'published' | 'outlet' | 'relevance';

/** Doc numbers fit below this; above it stand the seconds or minutes they are sorted by. */
const DOCS = 2 ** 21;
/** Scores are told apart to this fraction of the best. */
const RANKS = 2 ** 16;

/** Largest key first; of the same key, the later number first. */
function byKey(docs: Uint32Array, keyOf: (doc: number) => number): Uint32Array {
  // Numbers sort many times faster than a function that compares.
  const keys = new Float64Array(docs.length);
  for (let at = 0; at < docs.length; at += 1) keys[at] = keyOf(docs[at]!) * DOCS + docs[at]!;
  keys.sort();
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const rest = keys[keys.length - 1 - at]! % DOCS;
    order[at] = rest < 0 ? rest + DOCS : rest;
  }
  return order;
}

/** All documents, newest first; by outlet in Vietnamese order, newest save first in each, those without one last. */
export function orderAll(catalogue: Catalogue, sort: Exclude<SortBy, 'relevance'>): Uint32Array {
  const docs = catalogue.here.toArray();
  const { saved, published, outlets } = catalogue;
  if (sort === 'published') return byKey(docs, (doc) => Math.max(published[doc]!, NO_DATE));
  const order = byKey(docs, (doc) => Math.floor(saved[doc]! / 1000));
  if (sort === 'saved') return order;
  const ranks = ranksOf(catalogue);
  const starts = new Uint32Array(ranks.count + 1);
  for (const doc of order) starts[ranks.of[outlets[doc]!]! + 1]! += 1;
  for (let rank = 0; rank < ranks.count; rank += 1) starts[rank + 1]! += starts[rank]!;
  const sorted = new Uint32Array(order.length);
  for (const doc of order) {
    const rank = ranks.of[outlets[doc]!]!;
    sorted[starts[rank]!] = doc;
    starts[rank]! += 1;
  }
  return sorted;
}

/** Collation is slow: only the distinct outlets are compared by it. */
function ranksOf({ here, names, outlets }: Catalogue): { of: Uint32Array; count: number } {
  const used = new Set<number>();
  here.forEach((doc) => used.add(outlets[doc]!));
  const collator = new Intl.Collator('vi');
  const sorted = [...used].toSorted(
    (a, b) => Number(a === 0) - Number(b === 0) || collator.compare(names[a]!, names[b]!),
  );
  const of = new Uint32Array(names.length);
  for (const [rank, name] of sorted.entries()) of[name] = rank;
  return { of, count: sorted.length };
}

/** Those of a set, in the order of `order`. */
export function pick(order: Uint32Array, wanted: DocSet): Uint32Array {
  const picked = new Uint32Array(wanted.count);
  let at = 0;
  for (const doc of order) if (wanted.has(doc)) picked[at++] = doc;
  return at === picked.length ? picked : picked.slice(0, at);
}

/** The first `count` of `pick`, and with `scores` of `byScore`, in one pass without sorting the rest. */
export function firstOf(
  order: Uint32Array,
  wanted: DocSet,
  count: number,
  scores: Float32Array | null,
): Uint32Array {
  const first = new Uint32Array(count);
  let length = 0;
  if (!scores) {
    for (const doc of order) {
      if (length === count) break;
      if (wanted.has(doc)) first[length++] = doc;
    }
    return first.subarray(0, length);
  }
  let best = Number.MIN_VALUE;
  wanted.forEach((doc) => (best = Math.max(best, scores[doc] ?? 0)));
  const ranks = new Uint16Array(count);
  for (const doc of order) {
    if (!wanted.has(doc)) continue;
    const rank = rankOf(scores[doc] ?? 0, best);
    if (length === count && rank >= ranks[count - 1]!) continue;
    let at = length < count ? length++ : count - 1;
    for (; at > 0 && ranks[at - 1]! > rank; at -= 1) {
      first[at] = first[at - 1]!;
      ranks[at] = ranks[at - 1]!;
    }
    first[at] = doc;
    ranks[at] = rank;
  }
  return first.subarray(0, length);
}

/** 0 for the best. */
const rankOf = (score: number, best: number) => RANKS - 1 - Math.round((score / best) * (RANKS - 1));

/** The best first; of the same score (to a 65,000th of the best), the order they came in. */
export function byScore(docs: Uint32Array, scores: Float32Array): Uint32Array {
  let best = Number.MIN_VALUE;
  for (const doc of docs) best = Math.max(best, scores[doc] ?? 0);
  // Counted into places instead of compared: every key press waits for this.
  const ranks = new Uint16Array(docs.length);
  const starts = new Uint32Array(RANKS + 1);
  for (let at = 0; at < docs.length; at += 1) {
    const rank = rankOf(scores[docs[at]!] ?? 0, best);
    ranks[at] = rank;
    starts[rank + 1]! += 1;
  }
  for (let rank = 0; rank < RANKS; rank += 1) starts[rank + 1]! += starts[rank]!;
  const order = new Uint32Array(docs.length);
  for (let at = 0; at < docs.length; at += 1) {
    const rank = ranks[at]!;
    order[starts[rank]!] = docs[at]!;
    starts[rank]! += 1;
  }
  return order;
}
