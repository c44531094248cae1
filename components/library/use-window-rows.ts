/** Rows of the lines near the window, read when they come near and kept for a while. */
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { LibraryRow } from '@/utils/db/articles';
import type { Catalogue } from '@/utils/search/catalogue';
import type { LibraryDoors } from './doors';

/** Lines read ahead on both sides. */
const AHEAD = 30;
const MOST_KEPT = 600;

interface Kept {
  row: LibraryRow | undefined;
  /** When the catalogue's chunk of it had last been written: a later writing may have changed it. */
  at: number;
}

/**
 * @param first, last places in `order` that are drawn
 * @returns the row of a document, undefined until it has come
 */
export function useWindowRows(
  catalogue: Catalogue,
  revision: number,
  order: Uint32Array,
  first: number,
  last: number,
  rows: LibraryDoors['rows'],
): (doc: number) => LibraryRow | undefined {
  const keptRef = useRef(new Map<number, Kept>());
  const askedRef = useRef(new Set<number>());
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useLayoutEffect(() => {
    const kept = keptRef.current;
    const asked = askedRef.current;
    let isOver = false;
    const read = async (docs: Uint32Array) => {
      const wanted = [...docs].filter(
        (doc) => !asked.has(doc) && kept.get(doc)?.at !== catalogue.writtenAt(doc),
      );
      if (wanted.length === 0) return;
      const times = wanted.map((doc) => catalogue.writtenAt(doc));
      for (const doc of wanted) asked.add(doc);
      try {
        const found = await rows(wanted.map((doc) => catalogue.idOf(doc)));
        for (const [n, doc] of wanted.entries()) {
          kept.delete(doc);
          kept.set(doc, { row: found[n], at: times[n]! });
        }
      } finally {
        for (const doc of wanted) asked.delete(doc);
      }
      // The oldest go first; those on the screen were just read or are asked for again.
      for (const doc of kept.keys()) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(doc);
      }
      redraw(undefined);
    };
    const run = async () => {
      await read(order.subarray(first, last + 1));
      // Somebody waits for what is seen; what is near it comes after.
      if (!isOver) await read(order.subarray(Math.max(0, first - AHEAD), last + 1 + AHEAD));
    };
    // The page's own watching tells why the archive cannot be read.
    run().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [catalogue, revision, order, first, last, rows]);
  return (doc) => keptRef.current.get(doc)?.row;
}
