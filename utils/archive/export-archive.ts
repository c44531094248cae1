/**
 * Exporting the archive as JSON. Promise: the same archive gives the same bytes, and memory does not grow with the
 * archive. It holds the writer's lock, so that no row in the file points at one that was written or removed meanwhile.
 */
import { blobText } from '@/utils/exchange/blob-record';
import { createArchiveWriter, type Sink } from '@/utils/exchange/write-archive';
import { canonicalJson } from '@/utils/text/canonical-json';
import { ARCHIVE_TABLES, type ArchiveTable, type StoredBlob } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { exclusively } from './exclusive';
import { selectRows, type SelectedKeys } from './export-selection';

export interface ExportChoice {
  /** Only these articles, with everything that belongs to them. */
  articleIds?: string[];
}

export interface ExportProgress {
  done: number;
  total: number;
  bytes: number;
}

export interface Exported {
  records: number;
  bytes: number;
  sha256: string;
}

const MOST_KEYS = 1000;
const MOST_ROWS = 100;
/** Written bytes aimed at per look into the database. */
const BATCH_BYTES = 4 * 1024 * 1024;

/**
 * Writes the archive, or a selection of it, to `sink` in chunks of about half a megabyte.
 * @returns number of records, bytes and SHA-256 of the file
 * @throws what `sink` or the database throws; DOMException AbortError when `signal` is aborted
 */
export function exportArchive(
  db: PressmarkDatabase,
  choice: ExportChoice,
  sink: Sink,
  onProgress?: (progress: ExportProgress) => void,
  signal?: AbortSignal,
): Promise<Exported> {
  return exclusively(async () => {
    signal?.throwIfAborted();
    const selected = choice.articleIds ? await selectRows(db, choice.articleIds) : null;
    const coders = selected ? selected.coders : await codersAtWork(db);
    let total = 0;
    for (const table of ARCHIVE_TABLES) {
      if (table === 'coders') total += coders.length;
      else total += selected ? selected[table].length : await db.table(table).count();
    }
    const writer = createArchiveWriter(sink);
    let done = 0;
    for (const table of ARCHIVE_TABLES) {
      await writer.openTable(table);
      let rowsAtOnce = table === 'blobs' ? 1 : 16;
      for await (const keys of table === 'coders' ? [coders] : keysOf(db, table, selected)) {
        for (let at = 0; at < keys.length;) {
          signal?.throwIfAborted();
          const wanted = keys.slice(at, at + rowsAtOnce);
          at += wanted.length;
          const before = writer.size();
          for (const row of await db.table<object, string>(table).bulkGet(wanted)) {
            if (!row) continue;
            await writer.record(table === 'blobs' ? blobText(row as StoredBlob) : [canonicalJson(row)]);
          }
          done += wanted.length;
          const perRow = Math.max(1, (writer.size() - before) / wanted.length);
          // Grows slowly: the next rows may be the large ones.
          rowsAtOnce = Math.max(1, Math.min(MOST_ROWS, 2 * rowsAtOnce, Math.floor(BATCH_BYTES / perRow)));
          onProgress?.({ done, total, bytes: writer.size() });
        }
      }
      await writer.closeTable();
    }
    return writer.finish();
  });
}

/**
 * Coders who have coded, highlighted or noted something or are to code a sample, in the order of their ids. Every profile makes a coder of its own
 * when it starts; one without any work says nothing, and would make the same archive give other bytes on every machine.
 */
async function codersAtWork(db: PressmarkDatabase): Promise<string[]> {
  const working = new Set((await db.codings.orderBy('coderId').uniqueKeys()) as string[]);
  await db.annotations.each(({ coderId }) => working.add(coderId));
  await db.memos.each(({ coderId }) => working.add(coderId));
  await db.samples.each(({ coderIds }) => coderIds.forEach((id) => working.add(id)));
  await db.completions.each(({ coderId }) => working.add(coderId));
  const known = (await db.coders.toCollection().primaryKeys()) as string[];
  return known.filter((id) => working.has(id)).toSorted();
}

/** Primary keys in the order of IndexedDB, which for texts is that of UTF-16 code units. */
async function* keysOf(
  db: PressmarkDatabase,
  table: ArchiveTable,
  selected: SelectedKeys | null,
): AsyncGenerator<string[]> {
  if (selected) {
    yield selected[table];
    return;
  }
  const rows = db.table<object, string>(table);
  let last = '';
  for (;;) {
    const keys = await rows.where(':id').above(last).limit(MOST_KEYS).primaryKeys();
    if (keys.length === 0) return;
    yield keys;
    last = keys.at(-1)!;
  }
}
