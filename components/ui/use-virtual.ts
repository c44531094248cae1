/** Of many rows of one height only those near the window are drawn. Nothing here grows with the number of rows. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/** Where nothing has a height (a hidden tab, a test without layout) this many px are drawn. */
const ASSUMED_HEIGHT = 640;
/** Rows drawn beyond the window on both sides. */
const BEYOND = 8;

export interface VirtualItem {
  index: number;
  key: string;
  /** px from the top */
  start: number;
}

export interface VirtualRows {
  getTotalSize: () => number;
  getVirtualItems: () => VirtualItem[];
  /** First and last row in the window itself. */
  getSeen: () => { first: number; last: number };
  /** Scrolls no more than is needed to show the row. */
  scrollToIndex: (index: number, how?: { align: 'auto' }) => void;
}

export function useVirtual(wishes: {
  count: number;
  /** Height of every row, px. */
  size: number;
  scroller: { current: HTMLElement | null };
  initialOffset: number;
  keyOf: (index: number) => string;
  /** A row drawn wherever the window is: the one that holds the cursor. */
  keep: number | null;
}): VirtualRows {
  const { count, size, scroller, initialOffset, keyOf, keep } = wishes;
  const [top, setTop] = useState(initialOffset);
  const [height, setHeight] = useState(ASSUMED_HEIGHT);

  const seen = {
    first: Math.max(0, Math.min(count - 1, Math.floor(top / size))),
    last: Math.min(count - 1, Math.ceil((top + height) / size)),
  };
  const first = Math.max(0, seen.first - BEYOND);
  const last = Math.min(count - 1, seen.last + BEYOND);
  const indexes: number[] = [];
  for (let index = first; index <= last; index += 1) indexes.push(index);
  if (keep !== null && keep >= 0 && keep < count) {
    if (keep < first) indexes.unshift(keep);
    else if (keep > last) indexes.push(keep);
  }
  const items = indexes.map((index) => ({ index, key: keyOf(index), start: index * size }));
  const [latest] = useState(() => ({ count, size, items, seen }));
  // In the drawing itself: it is asked for its rows in the same one.
  Object.assign(latest, { count, size, items, seen });

  const attachedRef = useRef<{ element: HTMLElement; detach: () => void } | null>(null);
  // At every drawing: the scroller may come later than the view around it.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (attachedRef.current?.element === element) return;
    const isFirst = attachedRef.current === null;
    attachedRef.current?.detach();
    attachedRef.current = null;
    if (!element) return;
    if (isFirst && initialOffset > 0) element.scrollTop = initialOffset;
    const measure = () => setHeight(element.clientHeight || ASSUMED_HEIGHT);
    // Rows of the same place need no drawing: only whole rows count.
    const onScroll = () => {
      const row = latest.size;
      setTop(Math.floor(element.scrollTop / row) * row);
    };
    measure();
    onScroll();
    element.addEventListener('scroll', onScroll, { passive: true });
    const observer = globalThis.ResizeObserver ? new ResizeObserver(measure) : null;
    observer?.observe(element);
    attachedRef.current = {
      element,
      detach() {
        element.removeEventListener('scroll', onScroll);
        observer?.disconnect();
      },
    };
  });
  useLayoutEffect(() => () => attachedRef.current?.detach(), []);

  // The same object at every drawing: who depends on it does not run again for each row scrolled.
  return useMemo<VirtualRows>(
    () => ({
      getTotalSize: () => latest.count * latest.size,
      getVirtualItems: () => latest.items,
      getSeen: () => latest.seen,
      scrollToIndex(index) {
        const element = scroller.current;
        if (!element) return;
        const row = latest.size;
        const seen = element.clientHeight || ASSUMED_HEIGHT;
        if (index * row < element.scrollTop) element.scrollTop = index * row;
        else if ((index + 1) * row > element.scrollTop + seen) element.scrollTop = (index + 1) * row - seen;
      },
    }),
    [scroller, latest],
  );
}
