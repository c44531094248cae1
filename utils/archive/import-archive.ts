/**
 * Importing a JSON archive. Promise: the file is read and checked to its end before anything is changed; what is here is
 * merged with what comes, never deleted; after a failure, a cancel or a killed browser the archive is as it was.
 */
import { ImportError, type ImportFailure } from '@/utils/exchange/archive-format';
import { readArchive, type ArchiveRecord } from '@/utils/exchange/read-archive';
import {
  ARCHIVE_TABLES,
  type ArchiveTable,
  type Article,
  type Code,
  type StoredBlob,
  type Version,
} from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { createImportChecker } from './check-import';
import { exclusively } from './exclusive';
import { compareRecords, type Comparison } from './join-records';
import { createImportStage, discardImport, type ImportStage } from './stage-import';

export type { ImportFailure } from '@/utils/exchange/archive-format';

/** `newerHere`: what is here is kept as it is. `newerInFile`: something of the file's row is taken over. */
export type TableCounts = Record<Comparison, number>;

/** Something a person may want to know before taking the file in. */
export interface ImportNote {
  /**
   * `twinCode`: a code of this name is here already under another id; both are kept.
   * `versionDiffers`: the same version with other contents; the one here is kept.
   * `newArticle`, `changedArticle`: examples of what comes.
   */
  kind: 'twinCode' | 'versionDiffers' | 'newArticle' | 'changedArticle';
  table: ArchiveTable;
  id: string;
  /** Name of the code, title of the article. */
  name: string;
}

export interface ImportPlan {
  /** Of the file as it was looked at: `applyImport` refuses another. */
  sha256: string;
  bytes: number;
  records: number;
  tables: Record<ArchiveTable, TableCounts>;
  /** At most 20 of each kind. */
  notes: ImportNote[];
}

export interface ImportProgress {
  stage: 'reading' | 'writing';
  /** Bytes of the file. */
  done: number;
  total: number;
}

export interface ImportResult {
  records: number;
  tables: Record<ArchiveTable, TableCounts>;
}

type Answer<Name extends string, T> = ({ ok: true } & Record<Name, T>) | { ok: false; error: ImportFailure };

const MOST_NOTES = 20;
const MOST_ROWS = 100;
/** UTF-16 units of text and HTML that wait for one look into the database. */
const MOST_UNITS = 4_000_000;

/** The dry run: reads and checks the whole file and counts what taking it in would do. Writes nothing. */
export async function planImport(
  db: PressmarkDatabase,
  file: Blob,
  onProgress?: (progress: ImportProgress) => void,
  signal?: AbortSignal,
): Promise<Answer<'plan', ImportPlan>> {
  return answer('plan', signal, () => readThrough(db, file, null, onProgress, signal));
}

/**
 * Takes in a file that `planImport` has looked at. It is read and checked once more on the way, so that a file that was
 * changed meanwhile harms nothing. Empties the list of what can be undone. Holds the writer's lock.
 */
export function applyImport(
  db: PressmarkDatabase,
  file: Blob,
  plan: ImportPlan,
  onProgress?: (progress: ImportProgress) => void,
  signal?: AbortSignal,
): Promise<Answer<'result', ImportResult>> {
  return answer('result', signal, () =>
    exclusively(async () => {
      await discardImport(db);
      const stage = createImportStage(db, crypto.randomUUID());
      try {
        const now = await readThrough(db, file, stage, onProgress, signal);
        if (now.sha256 !== plan.sha256)
          throw new ImportError({ code: 'badHash', detail: 'the file has changed since it was looked at' });
        if (signal?.aborted) throw new ImportError({ code: 'cancelled' });
        onProgress?.({ stage: 'writing', done: file.size, total: file.size });
        await stage.commit();
        return { records: now.records, tables: now.tables };
      } catch (error) {
        // When even this fails (a full disk), the next start does it: rollbackUnfinishedImport.
        await stage.discard().catch(() => undefined);
        throw error;
      }
    }),
  );
}

/**
 * At every start: removes what an import left that was killed on its way. Waits for one that is still running elsewhere.
 * @returns whether there was anything
 */
export function rollbackUnfinishedImport(db: PressmarkDatabase): Promise<boolean> {
  return exclusively(() => discardImport(db));
}

async function answer<Name extends string, T>(
  name: Name,
  signal: AbortSignal | undefined,
  job: () => Promise<T>,
): Promise<Answer<Name, T>> {
  try {
    return { ok: true, [name]: await job() } as { ok: true } & Record<Name, T>;
  } catch (error) {
    if (error instanceof ImportError) return { ok: false, error: error.failure };
    if (signal?.aborted) return { ok: false, error: { code: 'cancelled' } };
    const detail = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : undefined;
    return { ok: false, error: { code: 'storage', detail } };
  }
}

/** One pass over the file: check, compare, count, and stage what is new when there is a stage. */
async function readThrough(
  db: PressmarkDatabase,
  file: Blob,
  stage: ImportStage | null,
  onProgress?: (progress: ImportProgress) => void,
  signal?: AbortSignal,
): Promise<ImportPlan> {
  const checker = createImportChecker(db);
  const tables = Object.fromEntries(
    ARCHIVE_TABLES.map((table) => [table, { new: 0, same: 0, newerHere: 0, newerInFile: 0 }]),
  ) as Record<ArchiveTable, TableCounts>;
  const notes: ImportNote[] = [];
  let records = 0;
  let waiting: { table: ArchiveTable; rows: { id: string; row: object }[]; units: number } | null = null;

  function note(kind: ImportNote['kind'], table: ArchiveTable, id: string, name: string) {
    if (notes.filter((other) => other.kind === kind).length < MOST_NOTES)
      notes.push({ kind, table, id, name: name.slice(0, 200) });
  }

  async function flush() {
    if (!waiting) return;
    const { table, rows } = waiting;
    waiting = null;
    const here = await db.table<object, string>(table).bulkGet(rows.map(({ id }) => id));
    const wanted: object[] = [];
    const blobs: StoredBlob[] = [];
    for (const [index, { id, row }] of rows.entries()) {
      const before = here[index];
      const { comparison, differs } = compareRecords(table, before, row);
      tables[table][comparison] += 1;
      if (table === 'versions' && differs) note('versionDiffers', table, id, '');
      if (table === 'articles' && comparison === 'new')
        note('newArticle', table, id, (row as Article).shown.title);
      if (table === 'articles' && comparison === 'newerInFile')
        note('changedArticle', table, id, (row as Article).shown.title);
      if (table === 'codes' && comparison === 'new' && (await hasTwin(db, row as Code)))
        note('twinCode', table, id, (row as Code).name);
      if (comparison === 'same' || comparison === 'newerHere') continue;
      if (table === 'blobs' && !before) blobs.push(row as StoredBlob);
      else wanted.push(row);
    }
    if (blobs.length > 0) await stage?.addBlobs(blobs);
    if (wanted.length > 0) await stage?.addRows(table, wanted);
  }

  async function take(record: ArchiveRecord) {
    if (signal?.aborted) throw new ImportError({ code: 'cancelled' });
    const row = await checker.check(record);
    records += 1;
    if (waiting && waiting.table !== record.table) await flush();
    waiting ??= { table: record.table, rows: [], units: 0 };
    waiting.rows.push({ id: record.id, row });
    waiting.units += weightOf(record.table, row);
    if (waiting.rows.length >= MOST_ROWS || waiting.units >= MOST_UNITS) await flush();
  }

  const { sha256 } = await readArchive(file, {
    onRecord: take,
    onProgress: (progress) => onProgress?.({ stage: 'reading', ...progress }),
    signal,
  });
  await flush();
  await checker.finish();
  return { sha256, bytes: file.size, records, tables, notes };
}

function weightOf(table: ArchiveTable, row: object): number {
  if (table === 'versions') return (row as Version).text.length + (row as Version).html.length;
  return table === 'blobs' ? (row as StoredBlob).bytes.length : 1_000;
}

/** Is there another living code of the same folded name in the same project? */
async function hasTwin(db: PressmarkDatabase, code: Code): Promise<boolean> {
  if (code.deletedAt) return false;
  const alike = await db.codes.where('[projectId+folded]').equals([code.projectId, code.folded]).toArray();
  return alike.some((other) => other.id !== code.id && !other.deletedAt);
}
