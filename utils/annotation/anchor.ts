/** From a place in the version's text to ranges in a rendered copy. Promise: a range covers exactly its words, or is not made. */
import { nodeAfter, type TextIndex } from './text-index';
import type { Part } from './types';

export interface Anchored {
  ranges: Range[];
  /** Parts whose words the copy does not show. */
  missing: Part[];
}

/** One range per part. */
export function anchorParts(parts: readonly Part[], index: TextIndex): Anchored {
  const ranges: Range[] = [];
  const missing: Part[] = [];
  for (const part of parts) {
    const range = rangeOf(part, index);
    if (range) ranges.push(range);
    else missing.push(part);
  }
  return { ranges, missing };
}

function rangeOf(part: Part, index: TextIndex): Range | null {
  if (part.start >= part.end) return null;
  const first = index.nodes[nodeAfter(index, part.start)];
  const last = index.nodes[nodeAfter(index, part.end - 1)];
  if (!first || !last || first.start > part.start || last.start >= part.end) return null;
  if (first.block.id !== part.blockId || last.block.id !== part.blockId) return null;
  const range = index.root.ownerDocument.createRange();
  try {
    range.setStart(first.node, part.start - first.start);
    range.setEnd(last.node, part.end - last.start);
  } catch {
    // The copy was changed after it was indexed; what it shows now is not known.
    return null;
  }
  return range.toString() === index.text.slice(part.start, part.end) ? range : null;
}
