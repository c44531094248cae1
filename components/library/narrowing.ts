/** What the list is narrowed to: a line of words, filters, a state. All of it is one query in the end. */
import type { QueryField, QueryNode } from '@/utils/search/query';
import type { SortBy } from '@/utils/search/sort-docs';

export type StateFilter = 'all' | 'inbox' | 'kept' | 'bin';

/** One value of one field: a name, or the id of what has one. */
export interface Filter {
  field: QueryField;
  value: string;
}

export interface Narrowing {
  /** What was typed. */
  line: string;
  filters: Filter[];
  state: StateFilter;
  sort: SortBy;
  /** The order while words are asked for. */
  wordsSort: SortBy;
}

export const EVERYTHING: Narrowing = {
  line: '',
  filters: [],
  state: 'all',
  sort: 'saved',
  wordsSort: 'relevance',
};

/** Fields of which an article may have one of several chosen values; of the others it must have all. */
export const EITHER: ReadonlySet<QueryField> = new Set<QueryField>([
  'outlet',
  'author',
  'agency',
  'code',
  'tag',
  'coder',
  'collection',
  'language',
  'section',
]);

const NOWHERE = { start: 0, end: 0 };

const nodeOf = ({ field, value }: Filter): QueryNode => ({ is: 'field', field, value, at: NOWHERE });

/** The filters as a query. */
export function filtersNode(filters: readonly Filter[]): QueryNode {
  const parts: QueryNode[] = [];
  for (const field of new Set(filters.map((filter) => filter.field))) {
    const own = filters.filter((filter) => filter.field === field).map(nodeOf);
    if (own.length > 1 && EITHER.has(field)) parts.push({ is: 'or', of: own });
    else parts.push(...own);
  }
  return parts.length === 0 ? { is: 'all' } : { is: 'and', of: parts };
}

/** `all` leaves the bin out. */
export function stateNode(state: StateFilter): QueryNode {
  if (state !== 'all') return nodeOf({ field: 'state', value: state });
  return { is: 'not', of: nodeOf({ field: 'state', value: 'bin' }) };
}

export const hasFilter = (filters: readonly Filter[], field: QueryField, value: string): boolean =>
  filters.some((filter) => filter.field === field && filter.value === value);

/** With the filter when it was not there, without it when it was. */
export function toggled(filters: readonly Filter[], field: QueryField, value: string): Filter[] {
  return hasFilter(filters, field, value)
    ? filters.filter((filter) => filter.field !== field || filter.value !== value)
    : [...filters, { field, value }];
}

/** With these values of a field and no others of it. */
export function replaced(
  filters: readonly Filter[],
  fields: readonly QueryField[],
  by: readonly Filter[],
): Filter[] {
  return [...filters.filter(({ field }) => !fields.includes(field)), ...by];
}

export const isNarrowed = ({ line, filters }: Narrowing): boolean => line.trim() !== '' || filters.length > 0;

/** One click in the timeline: published, or saved, within these days. */
export const withinDays = (by: 'published' | 'saved', from: string, to: string): Filter[] => [
  { field: by === 'published' ? 'after' : 'savedAfter', value: from },
  { field: by === 'published' ? 'before' : 'savedBefore', value: to },
];
