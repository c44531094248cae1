/**
 * Where the letters of a saved text stand in another text of the same article. Promise: one to one, never over a block border,
 * and every letter's place either follows from words that stand once in both texts or from its neighbours.
 */
import { claim, emptyAlignment, type Alignment } from './alignment';
import { fillGaps } from './fill-gaps';
import { findRivals } from './find-rivals';
import { BREAK, viewOf, viewSteps } from './normal-view';
import { pairBlocks } from './pair-blocks';
import { pairByPlace } from './pair-by-place';
import { seedRuns } from './seed-runs';
import { settleRepeats } from './settle-repeats';
import { inSlices, throughout, type SliceOptions } from './slices';
import type { AnchorText } from './types';

/** The whole alignment at once; for workers, tests and short texts. */
export function alignTexts(saved: AnchorText, live: AnchorText): Alignment {
  return throughout(alignSteps(saved, live));
}

/** The same in slices, for a page's own thread. Rejects with the signal's reason when it is aborted. */
export function alignInSlices(
  saved: AnchorText,
  live: AnchorText,
  options: SliceOptions,
): Promise<Alignment> {
  return inSlices(alignSteps(saved, live), options);
}

function* alignSteps(saved: AnchorText, live: AnchorText): Generator<void, Alignment> {
  if (isSameText(saved, live)) {
    const none = viewOf({ text: '', blocks: [] });
    return {
      ...emptyAlignment(none, none),
      saved: { ...none, raw: saved },
      live: { ...none, raw: live },
      isSame: true,
      isWhole: true,
      settled: 1,
    };
  }
  const savedView = yield* viewSteps(saved);
  yield;
  const liveView = yield* viewSteps(live);
  yield;
  const alignment = emptyAlignment(savedView, liveView);
  if (isWholeText(alignment)) return wholly(alignment);
  const runs = yield* seedRuns(alignment);
  const paired = pairBlocks(alignment, runs);
  yield;
  let filled = 0;
  for (const [pair, own] of paired) {
    fillGaps(alignment, pair, own);
    filled += 1;
    if (filled % 4 === 0) yield;
  }
  const { pairs, certain } = pairByPlace(alignment);
  yield;
  for (const pair of pairs) {
    fillGaps(alignment, pair, []);
    yield;
  }
  yield* findRivals(alignment, new Set(pairs), certain);
  yield* settleRepeats(alignment);
  yield;
  alignment.settled = settledShare(alignment);
  return alignment;
}

function isSameText(one: AnchorText, other: AnchorText): boolean {
  return (
    one.text === other.text &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, n) => {
      const there = other.blocks[n]!;
      return block.start === there.start && block.end === there.end;
    })
  );
}

/** Blocks may be split or joined at blanks. */
function isWholeText({ saved, live }: Alignment): boolean {
  if (saved.units.length !== live.units.length) return false;
  const letter = (unit: number) => (unit === BREAK ? 32 : unit);
  return saved.units.every((unit, at) => letter(unit) === letter(live.units[at]!));
}

function wholly(alignment: Alignment): Alignment {
  const { saved, live, pairs } = alignment;
  const length = saved.units.length;
  claim(alignment, { at: 0, to: 0, length });
  for (let at = 0; at < length; at += 1) {
    const last = pairs.at(-1);
    const pair = { saved: saved.blockOf[at]!, live: live.blockOf[at]! };
    if (last?.saved !== pair.saved || last.live !== pair.live)
      pairs.push({ ...pair, isInPlace: true, isContested: false });
  }
  alignment.proof.fill(1);
  return { ...alignment, isWhole: true, settled: 1 };
}

function settledShare({ saved, live, to, pairs }: Alignment): number {
  const inPlace = new Set(pairs.filter((pair) => pair.isInPlace).map((pair) => `${pair.saved} ${pair.live}`));
  let settled = 0;
  let key = '';
  let isSettled = false;
  for (let at = 0; at < to.length; at += 1) {
    if (to[at]! < 0) continue;
    const now = `${saved.blockOf[at]} ${live.blockOf[to[at]!]}`;
    if (now !== key) {
      key = now;
      isSettled = inPlace.has(key);
    }
    if (isSettled) settled += 1;
  }
  return to.length === 0 ? 0 : settled / to.length;
}
