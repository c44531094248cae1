/**
 * Blocks without a stretch of their own (short headings, captions said twice, one-line paragraphs full of typos) are paired by
 * their place: they stand between the same paired neighbours in both texts.
 */
import { sortPairs, type Alignment, type Pair } from './alignment';
import { diffUnits } from './diff-units';
import type { NormalView } from './normal-view';

const LEAST_LIKE = 0.6;
/**
 * More blocks than that in a gap are not compared each with each. Before the first pair and after the last one stands what
 * a page has around its article: of that, the nearest are.
 */
const MOST_BLOCKS = 8;

export interface PairedByPlace {
  pairs: Pair[];
  /** Those of gaps that hold the very same blocks in both texts: nothing came or went between their neighbours. */
  certain: ReadonlySet<Pair>;
}

/** Adds the pairs to the alignment and gives them; their letters are not claimed yet. */
export function pairByPlace(alignment: Alignment): PairedByPlace {
  const { saved, live, pairs } = alignment;
  const inPlace = pairs.filter(({ isInPlace }) => isInPlace);
  const takenSaved = new Set(pairs.map((pair) => pair.saved));
  const takenLive = new Set(pairs.map((pair) => pair.live));
  const made: Pair[] = [];
  const certain = new Set<Pair>();
  const end = { saved: saved.blockStart.length, live: live.blockStart.length };
  let before = { saved: -1, live: -1 };
  for (const after of [...inPlace, end]) {
    const mine = untaken(saved, before.saved + 1, after.saved, takenSaved);
    const theirs = untaken(live, before.live + 1, after.live, takenLive);
    if (mine.length > 0 && theirs.length > 0) {
      const isSame =
        mine.length === theirs.length && mine.every((block, n) => isEqual(alignment, block, theirs[n]!));
      for (const [one, other] of isSame
        ? mine.map((block, n): [number, number] => [block, theirs[n]!])
        : likePairs(
            alignment,
            mine,
            before.saved < 0
              ? theirs.slice(-MOST_BLOCKS)
              : after === end
                ? theirs.slice(0, MOST_BLOCKS)
                : theirs,
          )) {
        const pair: Pair = { saved: one, live: other, isInPlace: true, isContested: false };
        made.push(pair);
        if (isSame) certain.add(pair);
      }
    }
    before = after;
  }
  pairs.push(...made);
  sortPairs(alignment);
  return { pairs: made, certain };
}

function untaken(view: NormalView, from: number, to: number, taken: ReadonlySet<number>): number[] {
  const blocks: number[] = [];
  for (let block = from; block < to; block += 1)
    if (!taken.has(block) && view.blockEnd[block]! > view.blockStart[block]!) blocks.push(block);
  return blocks;
}

function likeness({ saved, live }: Alignment, one: number, other: number, least: number): number {
  const [a0, a1] = [saved.blockStart[one]!, saved.blockEnd[one]!];
  const [b0, b1] = [live.blockStart[other]!, live.blockEnd[other]!];
  const size = a1 - a0 + b1 - b0;
  const edits = diffUnits(
    saved.units,
    a0,
    a1,
    live.units,
    b0,
    b1,
    Math.min(800, Math.floor(size * (1 - least))),
  );
  return edits < 0 ? 0 : 1 - edits / size;
}

const isEqual = (alignment: Alignment, one: number, other: number) =>
  likeness(alignment, one, other, 1) === 1;

/** Those that are more like each other than like any other here, in order. */
function likePairs(alignment: Alignment, mine: number[], theirs: number[]): [number, number][] {
  if (mine.length > MOST_BLOCKS || theirs.length > MOST_BLOCKS) return [];
  const table = mine.map((one) => theirs.map((other) => likeness(alignment, one, other, LEAST_LIKE)));
  const found: [number, number][] = [];
  let least = 0;
  for (const [n, row] of table.entries()) {
    const best = Math.max(...row);
    const at = row.indexOf(best);
    if (best < LEAST_LIKE || at < least) continue;
    const isOnly =
      row.every((value, other) => other === at || value < best - 0.1) &&
      table.every((other, m) => m === n || other[at]! < best - 0.1);
    if (!isOnly) continue;
    found.push([mine[n]!, theirs[at]!]);
    least = at + 1;
  }
  return found;
}
