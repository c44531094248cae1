/**
 * The JSON archive: the file that holds everything, for people, for other programs and for the next machine. Promise: the
 * same archive gives the same bytes, and a file is `unknown` until it was read here. `docs/archive-format.md` tells the
 * format to others; this folder knows no store.
 */
import type { ArchiveTable } from '@/utils/db/records';

export const ARCHIVE_FORMAT = 'pressmark-archive';
export const ARCHIVE_FORMAT_VERSION = 1;

/** The arrays of the file in the order in which they are written; any order is read. */
export const ARCHIVE_ORDER = [
  'projects',
  'coders',
  'collections',
  'codes',
  'articles',
  'versions',
  'pictures',
  'annotations',
  'placements',
  'codings',
  'memos',
  'samples',
  'completions',
  'searches',
  'blobs',
] as const satisfies readonly ArchiveTable[];

/** Longest text of one record that is read (UTF-16 units): a saved page of 60 MB fits, a bomb does not. */
export const LONGEST_RECORD = 128 * 1024 * 1024;
/** Levels of nesting that are read, the document's own two included. */
export const DEEPEST_NESTING = 32;

export type ImportFailureCode =
  | 'notOurs'
  | 'truncated'
  | 'newerFormat'
  | 'badJson'
  | 'badRecord'
  | 'badReference'
  | 'tooLarge'
  | 'badHash'
  | 'cancelled'
  | 'storage';

/** Why a file was not taken in; `import_<code>` in `_locales` says it to a person. */
export interface ImportFailure {
  code: ImportFailureCode;
  /** Line of the file on which the record begins, from 1. */
  line?: number;
  table?: ArchiveTable;
  id?: string;
  detail?: string;
}

/** Thrown while reading; callers turn it into `{ ok: false, error }`. */
export class ImportError extends Error {
  constructor(readonly failure: ImportFailure) {
    super(`${failure.code}${failure.detail ? `: ${failure.detail}` : ''}`);
  }
}

export function isArchiveTable(name: string): name is ArchiveTable {
  return (ARCHIVE_ORDER as readonly string[]).includes(name);
}

/** The primary key of a row. */
export function keyOf(table: ArchiveTable, row: object): string {
  const key = (row as Record<string, unknown>)[table === 'blobs' ? 'sha256' : 'id'];
  return typeof key === 'string' ? key : '';
}
