/** Rows that did not change keep their identity over readings, so that only cards that differ are drawn again. */
import { useRef } from 'preact/hooks';

export function useStable<Row extends { id: string }>(rows: readonly Row[]): readonly Row[] {
  const known = useRef<{
    from: readonly Row[];
    rows: readonly Row[];
    texts: Map<string, { text: string; row: Row }>;
  }>({
    from: [],
    rows: [],
    texts: new Map(),
  });
  if (known.current.from !== rows) {
    const texts = new Map<string, { text: string; row: Row }>();
    const next = rows.map((row) => {
      const text = JSON.stringify(row);
      const before = known.current.texts.get(row.id);
      const kept = before?.text === text ? before.row : row;
      texts.set(row.id, { text, row: kept });
      return kept;
    });
    known.current = { from: rows, rows: next, texts };
  }
  return known.current.rows;
}
