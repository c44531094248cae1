/** How the list looks: chosen by a person, kept on this device. */
import type { TimeUnit } from '@/utils/search/count-docs';

export const COLUMNS = ['authors', 'lead', 'tags', 'saved', 'picture'] as const;
export type Column = (typeof COLUMNS)[number];

export interface ListLook {
  view: 'list' | 'timeline';
  density: 'comfortable' | 'compact';
  columns: Column[];
  unit: TimeUnit;
  timeOf: 'published' | 'saved';
  /** Facets that are unfolded. */
  open: string[];
}

export const FIRST_LOOK: ListLook = {
  view: 'list',
  density: 'comfortable',
  columns: [...COLUMNS],
  unit: 'month',
  timeOf: 'published',
  open: ['code', 'outlet'],
};

/** Height of a line, px: drawn by `rows.css` to the same measure. Passages need two lines of text more. */
export function rowHeight(density: ListLook['density'], isNarrow: boolean, hasPassages: boolean): number {
  if (density === 'compact') return isNarrow ? 64 : 36;
  return (isNarrow ? 124 : 64) + (hasPassages ? 40 : 0);
}
