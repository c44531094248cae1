/** Cursor and selection over the rows that are shown. What is filtered away is never acted upon. */
import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { LibraryRow } from '@/utils/db/articles';
import { useRemembered } from './use-remembered';

export function useSelection(rows: LibraryRow[]) {
  const [cursor, setCursor] = useRemembered<string | null>('library:cursor', null);
  const [ids, setIds] = useRemembered<string[]>('library:selection', []);
  const anchorRef = useRef<string | null>(null);
  const places = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const selected: ReadonlySet<string> = useMemo(() => new Set(ids), [ids]);
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : rows.filter((row) => selected.has(row.id))),
    [rows, selected],
  );
  /** Where the cursor was, to stay in place when its article leaves the list. */
  const lastPlaceRef = useRef(0);
  const place = cursor === null ? undefined : places.get(cursor);
  useLayoutEffect(() => {
    if (place !== undefined) lastPlaceRef.current = place;
  }, [place]);

  const toggle = useCallback(
    (articleId: string, isRange: boolean) => {
      const from = isRange && anchorRef.current !== null ? places.get(anchorRef.current) : undefined;
      const to = places.get(articleId);
      if (from !== undefined && to !== undefined) {
        const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id);
        setIds((now) => [...new Set([...now, ...range])]);
      } else {
        anchorRef.current = articleId;
        setIds((now) =>
          now.includes(articleId) ? now.filter((id) => id !== articleId) : [...now, articleId],
        );
      }
      setCursor(articleId);
    },
    [places, rows, setCursor, setIds],
  );

  return {
    cursor: place === undefined ? null : cursor,
    selected,
    chosen,
    setCursor,
    toggle,
    selectAll: () => setIds(rows.map((row) => row.id)),
    clear: () => {
      anchorRef.current = null;
      setIds([]);
    },
    move(by: number | 'first' | 'last') {
      if (rows.length === 0) return;
      const last = rows.length - 1;
      let to: number;
      if (by === 'first') to = 0;
      else if (by === 'last') to = last;
      // The article under the cursor has gone: the one that took its place is next.
      else if (place === undefined) to = cursor === null ? 0 : Math.min(lastPlaceRef.current, last);
      else to = Math.max(0, Math.min(last, place + by));
      setCursor(rows[to]!.id);
    },
    /** The selection, or the article under the cursor. */
    targets(): LibraryRow[] {
      if (chosen.length > 0) return chosen;
      return place === undefined ? [] : [rows[place]!];
    },
  };
}
