/** The reader's cursor: a paragraph, a sentence or a word of the text, moved by keys. Pure: a text, its blocks, offsets. */
import type { Block } from '@/utils/article/types';
import { sentencesOf, trimmedSpan, type Span } from '@/utils/text/sentences';
import { wordsOf } from '@/utils/text/word-stops';

export type CursorUnit = 'paragraph' | 'sentence' | 'word';

export interface Cursor extends Span {
  unit: CursorUnit;
  blockId: string;
}

export interface CursorText {
  text: string;
  /** In text order. */
  blocks: readonly Block[];
}

const SIZE: Record<CursorUnit, number> = { word: 0, sentence: 1, paragraph: 2 };

/** The units of a block, in order. */
export function unitsOf({ text }: CursorText, block: Block, unit: CursorUnit): Span[] {
  if (unit === 'word') return wordsOf(text, block.start, block.end);
  if (unit === 'paragraph') return [trimmedSpan(text, block.start, block.end) ?? []].flat();
  return sentencesOf(text.slice(block.start, block.end)).map(({ start, end }) => ({
    start: block.start + start,
    end: block.start + end,
  }));
}

/**
 * The next or former unit. From a larger unit forward, the first one inside it; without a cursor, the first or last of the
 * text, or of the block `near`. null: there is none.
 */
export function stepCursor(
  place: CursorText,
  from: Cursor | null,
  unit: CursorUnit,
  by: 1 | -1,
  near?: string,
): Cursor | null {
  const { blocks } = place;
  const isSmaller = from !== null && SIZE[unit] < SIZE[from.unit];
  const at = blocks.findIndex(({ id }) => id === (from?.blockId ?? near));
  const first = at >= 0 ? at : by > 0 ? 0 : blocks.length - 1;
  for (let n = first; n >= 0 && n < blocks.length; n += by) {
    const spans = unitsOf(place, blocks[n]!, unit);
    const span =
      n !== at || from === null
        ? spans.at(by > 0 ? 0 : -1)
        : by > 0
          ? spans.find(({ start }) => (isSmaller ? start >= from.start : start > from.start))
          : spans.findLast(({ end, start }) =>
              isSmaller ? end <= from.start : start < from.start && end <= from.start,
            );
    if (span) return { unit, blockId: blocks[n]!.id, ...span };
  }
  return null;
}

/** The unit of this size that holds an offset, else the nearest before it. */
export function cursorAt(place: CursorText, offset: number, unit: CursorUnit): Cursor | null {
  const block = place.blocks.find(({ start, end }) => start <= offset && offset <= end);
  const spans = block ? unitsOf(place, block, unit) : [];
  const span = spans.findLast(({ start }) => start <= offset) ?? spans[0];
  return block && span ? { unit, blockId: block.id, ...span } : null;
}

/** The span widened to the next larger unit that is larger than it: word, sentence, paragraph. */
export function growSpan(place: CursorText, span: Span): Span {
  for (const unit of ['word', 'sentence', 'paragraph'] as const) {
    const first = cursorAt(place, span.start, unit);
    const last = cursorAt(place, Math.max(span.start, span.end - 1), unit);
    if (!first || !last) continue;
    const grown = { start: Math.min(span.start, first.start), end: Math.max(span.end, last.end) };
    if (grown.start < span.start || grown.end > span.end) return grown;
  }
  return span;
}

/** Where a span ends after its end has gone on, or back, by a sentence or paragraph; null when it cannot. */
export function endFrom(
  place: CursorText,
  { start, end }: Span,
  unit: CursorUnit,
  by: 1 | -1,
): number | null {
  const last = cursorAt(place, end - 1, unit);
  if (!last) return null;
  if (by > 0) return last.end > end ? last.end : (stepCursor(place, last, unit, 1)?.end ?? null);
  const before = last.end < end ? last : stepCursor(place, last, unit, -1);
  return before && before.end > start ? before.end : null;
}
