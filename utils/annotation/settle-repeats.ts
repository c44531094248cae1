/**
 * Where a stretch was cut out (or put in) beside a stretch that reads the same, letters cannot say which of the two is the
 * old one. The cut is put where sentences or words begin, and the letters concerned are marked as unsure.
 */
import type { Alignment } from './alignment';
import type { NormalView } from './normal-view';
import { OPENING_OR_QUOTE, sentenceStarts } from './sentences';

/** Shorter cuts are typos. */
const LEAST_CUT = 4;
/** A cut that can be shifted less than this says the same thing anywhere. */
const LEAST_SLIDE = 4;
const BLOCKS_A_STEP = 64;

/** Yields where it may rest. */
export function* settleRepeats(alignment: Alignment): Generator<void> {
  const { saved, live, to, from, unsure } = alignment;
  yield* settle(saved, to, from, (unit) => (unsure[unit] = 1));
  yield* doubtTwins(saved, to, unsure);
  yield* settle(live, from, to, (unit) => {
    if (from[unit]! >= 0) unsure[from[unit]!] = 1;
  });
}

/** Of a sentence said twice in a block so much must be left of both for each to be itself. */
const KEPT_OF_BOTH = 0.85;

/** A sentence that a block says twice, of which one was cut and the other edited: letters of both may be left. */
function* doubtTwins(view: NormalView, to: Int32Array, unsure: Uint8Array): Generator<void> {
  for (let block = 0; block < view.blockStart.length; block += 1) {
    if (block % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    const end = view.blockEnd[block]!;
    const starts = sentenceStarts(view, view.blockStart[block]!, end, OPENING_OR_QUOTE);
    if (starts.length < 2) continue;
    const twins = new Map<string, [number, number][]>();
    for (const [n, start] of starts.entries()) {
      const span: [number, number] = [start, starts[n + 1] ?? end];
      const words = view.text.slice(...span).trim();
      twins.set(words, [...(twins.get(words) ?? []), span]);
    }
    for (const spans of twins.values()) {
      if (spans.length < 2) continue;
      let kept = 0;
      let size = 0;
      for (const [from, until] of spans)
        for (let unit = from; unit < until; unit += 1) {
          size += 1;
          if (to[unit]! >= 0) kept += 1;
        }
      if (kept < size * KEPT_OF_BOTH) for (const span of spans) unsure.fill(1, ...span);
    }
  }
}

/** Looks for stretches of `view` without a place in the other text, whose neighbours stand side by side there. */
function* settle(
  view: NormalView,
  there: Int32Array,
  back: Int32Array,
  doubt: (unit: number) => void,
): Generator<void> {
  for (let block = 0; block < view.blockStart.length; block += 1) {
    if (block % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    const first = view.blockStart[block]!;
    const end = view.blockEnd[block]!;
    let last = first - 1;
    for (let unit = first; unit < end; unit += 1) {
      if (there[unit]! < 0) continue;
      if (unit - last > LEAST_CUT) {
        if (last < first) doubtBeside(view, there, first, unit, doubt);
        else if (there[unit] === there[last]! + 1) slide(view, there, back, last + 1, unit, doubt);
      }
      last = unit;
    }
    if (last >= first && end - last > LEAST_CUT) doubtBeside(view, there, last + 1, end, doubt);
  }
}

/** A cut at the edge of a block: what reads like its beginning after it, or like its end before it, is in doubt. */
function doubtBeside(
  { units }: NormalView,
  there: Int32Array,
  start: number,
  end: number,
  doubt: (unit: number) => void,
): void {
  const size = end - start;
  let after = 0;
  while (after < size && there[end + after]! >= 0 && units[start + after] === units[end + after]) after += 1;
  let before = 0;
  while (
    before < size &&
    there[start - 1 - before]! >= 0 &&
    units[start - 1 - before] === units[end - 1 - before]
  )
    before += 1;
  if (after >= LEAST_SLIDE) for (let n = 0; n < after; n += 1) doubt(end + n);
  if (before >= LEAST_SLIDE) for (let n = 0; n < before; n += 1) doubt(start - 1 - n);
}

function slide(
  { units, blockStart, blockOf }: NormalView,
  there: Int32Array,
  back: Int32Array,
  start: number,
  end: number,
  doubt: (unit: number) => void,
): void {
  let after = 0;
  while (units[start + after] === units[end + after] && there[end + after] === there[end]! + after)
    after += 1;
  let before = 0;
  while (
    units[start - 1 - before] === units[end - 1 - before] &&
    there[start - 1 - before] === there[start - 1]! - before
  )
    before += 1;
  // A longer slide would run over the cut itself.
  after = Math.min(after, end - start);
  before = Math.min(before, end - start);
  if (before + after < LEAST_SLIDE) return;
  const rank = (at: number) => {
    if (at === blockStart[blockOf[at]!]) return 3;
    if (units[at - 1] !== 32) return 0;
    const unit = units[at - 2];
    return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x22 ? 2 : 1;
  };
  let best = 0;
  for (let shift = -before; shift <= after; shift += 1) {
    const gain = rank(start + shift) - rank(start + best);
    if (gain > 0 || (gain === 0 && Math.abs(shift) < Math.abs(best))) best = shift;
  }
  const move = (old: number, fresh: number) => {
    const place = there[old]!;
    there[old] = -1;
    there[fresh] = place;
    back[place] = fresh;
  };
  for (let n = 0; n < best; n += 1) move(end + n, start + n);
  for (let n = 0; n < -best; n += 1) move(start - 1 - n, end - 1 - n);
  for (let n = -before; n < after; n += 1) {
    doubt(start + n);
    doubt(end + n);
  }
}
