/** The documents that are shown, and in which order. */
import { useMemo } from 'preact/hooks';
import type { Catalogue } from '@/utils/search/catalogue';
import type { DocSet } from '@/utils/search/doc-set';
import { filterDocs, textNodes, type NameLabels } from '@/utils/search/filter-docs';
import { parseQuery } from '@/utils/search/parse-query';
import type { ParsedQuery } from '@/utils/search/query';
import { filtersAsked } from '@/utils/search/query-filters';
import { byScore, firstOf, orderAll, pick, type SortBy } from '@/utils/search/sort-docs';
import type { LibraryContents, LibraryDoors } from './doors';
import { filtersNode, stateNode, type Narrowing } from './narrowing';
import { useSearch, type SearchAnswer } from './use-search';

export interface ShownList {
  /** Doc numbers in order. */
  order: Uint32Array;
  docs: DocSet;
  /** What the words of the line leave, before filters and state: counts are made within it. */
  byWords: DocSet;
  /** Of how many: all in this state. */
  total: number;
  /** The line as it was read. */
  query: ParsedQuery;
  /** What the list answers, and how its words were taken: null where no words are asked for. */
  answered: Pick<SearchAnswer, 'query' | 'modes' | 'passages'> | null;
  /** What it is sorted by. */
  sort: SortBy;
  /** What was typed last is still being looked for; what is shown is of the line before. */
  isSearching: boolean;
  /** Words could not be looked for: code of the failure. */
  problem: string | null;
}

/** The same object until a name changes. */
export function useLabels({ tags, coders, collections }: LibraryContents): NameLabels {
  return useMemo(() => ({ code: tags, coder: coders, collection: collections }), [tags, coders, collections]);
}

/** @param catalogue not null: the list is drawn only when there is one */
export function useList(
  contents: LibraryContents,
  catalogue: Catalogue,
  narrowing: Narrowing,
  doors: LibraryDoors,
): ShownList {
  const { revision } = contents;
  const labels = useLabels(contents);
  const query = useMemo(() => parseQuery(narrowing.line), [narrowing.line]);
  const isStateAsked = useMemo(
    () => filtersAsked(query.node).some(({ field }) => field === 'state'),
    [query],
  );
  const inState = useMemo(
    () => {
      // Who types a state has named the bin, or anything but it.
      if (narrowing.state === 'all' && isStateAsked) return catalogue.here;
      return filterDocs(catalogue, stateNode(narrowing.state), labels, () => catalogue.here);
    },
    // The catalogue changes in place: its revision says when.
    // oxlint-disable-next-line react/exhaustive-deps
    [catalogue, revision, labels, narrowing.state, isStateAsked],
  );
  const filtered = useMemo(
    () => filterDocs(catalogue, filtersNode(narrowing.filters), labels, () => catalogue.here),
    // oxlint-disable-next-line react/exhaustive-deps -- the catalogue changes in place
    [catalogue, revision, labels, narrowing.filters],
  );
  const { sort, wordsSort } = narrowing;
  const hasWords = useMemo(() => textNodes(query.node).length > 0, [query]);
  const sortNow = hasWords ? wordsSort : sort;
  const base = useOrder(catalogue, revision, sortNow === 'relevance' ? 'saved' : sortNow);
  // Whoever asks again for the order of an answer is given the same.
  const orderOf = useMemo(() => {
    const known = new WeakMap<SearchAnswer, Uint32Array>();
    const isByScore = wordsSort === 'relevance';
    return (answer: SearchAnswer, count?: number) => {
      const before = known.get(answer);
      if (before) return before;
      const docs = answer.docs.and(filtered).and(inState);
      if (count !== undefined) return firstOf(base, docs, count, isByScore ? answer.scores : null);
      const picked = pick(base, docs);
      const order = isByScore ? byScore(picked, answer.scores) : picked;
      known.set(answer, order);
      return order;
    };
  }, [base, filtered, inState, wordsSort]);
  const { answer, isSearching, problem } = useSearch(
    query,
    catalogue,
    revision,
    labels,
    doors.search,
    orderOf,
  );

  const byWords = useMemo(
    () => answer?.docs ?? filterDocs(catalogue, query.node, labels, () => catalogue.here),
    // oxlint-disable-next-line react/exhaustive-deps -- the catalogue changes in place
    [catalogue, revision, labels, answer, query],
  );
  return useMemo(() => {
    const docs = byWords.and(filtered).and(inState);
    const order = answer ? orderOf(answer) : pick(base, docs);
    return {
      order,
      docs,
      byWords,
      total: inState.count,
      query,
      answered: answer && { query: answer.query, modes: answer.modes, passages: answer.passages },
      sort: sortNow,
      isSearching,
      problem,
    };
  }, [byWords, filtered, inState, base, orderOf, answer, sortNow, query, isSearching, problem]);
}

function useOrder(catalogue: Catalogue, revision: number, sort: Exclude<SortBy, 'relevance'>): Uint32Array {
  return useMemo(
    () => orderAll(catalogue, sort),
    // oxlint-disable-next-line react/exhaustive-deps -- the catalogue changes in place
    [catalogue, revision, sort],
  );
}
