/**
 * Look-alikes: blocks of one template that differ in a name and a number, or not at all. Where another saved block fits the
 * live one about as well, or the saved one fits another live block, the words do not say which is which.
 */
import type { Alignment, Pair } from './alignment';
import { changesBetween, isAnotherWord } from './changed-words';
import { diffUnits } from './diff-units';
import type { NormalView } from './normal-view';
import { gramsOf } from './unique-grams';

const GRAM = 12;
/** Shares of a block's stretches that make another a look-alike; live text is edited, so less of it agrees. */
const LIKE_SAVED = 0.3;
const LIKE_LIVE = 0.15;
/** Edits by which the right one must be nearer. */
const MARGIN = 5;
const FURTHEST = 1000;
/** Of a block with more look-alikes than that only the most alike are compared. */
const MOST_RIVALS = 24;
const BLOCKS_A_STEP = 64;

/**
 * Marks contested pairs. Yields where it may rest.
 * @param byPlace pairs that words alone did not make
 * @param certain those of them that nothing can contest
 */
export function* findRivals(
  alignment: Alignment,
  byPlace: ReadonlySet<Pair>,
  certain: ReadonlySet<Pair>,
): Generator<void> {
  const { saved, live, pairs } = alignment;
  const savedGrams = yield* samplesOf(saved);
  yield;
  const liveGrams = yield* samplesOf(live);
  yield;
  const inSaved = index(savedGrams);
  yield;
  const inLive = index(liveGrams);
  yield;
  const liveOf = new Map<number, Set<number>>();
  for (const pair of pairs) liveOf.set(pair.saved, (liveOf.get(pair.saved) ?? new Set()).add(pair.live));
  const twins = balancedTwins(alignment);
  for (const [n, pair] of pairs.entries()) {
    if (n % 16 === 15) yield;
    if (certain.has(pair)) continue;
    // Another name or number in the old place: as likely another paragraph of the same kind as the old one corrected.
    const changes = () => changesBetween(wordsOf(saved, pair.saved), wordsOf(live, pair.live));
    const same = twins.get(pair.saved);
    if (byPlace.has(pair) && changes().gone.length > 0 && !same) {
      pair.isContested = true;
      continue;
    }
    const grams = savedGrams[pair.saved]!;
    const others = alike(grams, inSaved, LIKE_SAVED, pair.saved);
    const elsewhere = alike(grams, inLive, LIKE_LIVE, pair.live).filter(
      (block) => !liveOf.get(pair.saved)!.has(block),
    );
    if (others.length === 0 && elsewhere.length === 0) continue;
    const own = distance(alignment, pair.saved, pair.live, FURTHEST);
    const limit = own < 0 ? FURTHEST : own + MARGIN - 1;
    const fits = (block: number) => distance(alignment, block, pair.live, limit) >= 0;
    const isFitFor = (block: number) => distance(alignment, pair.saved, block, limit) >= 0;
    pair.isContested = isAnotherWord(changes()) || others.some(fits) || elsewhere.some(isFitFor);
    pair.isBalanced =
      pair.isContested &&
      same !== undefined &&
      !isAnotherWord(changes()) &&
      !others.some((block) => !same.saved.has(block) && fits(block)) &&
      !elsewhere.some((block) => !same.live.has(block) && isFitFor(block));
  }
}

interface Twins {
  saved: ReadonlySet<number>;
  live: ReadonlySet<number>;
}

/** Saved blocks that read the same, each with one block in the live text, in the same order. */
function balancedTwins({ saved, pairs }: Alignment): Map<number, Twins> {
  const alike = new Map<string, number[]>();
  for (let block = 0; block < saved.blockStart.length; block += 1) {
    const words = wordsOf(saved, block);
    if (words !== '') alike.set(words, [...(alike.get(words) ?? []), block]);
  }
  const found = new Map<number, Twins>();
  for (const blocks of alike.values()) {
    if (blocks.length < 2) continue;
    const own = pairs.filter((pair) => blocks.includes(pair.saved));
    const isInOrder = own.every(
      ({ isInPlace, live }, n) => isInPlace && (n === 0 || live > own[n - 1]!.live),
    );
    if (own.length !== blocks.length || !isInOrder) continue;
    if (new Set(own.map((pair) => pair.saved)).size !== blocks.length) continue;
    const twins = { saved: new Set(blocks), live: new Set(own.map(({ live }) => live)) };
    for (const block of blocks) found.set(block, twins);
  }
  return found;
}

const wordsOf = ({ text, blockStart, blockEnd }: NormalView, block: number): string =>
  text.slice(blockStart[block], blockEnd[block]);

/** Hashes of a block's stretches; a part of them, chosen by hash, where there are many. Very short blocks count as one stretch. */
function* samplesOf(view: NormalView): Generator<void, number[][]> {
  const samples: number[][] = [];
  for (let block = 0; block < view.blockStart.length; block += 1) {
    if (block % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    const start = view.blockStart[block]!;
    const end = view.blockEnd[block]!;
    const k = Math.min(GRAM, end - start);
    if (k === 0) {
      samples.push([]);
      continue;
    }
    const { hashes, valid } = gramsOf(view.units, start, end, k);
    const every = end - start > 240 ? 8 : end - start > 96 ? 4 : 1;
    const kept: number[] = [];
    for (let n = 0; n < hashes.length; n += 1)
      if (valid[n] === 1 && (hashes[n]! >>> 20) % every === 0) kept.push(hashes[n]!);
    samples.push(kept);
  }
  return samples;
}

function index(samples: number[][]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [block, hashes] of samples.entries())
    for (const hash of hashes) {
      const blocks = found.get(hash);
      if (!blocks) found.set(hash, [block]);
      else if (blocks.at(-1) !== block) blocks.push(block);
    }
  return found;
}

function alike(
  grams: readonly number[],
  found: ReadonlyMap<number, number[]>,
  share: number,
  self: number,
): number[] {
  const counts = new Map<number, number>();
  for (const hash of grams)
    for (const block of found.get(hash) ?? [])
      if (block !== self) counts.set(block, (counts.get(block) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= grams.length * share)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_RIVALS)
    .map(([block]) => block);
}

function distance({ saved, live }: Alignment, one: number, other: number, most: number): number {
  return diffUnits(
    saved.units,
    saved.blockStart[one]!,
    saved.blockEnd[one]!,
    live.units,
    live.blockStart[other]!,
    live.blockEnd[other]!,
    most,
  );
}
