/** What the library is narrowed to, as one line of the query language, and back. */
import { parseQuery } from '@/utils/search/parse-query';
import { fieldText } from '@/utils/search/print-query';
import { filtersAsked, toggleFilter } from '@/utils/search/query-filters';
import { stateNamed } from '@/utils/search/query-fields';
import type { SortBy } from '@/utils/search/sort-docs';
import type { LibraryContents } from './doors';
import { EITHER, type Filter, type Narrowing } from './narrowing';

type Names = Pick<LibraryContents, 'tags' | 'collections' | 'coders'>;

/** Ids become names: a saved search is read by people, and on other machines. */
function nameOf({ field, value }: Filter, names: Names): string {
  const known =
    field === 'code' || field === 'tag'
      ? names.tags
      : field === 'collection'
        ? names.collections
        : field === 'coder'
          ? names.coders
          : [];
  return known.find(({ id }) => id === value)?.name ?? value;
}

/** Words, filters and state in one line; '' when all is shown. */
export function lineOf({ line, filters, state }: Narrowing, names: Names): string {
  const parts = line.trim() ? [line.trim()] : [];
  for (const field of new Set(filters.map((filter) => filter.field))) {
    const values = filters
      .filter((filter) => filter.field === field)
      .map((filter) => fieldText(field, nameOf(filter, names)));
    parts.push(values.join(EITHER.has(field) ? ' OR ' : ' '));
  }
  if (state !== 'all') parts.push(fieldText('state', state));
  return parts.join(' ');
}

const SORTS: ReadonlySet<string> = new Set<SortBy>(['saved', 'published', 'outlet', 'relevance']);

/** A saved search as the library shows it: its state is chosen in the sidebar, all else stands in the line. */
export function narrowingOf(saved: { query: string; sort: string }, now: Narrowing): Narrowing {
  const asked = filtersAsked(parseQuery(saved.query).node).filter(({ field }) => field === 'state');
  const state = asked.length === 1 ? stateNamed(asked[0]!.value) : null;
  const line = state ? toggleFilter(saved.query, 'state', state) : saved.query;
  // A file may come from a later version that knows more orders.
  const sort = SORTS.has(saved.sort) ? (saved.sort as SortBy) : null;
  return {
    ...now,
    line,
    filters: [],
    state: state ?? 'all',
    // Without words there is no relevance to sort by: the list keeps its own order for when they are gone.
    ...(sort && sort !== 'relevance' && { sort }),
    ...(sort && { wordsSort: sort }),
  };
}
