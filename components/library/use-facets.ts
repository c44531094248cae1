/** Numbers beside what the list can be narrowed to, made after the list was drawn: no key press waits for them. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Catalogue, NameKind } from '@/utils/search/catalogue';
import { countNames, type NameCount } from '@/utils/search/count-docs';
import type { DocSet } from '@/utils/search/doc-set';
import { branchOf, filterDocs, hasDocs, type NameLabels } from '@/utils/search/filter-docs';
import { HAS_VALUES, type HasValue } from '@/utils/search/query-fields';
import type { LibraryContents } from './doors';
import { filtersNode, stateNode, type Narrowing, type StateFilter } from './narrowing';
import { useLabels } from './use-list';

export const FACETS = [
  'outlet',
  'section',
  'author',
  'agency',
  'code',
  'tag',
  'coder',
  'language',
] as const satisfies readonly NameKind[];
export type FacetKind = (typeof FACETS)[number];

export interface Facets {
  states: Record<StateFilter, number>;
  /** With those below each. */
  collections: Map<string, number>;
  names: Partial<Record<FacetKind, NameCount[]>>;
  has: Partial<Record<HasValue, number>>;
}

const NOTHING: Facets = {
  states: { all: 0, inbox: 0, kept: 0, bin: 0 },
  collections: new Map(),
  names: {},
  has: {},
};

/** Longer than the pause between two keys of a quick typist. */
const PAUSE_MS = 120;

interface Wish {
  catalogue: Catalogue;
  narrowing: Narrowing;
  byWords: DocSet;
  labels: NameLabels;
}

/**
 * @param open facets that are unfolded: the others are not counted
 * @param isReady there is a catalogue and what its names mean
 */
export function useFacets(
  contents: LibraryContents,
  catalogue: Catalogue,
  narrowing: Narrowing,
  byWords: DocSet,
  open: ReadonlySet<string>,
  isReady: boolean,
): Facets {
  const [facets, setFacets] = useState<Facets>(NOTHING);
  const isFirstRef = useRef(true);
  const { revision } = contents;
  const labels = useLabels(contents);
  // Before the first drawing, so that no number comes in after it.
  useLayoutEffect(() => {
    if (!isReady) return undefined;
    const steps = stepsOf({ catalogue, narrowing, byWords, labels }, open);
    const next: Facets = { ...NOTHING, names: {}, has: {} };
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      const step = steps.shift();
      if (!step) {
        setFacets(next);
        return;
      }
      step(next);
      timer = setTimeout(go, 0);
    };
    if (isFirstRef.current && isReady) {
      // At the first showing all at once, so that the numbers do not come in one after the other.
      isFirstRef.current = false;
      for (const step of steps) step(next);
      setFacets(next);
      return undefined;
    }
    timer = setTimeout(go, PAUSE_MS);
    return () => clearTimeout(timer);
    // The catalogue changes in place: its revision says when. The sort changes no number.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [catalogue, revision, narrowing.filters, narrowing.state, byWords, labels, open, isReady]);
  return facets;
}

/** Each step is short; between two of them the page has its turn. */
function stepsOf(wish: Wish, open: ReadonlySet<string>): ((facets: Facets) => void)[] {
  const { catalogue, byWords } = wish;
  const within = withinOf(wish);
  return [
    (facets) => {
      const all = within.anyState;
      const count = (state: 'inbox' | 'kept' | 'bin') => all.and(catalogue.inState(state)).count;
      const [inbox, kept, bin] = [count('inbox'), count('kept'), count('bin')];
      facets.states = { all: inbox + kept, inbox, kept, bin };
    },
    (facets) => {
      facets.collections = collectionCounts(catalogue, within.except('collection'), wish.labels);
    },
    ...FACETS.filter((kind) => open.has(kind)).map((kind) => (facets: Facets) => {
      facets.names[kind] = countNames(catalogue, kind, within.except(kind)).filter(
        ({ name }) => name !== '' || kind === 'outlet',
      );
    }),
    ...(open.has('has') && !byWords.isEmpty
      ? HAS_VALUES.map((has) => (facets: Facets) => {
          facets.has[has] = within.except('has').and(hasDocs(catalogue, has)).count;
        })
      : []),
  ];
}

/** What counts are made over: all filters but those of the facet itself, each answered once. */
function withinOf({ catalogue, narrowing, byWords, labels }: Wish) {
  const all = () => catalogue.here;
  const inState = filterDocs(catalogue, stateNode(narrowing.state), labels, all);
  const fields = [...new Set(narrowing.filters.map(({ field }) => field))];
  const docsOf = new Map(
    fields.map((field) => [
      field,
      filterDocs(
        catalogue,
        filtersNode(narrowing.filters.filter((filter) => filter.field === field)),
        labels,
        all,
      ),
    ]),
  );
  const filtered = (start: DocSet, but: string | null) =>
    fields.reduce((docs, field) => (field === but ? docs : docs.and(docsOf.get(field)!)), start);
  return {
    anyState: filtered(byWords, null),
    except: (field: string) => filtered(byWords.and(inState), field),
  };
}

/** An article in two collections below one counts once in it. */
function collectionCounts(catalogue: Catalogue, within: DocSet, labels: NameLabels): Map<string, number> {
  const above = new Map<string, string[]>();
  for (const { id } of labels.collection)
    for (const below of branchOf(labels.collection, id)) above.set(below, [...(above.get(below) ?? []), id]);
  const counts = new Map<string, number>();
  const ups = catalogue.names.map((name) => above.get(name) ?? null);
  let seen: string[] = [];
  const see = (name: number) => {
    for (const id of ups[name] ?? []) if (!seen.includes(id)) seen.push(id);
  };
  within.forEach((doc) => {
    seen = [];
    catalogue.eachName('collection', doc, see);
    for (const id of seen) counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  return counts;
}
