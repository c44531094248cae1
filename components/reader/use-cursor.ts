/** The cursor in the copy: a paragraph has the focus, a sentence or a word is marked in it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { anchorParts } from '@/utils/annotation/anchor';
import { partsOfSpan } from '@/utils/annotation/borders';
import {
  cursorAt,
  stepCursor,
  type Cursor,
  type CursorText,
  type CursorUnit,
} from '@/utils/annotation/cursor';
import type { TextIndex } from '@/utils/annotation/text-index';

export interface ReaderCursor {
  cursor: Cursor | null;
  /** The text the cursor walks on: what the copy really shows. */
  place: CursorText | null;
  /** false: there is no further one. */
  step: (unit: CursorUnit, by: 1 | -1) => boolean;
  /** Where the next step begins, without showing a cursor. */
  beginAt: (offset: number) => void;
  put: (cursor: Cursor | null) => void;
}

export function useCursor(index: TextIndex | null): ReaderCursor {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  /** The state as it will be: keys come faster than drawings. */
  const now = useRef<Cursor | null>(null);
  const near = useRef<number | null>(null);
  const place = useRef<CursorText | null>(null);
  if (index && place.current?.text !== index.text)
    place.current = { text: index.text, blocks: index.blocks.filter(({ id }) => !index.broken.includes(id)) };

  useEffect(() => {
    now.current = null;
    near.current = null;
    setCursor(null);
  }, [index]);

  function put(next: Cursor | null) {
    now.current = next;
    setCursor(next);
    if (!next || !index) return;
    near.current = next.start;
    show(next, index);
  }

  return {
    cursor,
    place: place.current,
    put,
    beginAt(offset) {
      near.current = offset;
      now.current = null;
      setCursor(null);
    },
    step(unit, by) {
      if (!index || !place.current) return false;
      const next =
        now.current || near.current === null
          ? stepCursor(place.current, now.current, unit, by, firstShown(index))
          : beside(place.current, near.current, unit, by);
      if (next) put(next);
      return next !== null;
    },
  };
}

/** The unit at an offset where somebody clicked or made a highlight: the first step forward after it leaves it. */
function beside(place: CursorText, offset: number, unit: CursorUnit, by: 1 | -1): Cursor | null {
  const here = cursorAt(place, offset, unit);
  return here && stepCursor(place, here, unit, by);
}

function show(cursor: Cursor, index: TextIndex) {
  const element = index.elements.get(cursor.blockId);
  if (!(element instanceof HTMLElement)) return;
  if (document.activeElement !== element) element.focus({ preventScroll: true });
  const [range] = anchorParts(partsOfSpan(index, cursor), index).ranges;
  // Shift with the arrows selects from here, in the browser's own way.
  if (range) index.root.ownerDocument.getSelection()?.collapse(range.startContainer, range.startOffset);
  const box =
    cursor.unit === 'paragraph' ? element.getBoundingClientRect() : range?.getBoundingClientRect?.();
  if (!box) return;
  const room = window.innerHeight;
  if (box.top < room * 0.14 || box.bottom > room * 0.8)
    window.scrollBy?.({
      top: box.top - Math.max(room * 0.14, room * 0.38 - box.height / 2),
      behavior: 'instant',
    });
}

/** The first block below the strip on top, so that a cursor begins where one reads. */
function firstShown(index: TextIndex): string | undefined {
  if (window.scrollY < 1) return undefined;
  return index.blocks.find(({ id }) => {
    const box = index.elements.get(id)?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top >= 56;
  })?.id;
}
