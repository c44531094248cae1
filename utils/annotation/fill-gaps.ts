/** Between the runs of two paired blocks: the shortest edit, of which only what keeps words together counts. */
import type { Alignment, Pair, Run } from './alignment';
import { diffUnits } from './diff-units';
import { BREAK } from './normal-view';

/** Longest edit looked for in a gap. */
const MOST_EDITS = 500;
/** A word is the old one when this much of it is left. */
const KEPT_OF_WORD = 0.51;
const KEPT_OF_LIVE_WORD = 0.34;

/** Fills before, between and after the runs of a pair (in order; none: the whole blocks). */
export function fillGaps(alignment: Alignment, pair: Pair, runs: readonly Run[]): void {
  const { saved, live } = alignment;
  let a = saved.blockStart[pair.saved]!;
  let b = live.blockStart[pair.live]!;
  for (const [n, run] of runs.entries()) {
    fill(alignment, a, run.at, b, run.to, n === 0);
    a = run.at + run.length;
    b = run.to + run.length;
  }
  fill(alignment, a, saved.blockEnd[pair.saved]!, b, live.blockEnd[pair.live]!, false);
}

/** What other pairs claimed in a gap splits it; the piece beside the run is filled. */
function fill(alignment: Alignment, a0: number, a1: number, b0: number, b1: number, isHead: boolean): void {
  const [aFrom, aTo] = freePiece(alignment.to, a0, a1, isHead);
  const [bFrom, bTo] = freePiece(alignment.from, b0, b1, isHead);
  const size = aTo - aFrom + bTo - bFrom;
  if (size === 0) return;
  const { saved, live, to, from } = alignment;
  const most = Math.min(MOST_EDITS, 24 + Math.ceil(size * 0.6));
  const edits = diffUnits(saved.units, aFrom, aTo, live.units, bFrom, bTo, most, (at, there, length) => {
    for (let n = 0; n < length; n += 1) {
      to[at + n] = there + n;
      from[there + n] = at + n;
    }
  });
  if (edits !== 0) dropFragments(alignment, aFrom, aTo);
}

function freePiece(claimed: Int32Array, start: number, end: number, isHead: boolean): [number, number] {
  if (isHead) {
    let from = end;
    while (from > start && claimed[from - 1]! < 0) from -= 1;
    return [from, end];
  }
  let to = start;
  while (to < end && claimed[to]! < 0) to += 1;
  return [start, to];
}

const isGap = (unit: number | undefined) => unit === 32 || unit === BREAK || unit === undefined;

/**
 * Letters that two different words happen to share are no trace of the old word, in the gap or where a run reaches into a
 * word at its border.
 */
function dropFragments(alignment: Alignment, a0: number, a1: number): void {
  const { saved, to } = alignment;
  const { units } = saved;
  let at = a0;
  while (at > 0 && !isGap(units[at - 1])) at -= 1;
  while (at < a1 || at === a0) {
    if (isGap(units[at])) {
      at += 1;
      continue;
    }
    let end = at;
    while (!isGap(units[end])) end += 1;
    if (isKept(alignment, at, end)) alignment.alteredWords += 1;
    else {
      alignment.replacedWords += 1;
      for (let unit = at; unit < end; unit += 1) free(alignment, unit);
    }
    at = end;
  }
  for (let unit = a0; unit < a1; unit += 1)
    if (isGap(units[unit]) && to[unit]! >= 0) {
      const isHeld = (unit > 0 && to[unit - 1] === to[unit]! - 1) || to[unit + 1] === to[unit]! + 1;
      if (!isHeld) free(alignment, unit);
    }
}

function free({ to, from }: Alignment, unit: number): void {
  const there = to[unit]!;
  if (there < 0) return;
  from[there] = -1;
  to[unit] = -1;
}

/** Most of the saved word stands in one live word. */
function isKept({ live, to }: Alignment, start: number, end: number): boolean {
  let bestCount = 0;
  let bestStart = -1;
  let count = 0;
  let wordStart = -1;
  let wordEnd = -1;
  for (let unit = start; unit < end; unit += 1) {
    const there = to[unit]!;
    if (there < 0) continue;
    if (there >= wordEnd || there < wordStart) {
      wordStart = there;
      while (wordStart > 0 && !isGap(live.units[wordStart - 1])) wordStart -= 1;
      wordEnd = there + 1;
      while (!isGap(live.units[wordEnd])) wordEnd += 1;
      count = 0;
    }
    count += 1;
    if (count > bestCount) {
      bestCount = count;
      bestStart = wordStart;
    }
  }
  if (bestCount === 0) return false;
  let length = 0;
  while (!isGap(live.units[bestStart + length])) length += 1;
  return bestCount >= (end - start) * KEPT_OF_WORD && bestCount >= length * KEPT_OF_LIVE_WORD;
}
