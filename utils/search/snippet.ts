/** The passage of a text that answers a query best, short enough for a row of results, cut where sentences or words end. */
import { snapToGraphemes } from '@/utils/text/graphemes';
import type { QueryNode, QuerySpan } from './query';
import { hitsIn, marksOf, type Hit, type WordsModes } from './scan-text';

export interface Snippet {
  /** Where it stands in the text. */
  span: QuerySpan;
  /** It begins or ends within a sentence. */
  isCutBefore: boolean;
  isCutAfter: boolean;
  /** Its text in pieces, line breaks as `·`. */
  pieces: { text: string; isHit: boolean }[];
  /** Hits in the whole text. */
  hitCount: number;
}

export interface SnippetWish {
  mode: WordsModes;
  /** Units of text that it may have. */
  length?: number;
  /** What stands before this offset (headline and lead) is shown elsewhere: hits behind it are preferred. */
  bodyStart?: number;
}

const LENGTH = 200;
/** Of the room left beside the hits, how much may go before them. */
const BEFORE = 0.4;

/** The best passage; where nothing was hit, how the text begins. */
export function snippetOf(text: string, node: QueryNode, wish: SnippetWish): Snippet {
  const { mode, length = LENGTH, bodyStart = 0 } = wish;
  const hits = hitsIn(text, node, mode);
  const inBody = hits.filter(({ start }) => start >= bodyStart);
  const around = bestGroup(inBody.length > 0 ? inBody : hits, length);
  const first = bodyStart < text.length ? bodyStart : 0;
  const span = around ? widened(text, around, length) : widened(text, { start: first, end: first }, length);
  const marks = marksOf(
    text,
    hits.filter(({ start, end }) => start >= span.start && end <= span.end),
  );
  return {
    span,
    isCutBefore: !isSentenceStart(text, span.start),
    isCutAfter: !isSentenceEnd(text, span.end),
    pieces: piecesOf(text, span, marks),
    hitCount: hits.length,
  };
}

/** The hits, close together, that answer most: different ones first, then those with the typed marks, then many. */
function bestGroup(hits: readonly Hit[], length: number): QuerySpan | null {
  let best: { worth: number; span: QuerySpan } | null = null;
  const within = new Map<number, number>();
  let exact = 0;
  let to = 0;
  for (const [from, first] of hits.entries()) {
    while (to < hits.length && (to <= from || hits[to]!.end - first.start <= length)) {
      const hit = hits[to]!;
      within.set(hit.term, (within.get(hit.term) ?? 0) + 1);
      if (hit.isExact) exact += 1;
      to += 1;
    }
    const worth = within.size * 10_000 + Math.min(exact, 90) * 100 + Math.min(to - from, 90);
    if (!best || worth > best.worth)
      best = { worth, span: { start: first.start, end: Math.max(first.end, hits[to - 1]!.end) } };
    const left = within.get(first.term)! - 1;
    if (left > 0) within.set(first.term, left);
    else within.delete(first.term);
    if (first.isExact) exact -= 1;
  }
  return best?.span ?? null;
}

const BLANK = /\s/u;
const ENDS = new Set('.!?…');
const CLOSING = new Set('"”’»)');

/** Does a sentence or a paragraph begin here? */
function isSentenceStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && text[before] !== '\n' && BLANK.test(text[before]!)) before -= 1;
  if (before < 0 || text[before] === '\n') return true;
  if (before === at - 1) return false;
  while (before > 0 && CLOSING.has(text[before]!)) before -= 1;
  return ENDS.has(text[before]!);
}

function isSentenceEnd(text: string, at: number): boolean {
  if (at >= text.length || text[at] === '\n' || text[at - 1] === '\n') return true;
  let last = at - 1;
  while (last > 0 && CLOSING.has(text[last]!)) last -= 1;
  return ENDS.has(text[last]!) && BLANK.test(text[at]!);
}

/** The hits with what stands around them. */
function widened(text: string, { start, end }: QuerySpan, length: number): QuerySpan {
  const room = Math.max(0, length - (end - start));
  const from = beginning(text, start, Math.floor(room * BEFORE));
  return { start: from, end: ending(text, end, Math.max(end, from + length)) };
}

/** The paragraph or sentence that begins within reach, else the farthest word. */
function beginning(text: string, start: number, room: number): number {
  const lowest = Math.max(0, start - room);
  let word = start;
  for (let at = start; at >= lowest; at -= 1) {
    if (at > 0 && !BLANK.test(text[at - 1]!)) continue;
    if (BLANK.test(text[at] ?? ' ') && at < start) continue;
    word = at;
    if (isSentenceStart(text, at)) return at;
  }
  return word;
}

/** As far as there is room: to the last sentence that ends in the second half of it, else to the last word. */
function ending(text: string, end: number, highest: number): number {
  if (highest >= text.length) return paragraphEnd(text, end, text.length);
  const stop = paragraphEnd(text, end, highest);
  if (stop < highest) return stop;
  const half = end + (highest - end) / 2;
  let word = -1;
  for (let at = highest; at > end; at -= 1) {
    if (!BLANK.test(text[at]!) || BLANK.test(text[at - 1]!)) continue;
    if (word < 0) word = at;
    if (at < half) break;
    if (isSentenceEnd(text, at)) return at;
  }
  // A run without blanks is cut between letters.
  return word > 0 ? word : snapToGraphemes(text, end, highest).end;
}

/** A paragraph is not left unless too little of it follows. */
function paragraphEnd(text: string, end: number, highest: number): number {
  const line = text.indexOf('\n', end);
  if (line < 0 || line >= highest) return highest;
  return line - end >= (highest - end) / 3 ? line : highest;
}

function piecesOf(text: string, span: QuerySpan, marks: readonly QuerySpan[]): Snippet['pieces'] {
  const pieces: Snippet['pieces'] = [];
  const add = (start: number, end: number, isHit: boolean) => {
    if (end > start)
      pieces.push({ text: text.slice(start, end).replaceAll(/\s*\n\s*/gu, '\u00a0· '), isHit });
  };
  let at = span.start;
  for (const mark of marks) {
    add(at, mark.start, false);
    add(mark.start, mark.end, true);
    at = mark.end;
  }
  add(at, span.end, false);
  return pieces;
}
