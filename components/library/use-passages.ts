/** Passages of the lines near the window: read when they come near, for the query that the list answers. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { FoundPassage } from '@/utils/db/snippets';
import type { Catalogue } from '@/utils/search/catalogue';
import { asksWords } from '@/utils/search/scan-text';
import type { LibraryDoors } from './doors';
import type { ShownList } from './use-list';

/** Lines read ahead on both sides. */
const AHEAD = 10;
const MOST_KEPT = 300;

interface Kept {
  answered: ShownList['answered'];
  passages: Map<number, FoundPassage | null>;
}

/** @returns the passage of a document; undefined: not there yet; null: it has none */
export function usePassages(
  catalogue: Catalogue,
  answered: ShownList['answered'],
  order: Uint32Array,
  first: number,
  last: number,
  passages: LibraryDoors['passages'],
): (doc: number) => FoundPassage | null | undefined {
  const keptRef = useRef<Kept>({ answered: null, passages: new Map() });
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  // Those of another query are of no use; those of this one stay, also while more of its answer is settled.
  if (keptRef.current.answered?.query !== answered?.query)
    keptRef.current = { answered, passages: new Map() };
  useEffect(() => {
    if (!answered || !asksWords(answered.query.node)) return;
    const kept = keptRef.current;
    if (kept.passages.size > MOST_KEPT) kept.passages.clear();
    const docs = order.subarray(Math.max(0, first - AHEAD), Math.min(order.length, last + 1 + AHEAD));
    const wanted = [...docs].filter((doc) => !kept.passages.has(doc));
    if (wanted.length === 0) return;
    const ids = wanted.map((doc) => catalogue.idOf(doc));
    passages(ids, answered.query.node, answered.modes).then(
      (found) => {
        if (keptRef.current !== kept) return;
        for (const [n, doc] of wanted.entries()) kept.passages.set(doc, found.get(ids[n]!) ?? null);
        redraw(undefined);
      },
      // The line then shows its lead: the page's own watching tells why the archive cannot be read.
      () => undefined,
    );
  }, [catalogue, answered, order, first, last, passages]);
  return (doc) => keptRef.current.passages.get(doc);
}
