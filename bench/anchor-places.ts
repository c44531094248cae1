/** A case as a list file gives it, through the product's own anchoring; runs in the page of the bench and in Node alike. */
import { alignTexts } from '@/utils/annotation/align-texts';
import { placeHighlights } from '@/utils/annotation/place-highlights';
import type { AnchorText, Part } from '@/utils/annotation/types';

export interface ListedCase {
  id: string;
  saved: string;
  live: string;
  highlights: { id: string; start: number; end: number }[];
}

export interface ListedAnswer {
  id: string;
  highlights: {
    id: string;
    verdict: string;
    start: number | null;
    end: number | null;
    parts: { start: number; end: number }[] | null;
    score: number;
  }[];
  ms: number;
}

/** Lines are blocks. */
export function textOf(text: string): AnchorText {
  const blocks: { id: string; start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    blocks.push({ id: `b${blocks.length}`, start, end: start + line.length });
    start += line.length + 1;
  }
  return { text, blocks };
}

/** A span over several blocks as parts, one a block. */
export function partsOf({ blocks }: AnchorText, start: number, end: number): Part[] {
  return blocks.flatMap((block) => {
    const from = Math.max(start, block.start);
    const to = Math.min(end, block.end);
    return from < to ? [{ blockId: block.id, start: from, end: to }] : [];
  });
}

export function answerCase(one: ListedCase): ListedAnswer {
  const saved = textOf(one.saved);
  const live = textOf(one.live);
  const wanted = one.highlights.map(({ id, start, end }) => ({ id, parts: partsOf(saved, start, end) }));
  const began = performance.now();
  const placed = placeHighlights(saved, live, wanted, alignTexts(saved, live));
  const ms = performance.now() - began;
  return {
    id: one.id,
    highlights: placed.map(({ id, verdict, parts, score }) => ({
      id,
      verdict,
      start: parts[0]?.start ?? null,
      end: parts.length > 0 ? Math.max(...parts.map((part) => part.end)) : null,
      parts: parts.length > 0 ? parts.map(({ start, end }) => ({ start, end })) : null,
      score: Math.round(score * 1000) / 1000,
    })),
    ms: Math.round(ms * 100) / 100,
  };
}
