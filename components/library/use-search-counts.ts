/** How many articles answer each saved search: one after the other, when nothing else is to be done. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SavedSearch } from '@/utils/db/records';
import type { Catalogue } from '@/utils/search/catalogue';
import { filterDocs, textNodes, type NameLabels } from '@/utils/search/filter-docs';
import { parseQuery } from '@/utils/search/parse-query';
import { filtersAsked } from '@/utils/search/query-filters';
import type { LibraryDoors } from './doors';
import { stateNode } from './narrowing';

/** Longer than the pause between two acts. */
const PAUSE_MS = 1_500;
/** Texts read for one number; of more it stays a little too high. */
const MOST_SETTLED = 200;

export function useSearchCounts(
  searches: readonly SavedSearch[],
  catalogue: Catalogue,
  revision: number,
  labels: NameLabels,
  search: LibraryDoors['search'],
): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const knownRef = useRef<{ labels: NameLabels; revision: number; counts: Map<string, number> } | null>(null);
  useEffect(() => {
    const isSame = knownRef.current?.revision === revision && knownRef.current.labels === labels;
    if (!isSame) knownRef.current = { labels, revision, counts: new Map() };
    const known = knownRef.current!.counts;
    let isOver = false;
    const run = async () => {
      for (const { query } of searches) {
        if (isOver) return;
        if (!known.has(query)) known.set(query, await count(query, catalogue, labels, search));
      }
      if (!isOver) setCounts(new Map(searches.map(({ id, query }) => [id, known.get(query)!])));
    };
    const timer = setTimeout(
      // A number that cannot be had is not shown; why is told where the results are.
      () => void run().catch(() => undefined),
      isSame ? 0 : PAUSE_MS,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [searches, catalogue, revision, labels, search]);
  return counts;
}

async function count(
  query: string,
  catalogue: Catalogue,
  labels: NameLabels,
  search: LibraryDoors['search'],
): Promise<number> {
  const { node } = parseQuery(query);
  const isStateAsked = filtersAsked(node).some(({ field }) => field === 'state');
  const within = isStateAsked
    ? catalogue.here
    : filterDocs(catalogue, stateNode('all'), labels, () => catalogue.here);
  if (textNodes(node).length === 0)
    return filterDocs(catalogue, node, labels, () => catalogue.here).and(within).count;
  const { yes, unsure, settle } = await search(node, catalogue, labels);
  const open = unsure.and(within).toArray();
  await settle([...open.subarray(0, MOST_SETTLED)]);
  return yes.or(unsure).and(within).count;
}
