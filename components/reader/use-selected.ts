/** What is selected in the copy, once the selection has come to rest; and the selection made by keys. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { anchorParts } from '@/utils/annotation/anchor';
import { partsOfSpan } from '@/utils/annotation/borders';
import { describeRange, type Described } from '@/utils/annotation/describe';
import type { TextIndex } from '@/utils/annotation/text-index';
import type { Span } from '@/utils/text/sentences';

export interface Box {
  left: number;
  top: number;
  bottom: number;
}

export interface Selected {
  described: Described;
  box: Box;
}

export interface Selecting {
  /** For the bar; lags a little behind the selection itself. */
  selected: Selected | null;
  /** What is selected this moment; `blank` when that is no word of the copy. */
  now: () => Described | 'blank' | null;
  select: (span: Span) => void;
  drop: () => void;
}

const REST_MS = 120;

/** @param onPress a pointer went down: what keys selected is over */
export function useSelected(
  root: RefObject<HTMLElement | null>,
  index: TextIndex | null,
  onPress: () => void,
): Selecting {
  const [selected, setSelected] = useState<Selected | null>(null);

  /** One inside the bar is none of ours. */
  function rangeNow(): Range | null {
    const doc = root.current?.ownerDocument;
    const selection = doc?.getSelection();
    if (!doc || !selection || selection.rangeCount === 0) return null;
    if (doc.activeElement?.closest('.reader-bar,dialog')) return null;
    const range = selection.getRangeAt(0);
    return range.collapsed || !range.intersectsNode(root.current!) ? null : range;
  }

  function read() {
    if (root.current?.ownerDocument.activeElement?.closest('.reader-bar,dialog')) return;
    const range = rangeNow();
    const described = range && index ? describeRange(range, index) : null;
    setSelected(described && { described, box: boxOf(range!) });
  }

  useEffect(() => {
    const doc = root.current?.ownerDocument;
    if (!doc || !index) return undefined;
    let waiting = 0;
    let isDown = false;
    const soon = () => {
      clearTimeout(waiting);
      if (!isDown) waiting = window.setTimeout(read, REST_MS);
    };
    const down = (event: Event) => {
      isDown = true;
      if (!(event.target as Element | null)?.closest?.('.reader-bar,dialog,.reader-strip')) onPress();
    };
    const up = () => {
      isDown = false;
      soon();
    };
    doc.addEventListener('selectionchange', soon);
    doc.addEventListener('pointerdown', down);
    doc.addEventListener('pointerup', up);
    doc.addEventListener('pointercancel', up);
    return () => {
      clearTimeout(waiting);
      doc.removeEventListener('selectionchange', soon);
      doc.removeEventListener('pointerdown', down);
      doc.removeEventListener('pointerup', up);
      doc.removeEventListener('pointercancel', up);
    };
    // `read` reads refs and this index only.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [index]);

  return {
    selected,
    now() {
      const range = rangeNow();
      if (!range || !index) return null;
      const described = describeRange(range, index);
      return described ?? (range.toString() ? 'blank' : null);
    },
    select(span) {
      if (!index) return;
      const { ranges } = anchorParts(partsOfSpan(index, span), index);
      const [first, last] = [ranges[0], ranges.at(-1)];
      if (!first || !last) return;
      const selection = index.root.ownerDocument.getSelection();
      selection?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
    },
    drop() {
      root.current?.ownerDocument.getSelection()?.removeAllRanges();
      setSelected(null);
    },
  };
}

/** Where a range stands on the whole page. */
export function boxOf(range: Range): Box {
  // jsdom has no layout.
  const rects = [...(range.getClientRects?.() ?? [])].filter(({ width }) => width > 0);
  const last = rects.at(-1);
  const first = rects[0];
  if (!first || !last) return { left: 0, top: 0, bottom: 0 };
  const { scrollX, scrollY } = range.startContainer.ownerDocument!.defaultView!;
  return { left: last.left + scrollX, top: first.top + scrollY, bottom: last.bottom + scrollY };
}

/** Where the caret of a click stands in the text; null outside it. */
export function offsetOfCaret(index: TextIndex): number | null {
  const selection = index.root.ownerDocument.getSelection();
  const known = index.nodes.find(({ node }) => node === selection?.focusNode);
  return known ? known.start + (selection?.focusOffset ?? 0) : null;
}
