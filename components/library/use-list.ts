/** The documents that are shown, and in which order. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Catalogue } from '@/utils/search/catalogue';
import { DocSet } from '@/utils/search/doc-set';
import { filterDocs, textNodes, type NameLabels, type TextNode } from '@/utils/search/filter-docs';
import { parseQuery } from '@/utils/search/parse-query';
import type { ParsedQuery } from '@/utils/search/query';
import { byScore, orderAll, pick, type SortBy } from '@/utils/search/sort-docs';
import type { LibraryContents, LibraryDoors, TextAnswer } from './doors';
import { filtersNode, stateNode, type Narrowing } from './narrowing';

export interface ShownList {
  /** Doc numbers in order. */
  order: Uint32Array;
  docs: DocSet;
  /** What the words of the line leave, before filters and state: counts are made within it. */
  byWords: DocSet;
  /** Of how many: all in this state. */
  total: number;
  query: ParsedQuery;
  /** What was typed last is still being looked for; what is shown is of the line before. */
  isSearching: boolean;
  /** Words could not be looked for: code of the failure. */
  problem: string | null;
  /** The line has words, so that there is something to sort by relevance. */
  hasWords: boolean;
}

interface Answers {
  query: ParsedQuery;
  of: Map<TextNode, TextAnswer>;
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
  const { answers, isSearching, problem } = useAnswers(query, catalogue, revision, doors);

  const byWords = useMemo(
    () =>
      filterDocs(
        catalogue,
        answers.query.node,
        labels,
        (node) => answers.of.get(node)?.docs ?? new DocSet(catalogue.size),
      ),
    // The catalogue changes in place: its revision says when.
    // oxlint-disable-next-line react/exhaustive-deps
    [catalogue, revision, labels, answers],
  );
  const base = useOrder(catalogue, revision, narrowing.sort === 'relevance' ? 'saved' : narrowing.sort);
  const inState = useMemo(
    () => filterDocs(catalogue, stateNode(narrowing.state), labels, () => catalogue.here),
    // oxlint-disable-next-line react/exhaustive-deps
    [catalogue, revision, labels, narrowing.state],
  );
  const filtered = useMemo(
    () => filterDocs(catalogue, filtersNode(narrowing.filters), labels, () => catalogue.here),
    // oxlint-disable-next-line react/exhaustive-deps
    [catalogue, revision, labels, narrowing.filters],
  );
  const hasWords = answers.of.size > 0;
  return useMemo(() => {
    const docs = byWords.and(filtered).and(inState);
    const picked = pick(base, docs);
    const scores = [...answers.of.values()];
    const order =
      narrowing.sort === 'relevance' && scores.length > 0
        ? byScore(picked, (doc) => scores.reduce((sum, { scoreOf }) => sum + scoreOf(doc), 0))
        : picked;
    return { order, docs, byWords, total: inState.count, query, isSearching, problem, hasWords };
  }, [byWords, filtered, inState, base, answers, narrowing.sort, query, isSearching, problem, hasWords]);
}

function useOrder(catalogue: Catalogue, revision: number, sort: Exclude<SortBy, 'relevance'>): Uint32Array {
  return useMemo(
    () => orderAll(catalogue, sort),
    // oxlint-disable-next-line react/exhaustive-deps
    [catalogue, revision, sort],
  );
}

/** Answers to the words of a query. Until they are there, those of the line before stand. */
function useAnswers(query: ParsedQuery, catalogue: Catalogue, revision: number, doors: LibraryDoors) {
  const nodes = useMemo(() => textNodes(query.node), [query]);
  const [answers, setAnswers] = useState<Answers>(() => ({
    // A remembered line is shown only when it was answered, not first as if nothing had been typed.
    query: nodes.length === 0 ? query : { ...query, node: { is: 'or', of: [] } },
    of: new Map(),
  }));
  const [problem, setProblem] = useState<string | null>(null);
  const turnRef = useRef(0);
  useEffect(() => {
    turnRef.current += 1;
    const turn = turnRef.current;
    setProblem(null);
    if (nodes.length === 0) return;
    Promise.all(nodes.map(async (node) => [node, await doors.searchText(node, catalogue)] as const)).then(
      (found) => {
        if (turn === turnRef.current) setAnswers({ query, of: new Map(found) });
      },
      () => {
        if (turn === turnRef.current) setProblem('storageBroken');
      },
    );
    // Words of articles that were written meanwhile are looked for again.
  }, [nodes, query, catalogue, revision, doors]);
  // A line without words needs no waiting.
  const bare = useMemo<Answers>(() => ({ query, of: new Map() }), [query]);
  const current = nodes.length === 0 ? bare : answers;
  return { answers: current, isSearching: current.query !== query, problem };
}
