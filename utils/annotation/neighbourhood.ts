/**
 * What the surroundings say. A sentence may stand in a text twice (lead, caption, teaser, a template), so its own words never
 * prove where it is; text outside it that stands once and lies beside it in both texts does.
 */
import type { Alignment } from './alignment';
import type { NormalView } from './normal-view';

/**
 * `inside`: text of the same block beyond the sentence stands beside it. `beside`: the sentence begins (ends) its block, and
 * the block before (after) is still the one before (after). `near`: blocks came or went between. `none`: nothing speaks.
 * `against`: text of the same block beyond the sentence stands elsewhere, so that the sentence was taken out of it.
 */
export type Witness = 'against' | 'none' | 'near' | 'beside' | 'inside';

export interface Stretch {
  start: number;
  end: number;
}

/** How far beyond the sentence is looked, and how much of that must be there. */
const WINDOW = 64;
const LEAST_WINDOW = 10;
const LEAST_SHARE = 0.5;
/** Letters in stretches that stand once. */
const LEAST_PROOF = 10;
const PROOF_WINDOW = 200;
/** How far off the other text's side may be: something may have come between. */
const SLACK = 600;
/** Blocks that may have come or gone between a block and its witness. */
const MOST_BLOCKS = 4;

/** Is `text` beyond the sentence at this side, inside its block, found beside its place? */
function isInside(alignment: Alignment, own: Stretch, there: Stretch, block: number, side: -1 | 1): boolean {
  const { saved, live, to, from, proof } = alignment;
  const liveBlock = live.blockOf[side < 0 ? there.start : there.end - 1]!;
  const mine = beyond(saved, block, own, side, WINDOW);
  if (mine.end - mine.start < LEAST_WINDOW) return false;
  const far = beyond(saved, block, own, side, PROOF_WINDOW);
  const isBeside = (unit: number, reach: number) =>
    isOn(to[unit]!, there, side, reach) && live.blockOf[to[unit]!] === liveBlock;
  if (count(far, (unit) => proof[unit] === 1 && isBeside(unit, SLACK)) < LEAST_PROOF) return false;
  const kept = count(mine, (unit) => isBeside(unit, WINDOW * 3));
  if (kept >= (mine.end - mine.start) * LEAST_SHARE) return true;
  const theirs = beyond(live, liveBlock, there, side, WINDOW);
  const size = theirs.end - theirs.start;
  if (size < LEAST_WINDOW) return false;
  const meant = count(
    theirs,
    (unit) => isOn(from[unit]!, own, side, SLACK) && saved.blockOf[from[unit]!] === block,
  );
  return meant >= size * LEAST_SHARE;
}

function beyond(view: NormalView, block: number, of: Stretch, side: -1 | 1, length: number): Stretch {
  return side < 0
    ? { start: Math.max(view.blockStart[block]!, of.start - length), end: of.start }
    : { start: of.end, end: Math.min(view.blockEnd[block]!, of.end + length) };
}

function count({ start, end }: Stretch, test: (unit: number) => boolean): number {
  let found = 0;
  for (let unit = start; unit < end; unit += 1) if (test(unit)) found += 1;
  return found;
}

function isOn(unit: number, of: Stretch, side: -1 | 1, reach: number): boolean {
  if (unit < 0) return false;
  return side < 0 ? unit < of.start && unit >= of.start - reach : unit >= of.end && unit < of.end + reach;
}

export function filledBlock(view: NormalView, block: number, step: -1 | 1): number {
  let at = block + step;
  while (at >= 0 && at < view.blockStart.length && view.blockEnd[at] === view.blockStart[at]) at += step;
  return at;
}

const isOutside = (view: NormalView, block: number) => block < 0 || block >= view.blockStart.length;

/** The saved text ends here: so does the live one, or little was put there. */
function edgeWitness(live: NormalView, liveBlock: number, side: -1 | 1, lost: number): Witness {
  let added = 0;
  for (let at = filledBlock(live, liveBlock, side); !isOutside(live, at); at = filledBlock(live, at, side))
    added += 1;
  return added > MOST_BLOCKS ? 'none' : added + lost > 0 ? 'near' : 'beside';
}

/** The nearest saved block at this side of which anything is left, and how it lies to the place in the live text. */
function acrossBorder(
  alignment: Alignment,
  there: Stretch,
  block: number,
  side: -1 | 1,
): { witness: Witness; block: number } {
  const { saved, live, to, proof } = alignment;
  const liveBlock = live.blockOf[side < 0 ? there.start : there.end - 1]!;
  let witness: Witness = 'beside';
  for (
    let at = filledBlock(saved, block, side), n = 0;
    n < MOST_BLOCKS;
    at = filledBlock(saved, at, side), n += 1
  ) {
    if (isOutside(saved, at)) {
      return { witness: edgeWitness(live, liveBlock, side, n), block: -1 };
    }
    const all = { start: saved.blockStart[at]!, end: saved.blockEnd[at]! };
    const edge =
      side < 0
        ? { start: Math.max(all.start, all.end - PROOF_WINDOW), end: all.end }
        : { start: all.start, end: Math.min(all.end, all.start + PROOF_WINDOW) };
    const left = count(all, (unit) => to[unit]! >= 0);
    if (left < LEAST_PROOF) {
      witness = 'near';
      continue;
    }
    let nearest = -1;
    let kept = 0;
    let proven = 0;
    for (let unit = edge.start; unit < edge.end; unit += 1) {
      const place = to[unit]!;
      if (place < 0 || !isOn(place, there, side, Infinity)) continue;
      if (nearest < 0 || (side < 0 ? place > nearest : place < nearest)) nearest = place;
      kept += 1;
      if (proof[unit] === 1) proven += 1;
    }
    if (nearest < 0 || proven < LEAST_PROOF || kept < (edge.end - edge.start) * 0.3)
      return { witness: 'none', block: -1 };
    const blocks = Math.abs(live.blockOf[nearest]! - liveBlock);
    if (blocks > MOST_BLOCKS) return { witness: 'none', block: -1 };
    // Two saved blocks in one live block: the border that should part them is gone.
    if (blocks === 0) return { witness: 'none', block: -1 };
    const isNext = filledBlock(live, liveBlock, side) === live.blockOf[nearest];
    return { witness: isNext ? witness : 'near', block: at };
  }
  return { witness: 'none', block: -1 };
}

/**
 * What stands at one side of a sentence (or several) in both texts.
 * @param own the sentences in saved units, all in one block
 * @param there what is left of them in live units
 */
export function witnessAt(
  alignment: Alignment,
  own: Stretch,
  there: Stretch,
  side: -1 | 1,
): { witness: Witness; block: number } {
  const block = alignment.saved.blockOf[own.start]!;
  // Where the rest of the block at this side is gone, the blocks beyond it are no neighbours.
  const rest = beyond(alignment.saved, block, own, side, alignment.saved.units.length);
  const { to, live } = alignment;
  const liveBlock = live.blockOf[side < 0 ? there.start : there.end - 1]!;
  if (
    isAgainst(alignment, beyond(alignment.saved, block, own, side, WINDOW * 2), there, side) ||
    isTurned(alignment, beyond(alignment.saved, block, leftOf(alignment, own), side, NEAREST), there, side)
  )
    return { witness: 'against', block };
  if (isInside(alignment, own, there, block, side)) return { witness: 'inside', block };
  const kept = count(
    rest,
    (unit) => isOn(to[unit]!, there, side, SLACK) && live.blockOf[to[unit]!] === liveBlock,
  );
  if (rest.end - rest.start >= LEAST_WINDOW && kept < (rest.end - rest.start) * LEAST_SHARE)
    return { witness: 'none', block: -1 };
  if (rest.end - rest.start < LEAST_WINDOW && hasNewEdge(alignment, own, there, side))
    return { witness: 'none', block: -1 };
  return acrossBorder(alignment, there, block, side);
}

/** Letters that must stand elsewhere to say so. */
const LEAST_AGAINST = 20;

function isAgainst({ to }: Alignment, beside: Stretch, there: Stretch, side: -1 | 1): boolean {
  const right = count(beside, (unit) => isOn(to[unit]!, there, side, SLACK));
  const all = count(beside, (unit) => to[unit]! >= 0);
  return all - right >= LEAST_AGAINST && all > right * 2;
}

/** So many letters right beside a sentence are looked for, in pieces of so many, at its other side and so far from it. */
const NEAREST = 40;
const PIECE = 12;
const OTHER_SIDE = 128;

/** The sentences without what is gone at their ends: a short one may have changed places with the rest. */
function leftOf({ to }: Alignment, own: Stretch): Stretch {
  let { start, end } = own;
  while (start < end && to[start]! < 0) start += 1;
  while (end > start && to[end - 1]! < 0) end -= 1;
  return { start, end };
}

/**
 * What was said right beside it is said at its other side now, and no longer where it was: the sentence changed its place in
 * the paragraph, or another one like it is meant. Short sentences have no place in the alignment, so the letters are asked.
 */
function isTurned({ saved, live }: Alignment, beside: Stretch, there: Stretch, side: -1 | 1): boolean {
  if (beside.end - beside.start < PIECE) return false;
  const wordsAt = (at: -1 | 1) => {
    const { start, end } = beyond(live, live.blockOf[there.start]!, there, at, OTHER_SIDE);
    return live.text.slice(start, end);
  };
  const otherSide = wordsAt(side < 0 ? 1 : -1);
  if (otherSide.length < PIECE) return false;
  const thisSide = wordsAt(side);
  let turned = 0;
  for (let at = beside.start; at + PIECE <= beside.end; at += 1) {
    const piece = saved.text.slice(at, at + PIECE);
    if (thisSide.includes(piece)) return false;
    if (otherSide.includes(piece)) turned += 1;
  }
  return turned > 0;
}

/** New letters at the edge of a live block are more than a replaced word: "Photo:" before a caption, say. */
const MOST_NEW = 3;

function hasNewEdge({ saved, live, from }: Alignment, own: Stretch, there: Stretch, side: -1 | 1): boolean {
  if (side < 0) {
    const before = there.start - live.blockStart[live.blockOf[there.start]!]!;
    return before - (from[there.start]! - saved.blockStart[saved.blockOf[own.start]!]!) > MOST_NEW;
  }
  const after = live.blockEnd[live.blockOf[there.end - 1]!]! - there.end;
  return after - (saved.blockEnd[saved.blockOf[own.start]!]! - 1 - from[there.end - 1]!) > MOST_NEW;
}
