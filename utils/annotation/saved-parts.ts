/** The way back: words selected on a live page, as parts of the saved text, so that a highlight made there is one of the copy. */
import { snapToGraphemes } from '@/utils/text/graphemes';
import type { Alignment } from './alignment';
import { remainsOf } from './find-remains';
import { unitsIn } from './normal-view';
import type { Part } from './types';

export interface SavedParts {
  /** In the saved text and its order; null when it holds none of the words. */
  parts: Part[] | null;
  /** Parts of the selection that the saved text does not hold, or holds less than half of. */
  missing: Part[];
}

const LEAST_KEPT = 0.5;

export function savedPartsOf(alignment: Alignment, liveParts: readonly Part[]): SavedParts {
  const { saved, live } = alignment;
  if (alignment.isSame) {
    const places = new Map(live.raw.blocks.map((block, n) => [block.id, saved.raw.blocks[n]!.id]));
    return { parts: liveParts.map((part) => ({ ...part, blockId: places.get(part.blockId)! })), missing: [] };
  }
  const back: Alignment = {
    ...alignment,
    saved: live,
    live: saved,
    to: alignment.from,
    from: alignment.to,
    unsure: new Uint8Array(live.units.length),
  };
  const found: Part[] = [];
  const missing: Part[] = [];
  for (const part of liveParts) {
    const { start, end } = unitsIn(live, part.start, part.end);
    const remains = start < end ? remainsOf(back, start, end) : null;
    if (!remains || remains.kept < remains.size * LEAST_KEPT) {
      if (start < end) missing.push(part);
      continue;
    }
    for (const piece of remains.pieces) {
      const block = saved.raw.blocks[saved.blockOf[piece.start]!]!;
      const words = saved.raw.text.slice(block.start, block.end);
      const whole = snapToGraphemes(
        words,
        saved.rawStart[piece.start]! - block.start,
        saved.rawEnd[piece.end - 1]! - block.start,
      );
      found.push({ blockId: block.id, start: block.start + whole.start, end: block.start + whole.end });
    }
  }
  return { parts: found.length > 0 ? joined(found) : null, missing };
}

/** One part per block: pieces of one saved block are one selection in it. */
function joined(parts: Part[]): Part[] {
  const byBlock = new Map<string, Part>();
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const known = byBlock.get(part.blockId);
    if (known) known.end = Math.max(known.end, part.end);
    else byBlock.set(part.blockId, { ...part });
  }
  return [...byBlock.values()];
}
