/**
 * Drawing articles by chance. Promise: the same seed and the same frame give the same sample on every machine and in any
 * order of the frame, and anyone can draw it again: `docs/decisions/009-samples.md` tells how in three lines of Python.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** What a stratum is made of. */
export type Stratum = 'outlet' | 'month' | 'section';

/** An article as the draw sees it. */
export interface Drawable {
  id: string;
  outlet: string | null;
  /** ISO, or a bare date; its month is taken as printed, in the zone of the paper. */
  published: string | null;
  section: readonly string[];
}

export interface DrawWish {
  seed: string;
  /** Empty: one draw from the whole. */
  strataBy: readonly Stratum[];
  /** `proportional`: `size` in all, by largest remainder. `perStratum`: up to `size` from each. */
  allocation: 'proportional' | 'perStratum';
  size: number;
}

export interface DrawnStratum {
  /** One value for each of `strataBy`; empty text: not known. */
  values: string[];
  inFrame: number;
  drawn: number;
}

export interface Drawn {
  /** In the order in which they are to be coded. */
  articleIds: string[];
  strata: DrawnStratum[];
  frameSize: number;
  /** SHA-256 of the sorted ids, one a line. */
  frameSha: string;
}

const hexOf = (text: string) => bytesToHex(sha256(new TextEncoder().encode(text)));

/** The number that chance gives an article under a seed; the least are drawn. */
export const numberOf = (seed: string, articleId: string) => hexOf(`${seed}\n${articleId}`);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function valueOf(article: Drawable, by: Stratum): string {
  switch (by) {
    case 'outlet':
      return article.outlet ?? '';
    case 'month':
      return article.published?.slice(0, 7) ?? '';
    case 'section':
      return article.section[0] ?? '';
  }
}

/** How many of each, by largest remainder; equal remainders: the larger stratum, then the earlier one. */
function allocate(sizes: readonly number[], wanted: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const most = Math.min(wanted, total);
  if (total === 0) return sizes.map(() => 0);
  // Whole numbers: a remainder kept as a fraction would tie or not by accident of rounding.
  const shares = sizes.map((size) => Math.floor((most * size) / total));
  const remainders = sizes.map((size) => (most * size) % total);
  const left = most - shares.reduce((sum, share) => sum + share, 0);
  const order = sizes
    .map((_, index) => index)
    .toSorted((a, b) => remainders[b]! - remainders[a]! || sizes[b]! - sizes[a]! || a - b);
  for (const index of order.slice(0, left)) shares[index]! += 1;
  return shares;
}

/** Draws; `frame` may come in any order and holds each id once. */
export function drawSample(frame: readonly Drawable[], wish: DrawWish): Drawn {
  const strata = new Map<string, { values: string[]; ids: string[] }>();
  for (const article of frame) {
    const values = wish.strataBy.map((by) => valueOf(article, by));
    const key = JSON.stringify(values);
    const stratum = strata.get(key);
    if (stratum) stratum.ids.push(article.id);
    else strata.set(key, { values, ids: [article.id] });
  }
  const sorted = [...strata.values()].toSorted((a, b) => {
    const at = a.values.findIndex((value, n) => value !== b.values[n]);
    return at === -1 ? 0 : compare(a.values[at]!, b.values[at]!);
  });
  const sizes = sorted.map(({ ids }) => ids.length);
  const shares =
    wish.allocation === 'perStratum'
      ? sizes.map((size) => Math.min(size, wish.size))
      : allocate(sizes, wish.size);
  const numbers = new Map(frame.map(({ id }) => [id, numberOf(wish.seed, id)]));
  const byNumber = (a: string, b: string) => compare(numbers.get(a)!, numbers.get(b)!);
  const drawn = sorted.flatMap(({ ids }, n) => ids.toSorted(byNumber).slice(0, shares[n]));
  return {
    articleIds: drawn.toSorted(byNumber),
    strata: sorted.map(({ values, ids }, n) => ({ values, inFrame: ids.length, drawn: shares[n]! })),
    frameSize: frame.length,
    frameSha: hexOf(
      frame
        .map(({ id }) => id)
        .toSorted(compare)
        .join('\n'),
    ),
  };
}
