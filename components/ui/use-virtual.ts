/** @tanstack/virtual-core in Preact: of many rows of one height only those near the window are drawn. */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

type Options = VirtualizerOptions<HTMLElement, HTMLElement>;

/** Where nothing has a height (a hidden tab, a test without layout) this many px are drawn. */
const ASSUMED_HEIGHT = 640;

const observeRect: Options['observeElementRect'] = (instance, onRect) =>
  observeElementRect(instance, (rect) =>
    onRect({ width: rect.width, height: rect.height || ASSUMED_HEIGHT }),
  );

export function useVirtual(wishes: {
  count: number;
  /** Height of every row, px. */
  size: number;
  scroller: { current: HTMLElement | null };
  initialOffset: number;
  keyOf: (index: number) => string;
  /** A row drawn wherever the window is: the one that holds the cursor. */
  keep: number | null;
}): Virtualizer<HTMLElement, HTMLElement> {
  const { count, size, scroller, initialOffset, keyOf, keep } = wishes;
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options: Options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    getItemKey: keyOf,
    overscan: 8,
    initialOffset,
    initialRect: { width: 800, height: ASSUMED_HEIGHT },
    scrollToFn: elementScroll,
    observeElementRect: observeRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
    rangeExtractor: (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (keep !== null && keep >= 0 && keep < count && !indexes.includes(keep)) {
        indexes.push(keep);
        indexes.sort((a, b) => a - b);
      }
      return indexes;
    },
  };
  const held = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  held.current ??= new Virtualizer(options);
  const virtualizer = held.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, size]);
  return virtualizer;
}
