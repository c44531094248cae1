/** What is left of one part of a highlight in the live text: the pieces, and how much of them is the old words. */
import type { Alignment } from './alignment';
import type { NormalView } from './normal-view';

/** Live units of one block, in which words of the part stand. */
export interface Piece {
  /** Span in live units. */
  start: number;
  end: number;
  /** First and last saved unit that stand in it. */
  first: number;
  last: number;
  kept: number;
}

export interface Remains {
  /** In the order of both texts. */
  pieces: Piece[];
  /** Letters of the part, those left in the pieces, those of them that may be gone, and those left elsewhere. */
  size: number;
  kept: number;
  unsure: number;
  elsewhere: number;
  /** Letters in the pieces, blanks aside, and those of words that are less than two thirds of the part. */
  placed: number;
  foreign: number;
  /** At least one of its words is left whole. */
  hasWholeWord: boolean;
}

/** A stretch that came in between is longer than this and parts two pieces. */
const LEAST_INSERTION = 80;
/** Pieces may be this many blocks apart, when a paragraph was split. */
const MOST_BLOCKS = 2;

const isGap = (unit: number | undefined) => unit === 32 || unit === 10 || unit === undefined;

/** @param start saved units of the part, in one block */
export function remainsOf(alignment: Alignment, start: number, end: number): Remains | null {
  const clusters = clustersOf(alignment, start, end);
  if (clusters.length === 0) return null;
  const main = clusters.reduce((best, one) => (one.kept > best.kept ? one : best));
  const pieces = joined(alignment, clusters, main, start, end);
  const total = clusters.reduce((sum, { kept }) => sum + kept, 0);
  const kept = pieces.reduce((sum, one) => sum + one.kept, 0);
  for (const piece of pieces) {
    trimBlanks(alignment.live, piece);
    snapToWords(alignment, piece, start, end);
  }
  takeReplacedEdges(alignment, pieces, start, end);
  const share = end - start < SHORT && isReworded(alignment) ? 1 : OWN_OF_WORD;
  const counts = pieces.map((piece) => lettersOf(alignment, piece, start, end, share));
  return {
    pieces,
    size: end - start,
    kept,
    unsure: counts.reduce((sum, one) => sum + one.unsure, 0),
    elsewhere: total - kept,
    placed: counts.reduce((sum, one) => sum + one.placed, 0),
    foreign: counts.reduce((sum, one) => sum + one.foreign, 0),
    hasWholeWord: hasWholeWord(alignment, start, end),
  };
}

const OWN_OF_WORD = 0.66;
/** A part so short stands or falls with one word. */
export const SHORT = 20;
/** Words replaced for each word that lost a letter, in a text whose edits are typos. */
const MOST_REPLACED = 0.25;

/** Are words replaced in this text, so that one which only looks like the old one may be another? */
export function isReworded({ alteredWords, replacedWords }: Alignment): boolean {
  return replacedWords > alteredWords * MOST_REPLACED;
}

function lettersOf(
  { live, from, unsure: doubt }: Alignment,
  piece: Piece,
  start: number,
  end: number,
  share: number,
): { placed: number; foreign: number; unsure: number } {
  let placed = 0;
  let foreign = 0;
  let unsure = 0;
  let unit = piece.start;
  while (unit < piece.end) {
    let own = 0;
    const first = unit;
    for (; unit < piece.end && !isGap(live.units[unit]); unit += 1) {
      const back = from[unit]!;
      if (back < start || back >= end) continue;
      own += 1;
      unsure += doubt[back]!;
    }
    const size = unit - first;
    placed += size;
    foreign += own < size * share ? size : size - own;
    unit += 1;
  }
  return { placed, foreign, unsure };
}

function clustersOf({ live, to }: Alignment, start: number, end: number): Piece[] {
  const clusters: Piece[] = [];
  let last: Piece | undefined;
  for (let unit = start; unit < end; unit += 1) {
    const there = to[unit]!;
    if (there < 0) continue;
    const isNext =
      last !== undefined &&
      there >= last.end &&
      there - last.end < LEAST_INSERTION &&
      live.blockOf[there] === live.blockOf[last.start];
    if (last && isNext) {
      last.end = there + 1;
      last.last = unit;
      last.kept += 1;
    } else {
      last = { start: there, end: there + 1, first: unit, last: unit, kept: 1 };
      clusters.push(last);
    }
  }
  return clusters;
}

/** The main cluster and those that continue it. */
function joined(alignment: Alignment, clusters: Piece[], main: Piece, start: number, end: number): Piece[] {
  const pieces = [main];
  const at = clusters.indexOf(main);
  const isNext = (one: Piece, other: Piece) => continues(alignment, one, other, start, end);
  for (let n = at - 1; n >= 0; n -= 1) if (isNext(clusters[n]!, pieces[0]!)) pieces.unshift(clusters[n]!);
  for (let n = at + 1; n < clusters.length; n += 1)
    if (isNext(pieces.at(-1)!, clusters[n]!)) pieces.push(clusters[n]!);
  return pieces;
}

/** Units that may be lost at a border where a paragraph was split. */
const TORN = 3;
/** Of the text between two pieces, so much may stand there because of other saved words. */
const MOST_OTHERS = 0.1;

/** Does `other` go on where `one` ends, with nothing but new text between, or at the border of a paragraph that was split? */
function continues({ live, from }: Alignment, one: Piece, other: Piece, start: number, end: number): boolean {
  if (one.end > other.start) return false;
  const [block, next] = [live.blockOf[one.end - 1]!, live.blockOf[other.start]!];
  if (block !== next) {
    const isTorn = live.blockEnd[block]! - one.end <= TORN && other.start - live.blockStart[next]! <= TORN;
    if (!isTorn || next - block > MOST_BLOCKS) return false;
  }
  let others = 0;
  for (let unit = one.end; unit < other.start; unit += 1) {
    const back = from[unit]!;
    if (back >= 0 && (back < start || back >= end)) others += 1;
  }
  return others <= (other.start - one.end) * MOST_OTHERS;
}

/** A blank between a word that stayed and one that went belongs to neither. */
function trimBlanks({ units }: NormalView, piece: Piece): void {
  while (piece.end - piece.start > 1 && isGap(units[piece.start])) piece.start += 1;
  while (piece.end - piece.start > 1 && isGap(units[piece.end - 1])) piece.end -= 1;
}

/** A word that lost letters is taken whole, but nothing that belongs to the words outside the part. */
function snapToWords({ saved, live, from }: Alignment, piece: Piece, start: number, end: number): void {
  const isOwn = (unit: number) => from[unit]! < 0 || (from[unit]! >= start && from[unit]! < end);
  const beginsWord = isGap(saved.units[start - 1]);
  const endsWord = isGap(saved.units[end]);
  if (beginsWord || piece.first > wordEnd(saved, start))
    while (piece.start > 0 && !isGap(live.units[piece.start - 1]) && isOwn(piece.start - 1)) piece.start -= 1;
  if (endsWord || piece.last < wordStart(saved, end - 1))
    while (!isGap(live.units[piece.end]) && isOwn(piece.end)) piece.end += 1;
}

function wordEnd({ units }: NormalView, at: number): number {
  let end = at;
  while (!isGap(units[end])) end += 1;
  return end;
}

function wordStart({ units }: NormalView, at: number): number {
  let start = at;
  while (start > 0 && !isGap(units[start - 1])) start -= 1;
  return start;
}

/** Words replaced at the ends of a long part are taken with it where its old neighbours still close them in. */
function takeReplacedEdges({ live, to }: Alignment, pieces: Piece[], start: number, end: number): void {
  const most = Math.min(16, (end - start) / 10);
  const head = pieces[0]!;
  const before = start > 0 ? to[start - 1]! : -1;
  const gap = head.start - before - 1;
  if (
    head.first > start &&
    before >= 0 &&
    gap > 0 &&
    gap <= most &&
    live.blockOf[before] === live.blockOf[head.start]
  )
    head.start = before + 1 + Number(live.units[before + 1] === 32);
  const tail = pieces.at(-1)!;
  const after = to[end] ?? -1;
  const rest = after - tail.end;
  if (
    tail.last < end - 1 &&
    after >= 0 &&
    rest > 0 &&
    rest <= most &&
    live.blockOf[after] === live.blockOf[tail.end - 1]
  )
    tail.end = after - Number(live.units[after - 1] === 32);
}

function hasWholeWord({ saved, to }: Alignment, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    if (isGap(saved.units[at])) {
      at += 1;
      continue;
    }
    const stop = Math.min(end, wordEnd(saved, at));
    let same = at;
    while (same < stop && to[same]! >= 0 && to[same] === to[at]! + same - at) same += 1;
    if (same === stop && stop - at > 1) return true;
    at = stop;
  }
  return false;
}
