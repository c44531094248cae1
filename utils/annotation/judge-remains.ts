/** Whether what is left of a part may be placed without asking. */
import { pairBetween, type Alignment } from './alignment';
import { isReworded, SHORT, type Remains } from './find-remains';
import { witnessAt, type Stretch } from './neighbourhood';
import { OPENING_OR_QUOTE, sentencesAround, sentenceStarts } from './sentences';

/** A page that shares less than this with the saved text, in its order, is another article. */
const LEAST_SETTLED = 0.4;
/** A short part needs more of itself. */
const KEPT_OF_SHORT = 0.7;
const KEPT_OF_CLOSED_IN = 0.3;
const KEPT_OF_MISSPELT = 0.5;
const KEPT = 0.5;
const LEAST_KEPT = 24;
const MOST_FOREIGN = 0.45;
/** Of a sentence of which less is left than this, only a long part may be placed. */
const KEPT_OF_SENTENCE = 0.4;
const LONG = 40;
const MOST_TURNED = 10;

export function isCertain(alignment: Alignment, start: number, end: number, remains: Remains): boolean {
  if (alignment.settled < LEAST_SETTLED) return false;
  if (alignment.isWhole) return true;
  return (
    isEnough(alignment, start, end, remains) &&
    (!isReworded(alignment) || isDistinct(alignment, start, end, remains)) &&
    isHeld(alignment, remains)
  );
}

/** A part this short may be said again close by; how close, and how many letters beside it must be the old ones then. */
const REPEATABLE = 40;
const CLOSE_BY = 160;
const HELD_BY = 6;

/**
 * Where short words are said more or less often close by than they were, one of them came or went: only the very letters at
 * both their sides tell which.
 */
function isDistinct({ saved, live, to }: Alignment, start: number, end: number, remains: Remains): boolean {
  const piece = remains.pieces[0]!;
  if (end - start >= REPEATABLE || remains.pieces.length > 1) return true;
  let before = 0;
  while (before < HELD_BY && to[start - 1 - before] === piece.start - 1 - before) before += 1;
  let after = 0;
  while (after < HELD_BY && to[end + after] === piece.end + after) after += 1;
  if (before === HELD_BY && after === HELD_BY) return true;
  const words = saved.text.slice(start, end);
  const here = live.text.slice(piece.start, piece.end);
  const times = (text: string, wanted: string) => text.split(wanted).length - 1;
  const then = saved.text.slice(Math.max(0, start - CLOSE_BY), end + CLOSE_BY);
  const now = live.text.slice(Math.max(0, piece.start - CLOSE_BY), piece.end + CLOSE_BY);
  return times(then, words) === 1 && times(now, here) === 1 && times(now, words) <= 1;
}

function isEnough(alignment: Alignment, start: number, end: number, remains: Remains): boolean {
  const { size, kept, unsure, elsewhere, placed, foreign, hasWholeWord } = remains;
  if (foreign > placed * MOST_FOREIGN || unsure * 2 > kept || elsewhere > (kept + elsewhere) * 0.4)
    return false;
  // A word that only looks like the old one may be another word; where nearly all edits are typos it is a typo.
  if (!hasWholeWord && size < SHORT && kept < size)
    return !isReworded(alignment) && kept >= size * KEPT_OF_MISSPELT && isClosedIn(alignment, start, end);
  if (size < SHORT)
    return (
      kept >= size * KEPT_OF_SHORT || (kept >= size * KEPT_OF_CLOSED_IN && isClosedIn(alignment, start, end))
    );
  return kept >= size * KEPT || kept >= LEAST_KEPT;
}

/** How far the neighbours of a short part are looked at, and how much of them must be there. */
const CLOSE = 12;

/** Its neighbours stand side by side with what is left of it. */
function isClosedIn({ saved, to }: Alignment, start: number, end: number): boolean {
  const block = saved.blockOf[start]!;
  const before = keptIn(to, Math.max(saved.blockStart[block]!, start - CLOSE), start);
  const after = keptIn(to, end, Math.min(saved.blockEnd[block]!, end + CLOSE));
  return before >= 0.6 && after >= 0.6;
}

function keptIn(to: Int32Array, start: number, end: number): number {
  if (start >= end) return 1;
  let kept = 0;
  for (let unit = start; unit < end; unit += 1) if (to[unit]! >= 0) kept += 1;
  return kept / (end - start);
}

/** Text outside its sentences, or its own sentences among each other, say that this is the place. */
function isHeld(alignment: Alignment, remains: Remains): boolean {
  const { saved, live, to } = alignment;
  const first = remains.pieces[0]!;
  const last = remains.pieces.at(-1)!;
  const block = saved.blockOf[first.first]!;
  const own = sentencesAround(saved, block, first.first, last.last + 1);
  const there: Stretch = { start: first.start, end: last.end };
  const reach = { start: first.start - 400, end: last.end + 400 };
  let kept = 0;
  let turned = 0;
  for (let unit = own.start; unit < own.end; unit += 1) {
    const place = to[unit]!;
    if (place < 0 || place < reach.start || place >= reach.end) continue;
    const placeBlock = live.blockOf[place]!;
    if (placeBlock < live.blockOf[first.start]! || placeBlock > live.blockOf[last.start]!) continue;
    kept += 1;
    if (unit < first.first ? place >= last.end : unit > last.last && place < first.start) turned += 1;
    there.start = Math.min(there.start, place);
    there.end = Math.max(there.end, place + 1);
  }
  // Words before it that stand behind it now: its sentence, or the one it is read with, changed places.
  if (turned >= MOST_TURNED) return false;
  if (kept < (own.end - own.start) * KEPT_OF_SENTENCE && remains.kept < LONG) return false;
  const before = witnessAt(alignment, own, there, -1);
  const after = witnessAt(alignment, own, there, 1);
  const sides = [before.witness, after.witness];
  if (sides.includes('against')) return false;
  const isContested = remains.pieces.some(
    (piece) => pairBetween(alignment, block, live.blockOf[piece.start]!)?.isContested ?? true,
  );
  if (isContested)
    return (
      remains.pieces.length === 1 &&
      (isIdentical(alignment, block, live.blockOf[first.start]!) ||
        pairBetween(alignment, block, live.blockOf[first.start]!)?.isBalanced === true) &&
      [before, after].every(
        (side) => side.witness === 'beside' && (side.block < 0 || !isBlockContested(alignment, side.block)),
      )
    );
  if (sides.includes('inside')) return true;
  return !sides.includes('none') || isWholeParagraph(alignment, block, live.blockOf[first.start]!);
}

function isBlockContested({ pairs }: Alignment, block: number): boolean {
  return pairs.some(({ saved, isContested }) => saved === block && isContested);
}

function isIdentical({ saved, live, to }: Alignment, block: number, liveBlock: number): boolean {
  const start = saved.blockStart[block]!;
  const size = saved.blockEnd[block]! - start;
  if (live.blockEnd[liveBlock]! - live.blockStart[liveBlock]! !== size) return false;
  for (let n = 0; n < size; n += 1) if (to[start + n] !== live.blockStart[liveBlock]! + n) return false;
  return true;
}

/** Of the paragraph that must be left, and of the live one that may be new, for one that stands alone elsewhere. */
const KEPT_OF_PARAGRAPH = 0.6;
const NEW_IN_PARAGRAPH = 0.35;
/** Letters that stand once, in each of two sentences. */
const PROOF_OF_SENTENCE = 16;

/**
 * A paragraph that went elsewhere without its neighbours: the live one is it and nothing else, and holds sentences that prove
 * each other: two from the first to the last, or three. A single sentence may be a teaser or a caption.
 */
function isWholeParagraph({ saved, live, to, proof }: Alignment, block: number, liveBlock: number): boolean {
  const start = saved.blockStart[block]!;
  const end = saved.blockEnd[block]!;
  const liveStart = live.blockStart[liveBlock]!;
  const liveEnd = live.blockEnd[liveBlock]!;
  const starts = [...sentenceStarts(saved, start, end, OPENING_OR_QUOTE), end];
  let kept = 0;
  let proven = 0;
  let lacksEdge = false;
  for (let n = 0; n + 1 < starts.length; n += 1) {
    let unique = 0;
    let left = 0;
    for (let unit = starts[n]!; unit < starts[n + 1]!; unit += 1) {
      if (to[unit]! < liveStart || to[unit]! >= liveEnd) continue;
      left += 1;
      unique += proof[unit]!;
    }
    const isOuter = n === 0 || n + 2 === starts.length;
    if (isOuter && left < (starts[n + 1]! - starts[n]!) / 2) lacksEdge = true;
    kept += left;
    if (unique >= PROOF_OF_SENTENCE) proven += 1;
  }
  return (
    proven >= (lacksEdge ? 3 : 2) &&
    kept >= (end - start) * KEPT_OF_PARAGRAPH &&
    liveEnd - liveStart - kept <= (liveEnd - liveStart) * NEW_IN_PARAGRAPH
  );
}

/** Of a part without remains: what stands between its old neighbours now, when that is about as long. */
export function gapAround({ saved, live, to }: Alignment, start: number, end: number): Stretch | null {
  const block = saved.blockOf[start]!;
  let before = start - 1;
  while (before >= saved.blockStart[block]! && to[before]! < 0 && start - before < 64) before -= 1;
  let after = end;
  while (after < saved.blockEnd[block]! && to[after]! < 0 && after - end < 64) after += 1;
  const from = before >= saved.blockStart[block]! ? to[before]! : -1;
  const until = after < saved.blockEnd[block]! ? to[after]! : -1;
  if (from < 0 || until < 0 || live.blockOf[from] !== live.blockOf[until]) return null;
  let first = from + 1;
  let last = until;
  while (first < last && live.units[first] === 32) first += 1;
  while (last > first && live.units[last - 1] === 32) last -= 1;
  return last > first && last - first <= (after - before) * 2 + 16 ? { start: first, end: last } : null;
}
