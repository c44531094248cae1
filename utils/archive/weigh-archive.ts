/**
 * How many bytes the archive holds, by kind. Promise: bytes are counted, not guessed; blobs and versions never change, so
 * each is weighed once, one at a time, and its weight kept (`weights`): stopping half-way loses nothing. Rows of other
 * tables are counted as they stand in an export.
 */
import { DERIVED_TABLES, type Weight } from '@/utils/db/derived';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { exclusively } from './exclusive';

export interface StorageShares {
  /** Texts, clean copies and metadata of all versions, and the articles' own rows. */
  articles: number;
  pictures: number;
  pages: number;
  /** Made from the others: catalogue, search index, sketches. */
  index: number;
  /** Highlights, codes, memos, undo history and whatever else. */
  other: number;
}

export interface WeighProgress {
  done: number;
  total: number;
}

const KEYS_AT_ONCE = 2000;
const ROWS_AT_ONCE = 200;
/** Weights written in one transaction: what a killed page loses is this many at most. */
const WEIGHED_AT_ONCE = 100;

/** Tables whose rows have weights. */
const APART: ReadonlySet<string> = new Set(['blobs', 'versions']);
const INDEX: ReadonlySet<string> = new Set([...DERIVED_TABLES, 'weights']);

const encoder = new TextEncoder();

/** Bytes of a row as JSON; packed bytes count as they are. */
export function rowBytes(row: unknown): number {
  let packed = 0;
  const text = JSON.stringify(row, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    packed += value.length;
    return 0;
  });
  return encoder.encode(text).length + packed;
}

/**
 * @param signal stops between two rows
 * @throws DOMException AbortError
 */
export async function weighArchive(
  db: PressmarkDatabase,
  onProgress: (progress: WeighProgress) => void,
  signal: AbortSignal,
): Promise<StorageShares> {
  const shares: StorageShares = { articles: 0, pictures: 0, pages: 0, index: 0, other: 0 };
  const progress = { done: 0, total: 0 };
  for (const table of db.tables) progress.total += await table.count();
  const step = (rows: number) => {
    signal.throwIfAborted();
    progress.done = Math.min(progress.total, progress.done + rows);
    onProgress({ ...progress });
  };
  const add = ({ of, bytes }: Weight) => {
    shares[of] += bytes;
  };
  await weighAll(db, 'blobs', add, step);
  await weighAll(db, 'versions', add, step);
  for (const { name } of db.tables) {
    if (APART.has(name)) continue;
    const share = INDEX.has(name) ? 'index' : name === 'articles' ? 'articles' : 'other';
    await eachRow(
      db,
      name,
      ROWS_AT_ONCE,
      (row) => {
        shares[share] += rowBytes(row);
      },
      step,
    );
  }
  return shares;
}

/** Adds up weights; what has none yet is weighed, each row by itself: no two blobs are in memory. */
async function weighAll(
  db: PressmarkDatabase,
  table: 'blobs' | 'versions',
  add: (weight: Weight) => void,
  step: (rows: number) => void,
): Promise<void> {
  for (let after = ''; ;) {
    const ids = await db
      .table<object, string>(table)
      .where(':id')
      .above(after)
      .limit(KEYS_AT_ONCE)
      .primaryKeys();
    if (ids.length === 0) return;
    after = ids.at(-1)!;
    const known = await db.weights.bulkGet(ids.map((id) => `${table}/${id}`));
    for (const weight of known) if (weight) add(weight);
    const missing = ids.filter((_, n) => !known[n]);
    step(ids.length - missing.length);
    for (let at = 0; at < missing.length; at += WEIGHED_AT_ONCE) {
      const weights: Weight[] = [];
      for (const id of missing.slice(at, at + WEIGHED_AT_ONCE)) {
        const weight = table === 'blobs' ? await weighBlob(db, id) : await weighVersion(db, id);
        step(1);
        if (!weight) continue;
        weights.push(weight);
        add(weight);
      }
      await exclusively(() => db.weights.bulkPut(weights));
    }
  }
}

async function weighBlob(db: PressmarkDatabase, sha256: string): Promise<Weight | null> {
  const blob = await db.blobs.get(sha256);
  if (!blob) return null;
  const of = blob.type.startsWith('text/html') ? 'pages' : 'pictures';
  return { id: `blobs/${sha256}`, of, bytes: blob.bytes.length };
}

async function weighVersion(db: PressmarkDatabase, id: string): Promise<Weight | null> {
  const version = await db.versions.get(id);
  return version ? { id: `versions/${id}`, of: 'articles', bytes: rowBytes(version) } : null;
}

/** All rows of a table, some at a time, by primary key. */
async function eachRow<Row = unknown>(
  db: PressmarkDatabase,
  table: string,
  atOnce: number,
  visit: (row: Row) => void,
  step?: (rows: number) => void,
): Promise<void> {
  const rows = db.table<Row>(table);
  let last: unknown;
  for (;;) {
    const all = last === undefined ? rows.toCollection() : rows.where(':id').above(last);
    const keys = await all.limit(atOnce).primaryKeys();
    if (keys.length === 0) return;
    for (const row of await rows.bulkGet(keys)) if (row !== undefined) visit(row);
    last = keys.at(-1);
    step?.(keys.length);
  }
}
