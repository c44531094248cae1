/** Cursor and selection over the documents that are shown. What is filtered away is never acted upon. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Catalogue } from '@/utils/search/catalogue';
import { DocSet } from '@/utils/search/doc-set';
import { recall, remember } from './use-remembered';
import type { ShownList } from './use-list';

/** Larger selections are not remembered when the tab is reloaded. */
const MOST_REMEMBERED = 5_000;

interface Remembered {
  /** Ids, so that numbers of another database never select something else. */
  cursor: string | null;
  selected: string[];
}

const NOTHING: Remembered = { cursor: null, selected: [] };

/** @param isReady the catalogue has been read, so that what is remembered can be found in it */
export function useSelection(catalogue: Catalogue, { order, docs }: ShownList, isReady: boolean) {
  const [cursorDoc, setCursor] = useState(-1);
  const [selected, setSelected] = useState(() => new DocSet(catalogue.size));
  const isRestoredRef = useRef(false);
  useLayoutEffect(() => {
    if (!isReady || isRestoredRef.current) return;
    isRestoredRef.current = true;
    const kept = recall('library:selection', NOTHING);
    if (kept.cursor !== null) setCursor(catalogue.docOf(kept.cursor));
    if (kept.selected.length > 0) setSelected(catalogue.docsOf(kept.selected));
  }, [catalogue, isReady]);
  const anchorRef = useRef(-1);
  const chosen = useMemo(() => selected.and(docs), [selected, docs]);
  /** Where the cursor was, to stay in place when its article leaves the list. */
  const lastPlaceRef = useRef(0);
  const place = useMemo(
    () => (cursorDoc >= 0 && docs.has(cursorDoc) ? order.indexOf(cursorDoc) : -1),
    [order, docs, cursorDoc],
  );
  useLayoutEffect(() => {
    if (place >= 0) lastPlaceRef.current = place;
  }, [place]);
  useLayoutEffect(() => {
    if (!isRestoredRef.current) return;
    const count = selected.count;
    remember('library:selection', {
      cursor: cursorDoc >= 0 ? catalogue.idOf(cursorDoc) : null,
      selected: count > MOST_REMEMBERED ? [] : [...selected.toArray()].map((doc) => catalogue.idOf(doc)),
    } satisfies Remembered);
  }, [catalogue, cursorDoc, selected]);

  const toggle = useCallback(
    (doc: number, isRange: boolean) => {
      const from = isRange && anchorRef.current >= 0 ? order.indexOf(anchorRef.current) : -1;
      const to = order.indexOf(doc);
      if (from >= 0 && to >= 0) {
        const range = order.subarray(Math.min(from, to), Math.max(from, to) + 1);
        setSelected((now) => grown(now, catalogue.size).or(DocSet.of(catalogue.size, range)));
      } else {
        anchorRef.current = doc;
        setSelected((now) => {
          const next = grown(now, catalogue.size);
          if (next.has(doc)) next.delete(doc);
          else next.add(doc);
          return next;
        });
      }
      setCursor(doc);
    },
    [order, catalogue],
  );

  return {
    /** Doc number, -1: none. */
    cursor: place < 0 ? -1 : cursorDoc,
    place,
    selected,
    chosen,
    setCursor,
    toggle,
    selectAll: () => setSelected(docs),
    clear: () => {
      anchorRef.current = -1;
      setSelected(new DocSet(catalogue.size));
    },
    move(by: number | 'first' | 'last') {
      if (order.length === 0) return;
      const last = order.length - 1;
      let to: number;
      if (by === 'first') to = 0;
      else if (by === 'last') to = last;
      // The article under the cursor has gone: the one that took its place is next.
      else if (place < 0) to = cursorDoc < 0 ? 0 : Math.min(lastPlaceRef.current, last);
      else to = Math.max(0, Math.min(last, place + by));
      setCursor(order[to]!);
    },
    /** The selection, or the article under the cursor. */
    targets(): DocSet {
      if (!chosen.isEmpty) return chosen;
      return DocSet.of(catalogue.size, place < 0 ? [] : [order[place]!]);
    },
  };
}

/** A copy with room for all numbers there are now. */
const grown = (docs: DocSet, size: number): DocSet => new DocSet(size).or(docs);
