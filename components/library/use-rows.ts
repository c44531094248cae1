import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { LibraryRow, LibraryTags } from '@/utils/db/articles';
import { foldedRows, narrowRows, sortRows, type Narrowing } from './narrow-rows';

const SLICE = 250;

/** Rows narrowed and in order. Folding is done ahead, a slice at a time, so that the first key press finds it done. */
export function useRows(rows: LibraryRow[], narrowing: Narrowing, tags: LibraryTags): LibraryRow[] {
  const folded = useRef(foldedRows()).current;
  useEffect(() => {
    let next = 0;
    let timer: ReturnType<typeof setTimeout>;
    const fold = () => {
      for (const row of rows.slice(next, next + SLICE)) folded.of(row);
      next += SLICE;
      if (next < rows.length) timer = setTimeout(fold, 8);
    };
    timer = setTimeout(fold, 100);
    return () => clearTimeout(timer);
  }, [rows, folded]);
  const sorted = useMemo(() => sortRows(rows, narrowing.sort), [rows, narrowing.sort]);
  return useMemo(() => narrowRows(sorted, narrowing, tags, folded), [sorted, narrowing, tags, folded]);
}
