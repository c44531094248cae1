/** Passages of the lines near the window: read when they come near, for the query that the list answers. */
import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import type { FoundPassage } from '@/utils/db/snippets';
import type { Catalogue } from '@/utils/search/catalogue';
import { asksWords } from '@/utils/search/scan-text';
import type { ShownList } from './use-list';

/** Lines read ahead on both sides. */
const AHEAD = 10;
const MOST_KEPT = 300;
/** Read at once, whatever is seen: a small window soon shows the next ones. */
const FIRST = 10;

/** @returns the passage of a document; undefined: not there yet; null: it has none */
export function usePassages(
  catalogue: Catalogue,
  answered: ShownList['answered'],
  order: Uint32Array,
  first: number,
  last: number,
): (doc: number) => FoundPassage | null | undefined {
  const query = answered?.query;
  // Those of another query are of no use; those of this one stay, also while more of its answer is settled.
  // oxlint-disable-next-line react/exhaustive-deps
  const kept = useMemo(() => new Map<number, FoundPassage | null>(), [query]);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useLayoutEffect(() => {
    if (!answered || !asksWords(answered.query.node)) return undefined;
    if (kept.size > MOST_KEPT) kept.clear();
    let isOver = false;
    const read = async (docs: Uint32Array) => {
      const wanted = [...docs].filter((doc) => !kept.has(doc));
      if (wanted.length === 0) return;
      const ids = wanted.map((doc) => catalogue.idOf(doc));
      const found = await answered.passages(ids, answered.modes);
      for (const [n, doc] of wanted.entries()) kept.set(doc, found.get(ids[n]!) ?? null);
      redraw(undefined);
    };
    const run = async () => {
      await read(order.subarray(first, Math.max(last + 1, first + FIRST)));
      // Somebody waits for what is seen; what is near it comes after.
      if (!isOver) await read(order.subarray(Math.max(0, first - AHEAD), last + 1 + AHEAD));
    };
    // The line then shows its lead: the page's own watching tells why the archive cannot be read.
    run().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [catalogue, answered, order, first, last, kept]);
  return (doc) => kept.get(doc);
}
