/** Which rows are shown, and in which order: quick enough to run at every key press over 10,000 rows. */
import type { LibraryRow, LibraryTags } from '@/utils/db/articles';
import { foldMarks } from '@/utils/text/fold';

export type StateFilter = 'all' | 'inbox' | 'kept' | 'bin';
export type SortBy = 'saved' | 'published' | 'outlet';

export interface Narrowing {
  state: StateFilter;
  collectionId: string | null;
  codeId: string | null;
  /** `''` = articles without an outlet. */
  outlet: string | null;
  query: string;
  sort: SortBy;
}

export const EVERYTHING: Narrowing = {
  state: 'all',
  collectionId: null,
  codeId: null,
  outlet: null,
  query: '',
  sort: 'saved',
};

/** Folded text of rows, kept between readings of the archive: a row is folded anew only when its words changed. */
export interface FoldedRows {
  of: (row: LibraryRow) => string;
}

export function foldedRows(): FoldedRows {
  const kept = new Map<string, { words: string; folded: string }>();
  return {
    of(row) {
      const words = [row.title, row.outlet ?? '', row.authors.join('\n'), row.lead ?? ''].join('\n');
      const known = kept.get(row.id);
      if (known?.words === words) return known.folded;
      const folded = foldMarks(words);
      kept.set(row.id, { words, folded });
      return folded;
    },
  };
}

/**
 * Rows that pass, in order. Every word of the query must stand somewhere in title, outlet, authors, lead or tags, marks
 * and case ignored. `all` leaves out the bin.
 */
export function narrowRows(
  rows: LibraryRow[],
  narrowing: Narrowing,
  tags: LibraryTags,
  folded: FoldedRows,
): LibraryRow[] {
  const words = foldMarks(narrowing.query).split(/\s+/u).filter(Boolean);
  // For each word the tags that hold it: found once, not once per row.
  const tagsWith = words.map(
    (word) => new Set(tags.tags.filter((tag) => tag.folded.includes(word)).map((tag) => tag.id)),
  );
  return rows.filter((row) => {
    if (narrowing.state === 'all' ? row.state === 'bin' : row.state !== narrowing.state) return false;
    if (narrowing.collectionId !== null && !row.collections.includes(narrowing.collectionId)) return false;
    if (narrowing.outlet !== null && (row.outlet ?? '') !== narrowing.outlet) return false;
    const own = tags.ofArticle.get(row.id);
    if (narrowing.codeId !== null && !own?.includes(narrowing.codeId)) return false;
    if (words.length === 0) return true;
    const text = folded.of(row);
    return words.every(
      (word, index) => text.includes(word) || (own?.some((id) => tagsWith[index]!.has(id)) ?? false),
    );
  });
}

const outletOrder = new Intl.Collator('vi');

/** A sorted copy; `rows` come newest save first and ties keep that order. */
export function sortRows(rows: LibraryRow[], sort: SortBy): LibraryRow[] {
  if (sort === 'saved') return rows;
  if (sort === 'published') {
    const when = new Map(rows.map((row) => [row, row.published ? Date.parse(row.published) : Number.NaN]));
    const time = (row: LibraryRow) => {
      const value = when.get(row)!;
      return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
    };
    return rows.toSorted((a, b) => (time(a) === time(b) ? 0 : time(b) > time(a) ? 1 : -1));
  }
  // Collation is slow: only the distinct outlets are compared by it.
  const outlets = [...new Set(rows.map((row) => row.outlet ?? ''))].sort(
    (a, b) => Number(a === '') - Number(b === '') || outletOrder.compare(a, b),
  );
  const rank = new Map(outlets.map((outlet, index) => [outlet, index]));
  return rows.toSorted((a, b) => rank.get(a.outlet ?? '')! - rank.get(b.outlet ?? '')!);
}

export interface Facets {
  states: Record<StateFilter, number>;
  collections: Map<string, number>;
  tags: Map<string, number>;
  outlets: { outlet: string; count: number }[];
}

/** Numbers beside the entries of the sidebar; the bin is counted apart. */
export function countFacets(rows: LibraryRow[], tags: LibraryTags): Facets {
  const states = { all: 0, inbox: 0, kept: 0, bin: 0 };
  const collections = new Map<string, number>();
  const ofTag = new Map<string, number>();
  const outlets = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const row of rows) {
    states[row.state] += 1;
    if (row.state === 'bin') continue;
    states.all += 1;
    for (const id of row.collections) add(collections, id);
    for (const id of tags.ofArticle.get(row.id) ?? []) add(ofTag, id);
    add(outlets, row.outlet ?? '');
  }
  return {
    states,
    collections,
    tags: ofTag,
    outlets: [...outlets]
      .map(([outlet, count]) => ({ outlet, count }))
      .sort((a, b) => b.count - a.count || outletOrder.compare(a.outlet, b.outlet)),
  };
}
