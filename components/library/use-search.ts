/**
 * Documents in whose words a query is found. What the index cannot tell is settled from the texts: for the first rows before
 * they are shown, for the others after, a few at a time.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Search } from '@/utils/db/search-archive';
import type { Catalogue } from '@/utils/search/catalogue';
import { DocSet } from '@/utils/search/doc-set';
import { textNodes, type NameLabels } from '@/utils/search/filter-docs';
import type { ParsedQuery, WordsNode } from '@/utils/search/query';
import type { WordsModes } from '@/utils/search/scan-text';
import type { LibraryDoors } from './doors';

export interface SearchAnswer {
  query: ParsedQuery;
  docs: DocSet;
  /** Relevance by document. */
  scores: Float32Array;
  modes: WordsModes;
  passages: Search['passages'];
  /** Some of `docs` may still prove to be none. */
  isUnsettled: boolean;
}

/** Rows that a large window shows, comfortably set. */
const SHOWN_FIRST = 15;
/** Rows that a small one shows. */
const SEEN_FIRST = 10;
const SETTLED_AT_ONCE = 20;
/** Milliseconds for keys and drawing, before the rest is settled and between its parts. */
const BEFORE_REST_MS = 60;
const BETWEEN_MS = 12;
/** Texts read for the sake of the number above the list; of more it stays a little too high. */
const MOST_SETTLED = 3_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function answerOf(query: ParsedQuery, search: Search): SearchAnswer {
  const taken = new Map(search.taken.map(({ node, as }) => [node, as]));
  return {
    query,
    docs: search.yes.or(search.unsure),
    scores: search.scores,
    modes: (node: WordsNode) => taken.get(node) ?? 'phrase',
    passages: search.passages,
    isUnsettled: !search.unsure.isEmpty,
  };
}

export interface SearchState {
  /** Until the line is answered, the answer to the line before stands. Null: that line has no words. */
  answer: SearchAnswer | null;
  isSearching: boolean;
  problem: string | null;
}

/** @param order puts documents as they will be shown; with a count, so many from the first on */
export function useSearch(
  query: ParsedQuery,
  catalogue: Catalogue,
  revision: number,
  labels: NameLabels,
  search: LibraryDoors['search'],
  order: (answer: SearchAnswer, count?: number) => Uint32Array,
): SearchState {
  const hasWords = useMemo(() => textNodes(query.node).length > 0, [query]);
  /** undefined: nothing was shown yet. */
  const [answer, setAnswer] = useState<SearchAnswer | null>();
  const [problem, setProblem] = useState<string | null>(null);
  const orderRef = useRef(order);
  const shownRef = useRef<Search | null>(null);
  useLayoutEffect(() => {
    orderRef.current = order;
  });
  useLayoutEffect(() => {
    setProblem(null);
    const show = (found: Search | null, now: SearchAnswer | null) => {
      if (shownRef.current !== found) shownRef.current?.forget();
      shownRef.current = found;
      setAnswer(now);
    };
    if (!hasWords) {
      show(null, null);
      return undefined;
    }
    let isOver = false;
    const run = async () => {
      const found = await search(query.node, catalogue, labels);
      let now = answerOf(query, found);
      const settle = async (docs: number[]) => {
        await found.settle(docs);
        now = answerOf(query, found);
      };
      const firstRows = () => orderRef.current(now, SHOWN_FIRST).subarray(0, SHOWN_FIRST);
      for (let turn = 0; turn < 5 && !isOver; turn += 1) {
        const open = [...firstRows()].filter((doc) => found.unsure.has(doc));
        if (open.length === 0) break;
        await settle(open);
      }
      if (isOver) return;
      // Their texts come while the list is drawn: first of those that nobody has to scroll to.
      const first = firstRows();
      found.prepare(first.subarray(0, SEEN_FIRST));
      found.prepare(first.subarray(SEEN_FIRST));
      show(found, now);
      if (!now.isUnsettled) return;
      // Drawing comes first, and what it reads.
      await pause(BEFORE_REST_MS);
      if (isOver) return;
      const rest = orderRef
        .current(now)
        .filter((doc) => found.unsure.has(doc))
        .subarray(0, MOST_SETTLED);
      for (let at = 0; at < rest.length && !isOver; at += SETTLED_AT_ONCE) {
        await settle([...rest.subarray(at, at + SETTLED_AT_ONCE)]);
        await pause(BETWEEN_MS);
      }
      if (!isOver) show(found, now);
    };
    run().catch(() => {
      if (!isOver) setProblem('storageBroken');
    });
    return () => {
      isOver = true;
    };
    // Words of articles that were written meanwhile are looked for again: the catalogue's revision says when.
  }, [query, hasWords, catalogue, revision, labels, search]);
  const isSearching = hasWords && answer?.query !== query;
  // A remembered line is shown only when it was answered, not first as if nothing had been typed.
  const nothing = useMemo<SearchAnswer>(
    () => ({
      query,
      docs: new DocSet(catalogue.size),
      scores: new Float32Array(0),
      modes: 'phrase',
      passages: () => Promise.resolve(new Map()),
      isUnsettled: false,
    }),
    [query, catalogue],
  );
  const standing = answer === undefined ? nothing : answer;
  return { answer: hasWords ? standing : null, isSearching, problem };
}
