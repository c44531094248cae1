/** What the alignment of two texts knows: where every letter went, and what speaks for it. */
import type { NormalView } from './normal-view';

/** A saved block and a live block that holds words of it. */
export interface Pair {
  saved: number;
  live: number;
  /** Stands in the order of the whole text; others were moved. */
  isInPlace: boolean;
  /** Another block looks so like one of the two that words cannot tell them apart. */
  isContested: boolean;
  /** Contested only by paragraphs that say the very same: all of them still stand, in their order. */
  isBalanced?: boolean;
}

export interface Alignment {
  /** Raw text and blocks are the same; the maps are empty then. */
  isSame: boolean;
  /** Nothing but blanks, borders of blocks and Unicode forms differ. */
  isWhole: boolean;
  saved: NormalView;
  live: NormalView;
  /** Place among the live units of every saved unit, -1 for none; one to one. */
  to: Int32Array;
  from: Int32Array;
  /** Saved units in a stretch that stands once in either text. */
  proof: Uint8Array;
  /** Saved units that may be gone instead of a like stretch near them. */
  unsure: Uint8Array;
  /** Saved words that lost some letters, and those of which less than half is left, where letters were compared. */
  alteredWords: number;
  replacedWords: number;
  /** Sorted by saved, then live block. */
  pairs: Pair[];
  /** Share of the saved letters that stand in the live text in the old order, 0–1. */
  settled: number;
}

/** A run of units that are the same in both texts, side by side. */
export interface Run {
  at: number;
  to: number;
  length: number;
}

export function emptyAlignment(saved: NormalView, live: NormalView): Alignment {
  return {
    isSame: false,
    isWhole: false,
    saved,
    live,
    to: new Int32Array(saved.units.length).fill(-1),
    from: new Int32Array(live.units.length).fill(-1),
    proof: new Uint8Array(saved.units.length),
    unsure: new Uint8Array(saved.units.length),
    alteredWords: 0,
    replacedWords: 0,
    pairs: [],
    settled: 0,
  };
}

export function claim({ to, from }: Alignment, run: Run): void {
  for (let n = 0; n < run.length; n += 1) {
    to[run.at + n] = run.to + n;
    from[run.to + n] = run.at + n;
  }
}

export function release({ to, from }: Alignment, run: Run): void {
  for (let n = 0; n < run.length; n += 1)
    if (to[run.at + n] === run.to + n) {
      to[run.at + n] = -1;
      from[run.to + n] = -1;
    }
}

/** The pair of two blocks, if there is one. */
export function pairBetween({ pairs }: Alignment, saved: number, live: number): Pair | undefined {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = pairs[middle]!;
    if (one.saved < saved || (one.saved === saved && one.live < live)) low = middle + 1;
    else high = middle;
  }
  const found = pairs[low];
  return found?.saved === saved && found.live === live ? found : undefined;
}

export function sortPairs(alignment: Alignment): void {
  alignment.pairs.sort((a, b) => a.saved - b.saved || a.live - b.live);
}
