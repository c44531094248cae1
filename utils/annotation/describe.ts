/** From a selection in a rendered copy to a place in the version's text: what is stored is never DOM, only offsets. */
import { snapToGraphemes } from '@/utils/text/graphemes';
import type { TextIndex } from './text-index';
import type { Part, Quote } from './types';

export interface Described {
  parts: Part[];
  quote: Quote;
}

/** Length of the quote's prefix and suffix. */
const CONTEXT = 64;

/**
 * The words a range covers, one part per block, widened to whole letters, blanks at the ends left out. `null` when it
 * covers none of the text: only blanks, only the space between blocks, only things that are not of the text.
 */
export function describeRange(range: AbstractRangeLike, index: TextIndex): Described | null {
  const live = liveRange(range, index);
  if (!live || live.collapsed) return null;
  const spans = new Map<string, { start: number; end: number }>();
  for (const { node, block, start } of index.nodes) {
    if (!live.intersectsNode(node)) continue;
    const from = node === live.startContainer ? live.startOffset : 0;
    const to = node === live.endContainer ? live.endOffset : node.length;
    if (from >= to) continue;
    const span = spans.get(block.id);
    if (span) span.end = start + to;
    else spans.set(block.id, { start: start + from, end: start + to });
  }
  const parts: Part[] = [];
  for (const block of index.blocks) {
    const span = spans.get(block.id);
    const part = span && trimmed(index.text, block, span);
    if (part) parts.push({ blockId: block.id, ...part });
  }
  return parts.length > 0 ? { parts, quote: quoteOf(index.text, parts) } : null;
}

/** The whole of one block, for a paragraph cursor. */
export function describeBlock(blockId: string, index: TextIndex): Described | null {
  const block = index.blocks.find((candidate) => candidate.id === blockId);
  if (!block || index.broken.includes(blockId)) return null;
  const part = trimmed(index.text, block, block);
  if (!part) return null;
  const parts = [{ blockId, ...part }];
  return { parts, quote: quoteOf(index.text, parts) };
}

/** The quote of parts: their words joined by "\n", with up to 64 characters around them, cut between letters. */
export function quoteOf(text: string, parts: readonly Part[]): Quote {
  const start = parts[0]?.start ?? 0;
  const end = parts.at(-1)?.end ?? start;
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  const first = snapToGraphemes(text, from, Math.min(from + 1, text.length));
  const last = snapToGraphemes(text, to, to).start;
  return {
    exact: parts.map((part) => text.slice(part.start, part.end)).join('\n'),
    prefix: text.slice(Math.min(start, first.start < from ? first.end : from), start),
    suffix: text.slice(end, Math.max(end, last)),
  };
}

type AbstractRangeLike = Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** A range of our own over the same words: the selection's may change under us, and a static one cannot intersect. */
function liveRange(range: AbstractRangeLike, index: TextIndex): Range | null {
  const live = index.root.ownerDocument.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The nodes were cut short or left the document since the range was made: it covers nothing any more.
    return null;
  }
  return live;
}

function trimmed(
  text: string,
  block: { start: number; end: number },
  span: { start: number; end: number },
): { start: number; end: number } | null {
  const words = text.slice(block.start, block.end);
  const whole = snapToGraphemes(words, span.start - block.start, span.end - block.start);
  const covered = words.slice(whole.start, whole.end);
  const kept = covered.trim();
  if (!kept) return null;
  const start = block.start + whole.start + covered.indexOf(kept);
  return { start, end: start + kept.length };
}
