/**
 * Texts that tell one story in mostly the same words: agency copy, reprints, light rewrites. A text is cut into shingles of
 * four folded syllables; a sketch is 64 minima of their hashes, a byte each (MinHash), enough to choose candidates among
 * 100,000 articles; the shingles of the two texts then decide. Promise: marks, case, order of paragraphs, another byline
 * and captions do not matter; templates with other figures are not one story. The rule: `isSameStory`.
 */
import { eachWord } from './tokens';

/** Syllables in a shingle. */
const SHINGLE = 4;
export const MINIMA = 64;
/** Captions, tables of scores, news in one sentence: too little to tell a reprint from a coincidence. */
export const LEAST_SYLLABLES = 60;
/** How much of the shorter text must stand in the other. */
export const LEAST_SHARE = 0.5;
/** A text that is a small part of a much longer one is a quotation, not the same story. */
export const LEAST_LENGTH = 0.25;
/** From so many figures on, they must agree as well. One alone agrees by chance where a pattern is filled in each day. */
const FIGURES_THAT_TELL = 5;
/** How many of them: an outlet's own lead may bring figures of its own, a pattern brings others throughout. */
const LEAST_FIGURES = 0.5;

export interface Shingles {
  syllables: number;
  /** Hashes, each once, in order. */
  all: Uint32Array;
  /** Figures that stand one after the other in a paragraph; a lonely one with the words around it. */
  figures: Uint32Array;
}

export interface Likeness {
  /** How much of the shorter text stands in the other, 0–1. */
  share: number;
  /** The same of their figures; null when there are too few to tell. */
  figures: number | null;
  /** Length of the shorter of that of the longer. */
  length: number;
}

/** @param pieces paragraphs: a shingle never reaches from one into the next, so that their order does not matter */
export function shinglesOf(pieces: readonly string[]): Shingles {
  let all = new Uint32Array(1_024);
  let count = 0;
  const figures: number[] = [];
  let syllables = 0;
  const hashes: number[] = [];
  const places: number[] = [];
  for (const piece of pieces) {
    hashes.length = 0;
    places.length = 0;
    eachWord(piece, ({ hash, hasDigit }) => {
      if (hasDigit) places.push(hashes.length);
      hashes.push(mix(hash));
    });
    syllables += hashes.length;
    all = withRoom(all, count + hashes.length);
    for (let at = 0; at + SHINGLE <= hashes.length; at += 1) {
      all[count] = joined(hashes, at, at + SHINGLE);
      count += 1;
    }
    for (let n = 1; n < places.length; n += 1)
      figures.push(joined([hashes[places[n - 1]!]!, hashes[places[n]!]!], 0, 2));
    if (places.length === 1) {
      const [place] = places as [number];
      figures.push(joined(hashes, Math.max(0, place - 2), Math.min(hashes.length, place + 2)));
    }
  }
  return { syllables, all: eachOnce(all.slice(0, count)), figures: eachOnce(Uint32Array.from(figures)) };
}

function withRoom(numbers: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  if (room <= numbers.length) return numbers;
  const larger = new Uint32Array(Math.max(room, 2 * numbers.length));
  larger.set(numbers);
  return larger;
}

/** In order. */
function eachOnce(numbers: Uint32Array): Uint32Array {
  numbers.sort();
  let count = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    if (at > 0 && numbers[at] === numbers[at - 1]) continue;
    numbers[count] = numbers[at]!;
    count += 1;
  }
  return numbers.slice(0, count);
}

function joined(hashes: readonly number[], from: number, to: number): number {
  let whole = 0;
  for (let at = from; at < to; at += 1) whole = mix(Math.imul(whole ^ hashes[at]!, 0x9e3779b1));
  return whole >>> 0;
}

/** null: too short to say anything. */
export function sketchOf({ syllables, all }: Shingles): Uint8Array | null {
  if (syllables < LEAST_SYLLABLES || all.length === 0) return null;
  const sketch = new Uint8Array(MINIMA);
  // Signed throughout, the order of unsigned ones kept by turning the first bit: others would be floats here.
  const hashes = Int32Array.from(all);
  for (let at = 0; at < MINIMA; at += 1) {
    const salt = SALTS[at]! | 0;
    let least = 0x7fffffff;
    for (let n = 0; n < hashes.length; n += 1) {
      const mixed = mix(Math.imul(hashes[n]! ^ salt, 0x85ebca6b)) ^ 0x80000000;
      if (mixed < least) least = mixed;
    }
    // Minima are small numbers: their upper bits say little.
    sketch[at] = Math.imul(least ^ 0x80000000, 0x9e3779b1) >>> 24;
  }
  return sketch;
}

export function compareShingles(a: Shingles, b: Shingles): Likeness {
  const [shorter, longer] = [a.all.length, b.all.length].toSorted((x, y) => x - y) as [number, number];
  const figures = Math.min(a.figures.length, b.figures.length);
  return {
    share: shorter === 0 ? 0 : common(a.all, b.all) / shorter,
    figures: figures < FIGURES_THAT_TELL ? null : common(a.figures, b.figures) / figures,
    length: longer === 0 ? 0 : shorter / longer,
  };
}

/**
 * The rule. Both have 60 syllables or more, the shorter is at least a quarter of the longer, half of the shorter stands in
 * the other, and where both are full of figures (weather, prices, draws) half of those agree, too.
 */
export function isSameStory(a: Shingles, b: Shingles, likeness = compareShingles(a, b)): boolean {
  return (
    Math.min(a.syllables, b.syllables) >= LEAST_SYLLABLES &&
    likeness.length >= LEAST_LENGTH &&
    likeness.share >= LEAST_SHARE &&
    (likeness.figures === null || likeness.figures >= LEAST_FIGURES)
  );
}

/** How many numbers two ordered lists share. */
function common(a: Uint32Array, b: Uint32Array): number {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) count += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return count;
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return mixed ^ (mixed >>> 15);
}

/** One for each minimum. They are in the sketches kept: never to be changed. */
const SALTS = Uint32Array.from({ length: MINIMA }, (_, at) => mix(Math.imul(at + 1, 0x9e3779b1)) >>> 0);
