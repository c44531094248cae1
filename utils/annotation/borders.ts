/** Places cut out of a text by their ends, and their borders moved word by word. */
import type { Block } from '@/utils/article/types';
import { trimmedSpan, type Span } from '@/utils/text/sentences';
import { stopsOf } from '@/utils/text/word-stops';
import type { CursorText } from './cursor';
import type { Part } from './types';

/** One part for each block that the span touches with more than blanks. */
export function partsOfSpan({ text, blocks }: CursorText, { start, end }: Span): Part[] {
  return blocks.flatMap((block) => {
    const from = Math.max(start, block.start);
    const to = Math.min(end, block.end);
    const span = from < to ? trimmedSpan(text, from, to) : null;
    return span ? [{ blockId: block.id, ...span }] : [];
  });
}

/** From the first letter to the last. */
export function hullOf(parts: readonly Part[]): Span {
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}

/**
 * The parts with one border moved by a word; null when it cannot move further (a place keeps at least a word). Blocks
 * that the place leaves out in the middle stay out.
 */
export function moveBorder(
  place: CursorText,
  parts: readonly Part[],
  side: 'start' | 'end',
  by: 1 | -1,
): Part[] | null {
  if (parts.length === 0) return null;
  const hull = hullOf(parts);
  const to = nextStop(place, hull[side], side, by);
  if (to === null || (side === 'start' ? to >= hull.end : to <= hull.start)) return null;
  const moved = { ...hull, [side]: to };
  const isWider = (side === 'start') === by < 0;
  const added = isWider
    ? partsOfSpan(place, side === 'start' ? { start: to, end: hull.start } : { start: hull.end, end: to })
    : [];
  return joined(place, [...parts.flatMap((part) => clipped(place.text, part, moved)), ...added]);
}

function clipped(text: string, part: Part, to: Span): Part[] {
  const span = trimmedSpan(text, Math.max(part.start, to.start), Math.min(part.end, to.end));
  return part.end > to.start && part.start < to.end && span ? [{ ...part, ...span }] : [];
}

/** Parts in text order, those of one block as one. */
function joined({ blocks }: CursorText, parts: Part[]): Part[] {
  return blocks.flatMap((block) => {
    const here = parts.filter(({ blockId }) => blockId === block.id);
    if (here.length === 0) return [];
    const start = Math.min(...here.map((part) => part.start));
    return [{ blockId: block.id, start, end: Math.max(...here.map(({ end }) => end)) }];
  });
}

function nextStop(
  { text, blocks }: CursorText,
  from: number,
  side: 'start' | 'end',
  by: 1 | -1,
): number | null {
  const at = blocks.findIndex(({ start, end }) => start <= from && from <= end);
  for (let n = at; n >= 0 && n < blocks.length; n += by) {
    const stops = stopsIn(text, blocks[n]!, side);
    const stop = by > 0 ? stops.find((one) => one > from) : stops.findLast((one) => one < from);
    if (stop !== undefined) return stop;
  }
  return null;
}

const stopsIn = (text: string, { start, end }: Block, side: 'start' | 'end') =>
  stopsOf(text, start, end, side);
