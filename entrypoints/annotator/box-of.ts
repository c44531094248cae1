import type { BoxOf } from '@/components/live/types';
import type { Ends } from '@/utils/annotation/page-range';

/** Where ranges stand in the page's window; a frame's own place is added. null where they have no box. */
export function boxOfRanges(ranges: readonly Range[]): ReturnType<BoxOf> {
  const boxes = ranges.flatMap((range) => {
    const down = frameOffset(range.startContainer.ownerDocument);
    return [...range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map(({ left, top, bottom }) => ({ left: left + down.x, top: top + down.y, bottom: bottom + down.y }));
  });
  const first = boxes[0];
  const last = boxes.at(-1);
  return first && last ? { left: last.left, top: first.top, bottom: last.bottom } : null;
}

function frameOffset(doc: Document | null): { x: number; y: number } {
  const frame = doc?.defaultView?.frameElement;
  if (!frame) return { x: 0, y: 0 };
  const { left, top } = frame.getBoundingClientRect();
  const outer = frameOffset(frame.ownerDocument);
  return { x: outer.x + left + frame.clientLeft, y: outer.y + top + frame.clientTop };
}

/** A range of our own, which goes along with the page; none over the border of a shadow root, where no range can stand. */
export function rangesOfEnds({ startContainer, startOffset, endContainer, endOffset }: Ends): Range[] {
  const doc = startContainer.ownerDocument ?? (startContainer as Document);
  const range = doc.createRange();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    return [];
  }
  return range.collapsed ? [] : [range];
}
