import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from './open';
import { DATABASE_NAME, PressmarkDatabase, SCHEMA_VERSION } from './schema';
import { buildArchive } from '@/utils/testing/builders';

/** What version 1 declared, written down apart from the code: a shipped version is never edited. */
const VERSION_1: Record<string, string[]> = {
  annotations: ['articleId', 'id', 'versionId'],
  articles: ['addresses', 'collections', 'id', 'savedAt', 'shown.outlet', 'shown.published', 'state'],
  blobs: ['sha256'],
  codes: ['[projectId+folded]', 'id', 'parentId', 'projectId'],
  coders: ['id'],
  codings: ['articleId', 'codeId', 'coderId', 'id', 'targetId'],
  collections: ['id', 'parentId', 'projectId'],
  journal: ['seq', 'undone'],
  ledger: ['[device+seq]', 'id', 'subject'],
  memos: ['[subjectType+subjectId]', 'id'],
  pictures: ['[outcome+host]', 'articleId', 'blobSha', 'id', 'outcome', 'versionId'],
  placements: ['annotationId', 'articleId', 'id', 'versionId'],
  projects: ['id'],
  settings: ['key'],
  versions: ['[articleId+capturedAt]', 'articleId', 'id', 'rawSha', 'textSha'],
};

/** What version 2 has more. */
const VERSION_2: Record<string, string[]> = {
  ...VERSION_1,
  placements: ['annotationId', 'articleId', 'id', 'verdict', 'versionId'],
  codings: ['[createdAt+codeId]', 'articleId', 'codeId', 'coderId', 'id', 'targetId'],
  journal: ['[undone+seq+label]', 'seq', 'undone'],
  samples: ['articleIds', 'id'],
  completions: ['articleId', 'id', 'sampleId'],
};

/** What version 3 has more, and less. It is still open: not shipped yet. */
const VERSION_3: Record<string, string[]> = {
  ...VERSION_2,
  articles: ['addresses', 'collections', 'id', 'savedAt', 'state'],
  versions: ['[articleId+capturedAt]', 'id', 'rawSha'],
  pictures: ['[outcome+host]', 'articleId', 'blobSha', 'id', 'versionId'],
  searches: ['id'],
  batches: ['id'],
  queue: ['[batchId+state+host]', 'id'],
  revisits: ['id'],
  stale: ['id'],
  docs: ['doc', 'id'],
  catalogue: ['at', 'chunk'],
  tail: ['change', 'doc'],
  segments: ['segment'],
  postings: ['key'],
  pairs: ['key'],
  sketches: ['chunk'],
  unpaired: ['doc'],
  reprints: ['articleIds', 'id'],
  weights: ['id', 'of'],
  blobs: ['[sha256+releasedAt]', 'sha256'],
};

/** A database as an old version of the schema wrote it, made with bare IndexedDB: its stores, its indexes and
 * rows of every table. */
function writeWithRawIndexedDb(
  name: string,
  nativeVersion: number,
  declared: Record<string, string[]>,
  rows: Record<string, unknown[]> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, nativeVersion);
    request.onupgradeneeded = () => {
      for (const [table, indexes] of Object.entries(declared)) {
        const [key] = indexes.filter((index) => ['id', 'sha256', 'key', 'seq'].includes(index));
        const store = request.result.createObjectStore(table, {
          keyPath: key!,
          autoIncrement: key === 'seq',
        });
        for (const index of indexes) {
          if (index === key) continue;
          const path = index.startsWith('[') ? index.slice(1, -1).split('+') : index;
          store.createIndex(index, path, {
            multiEntry: ['addresses', 'collections', 'articleIds'].includes(index),
          });
        }
      }
      for (const [table, some] of Object.entries(rows))
        for (const row of some) request.transaction!.objectStore(table).put(row);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error('open failed'));
  });
}

const keyIn = (row: object) =>
  String(Object.entries(row).find(([key]) => ['id', 'sha256', 'key', 'seq'].includes(key))?.[1]);

afterEach(
  () =>
    new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(DATABASE_NAME);
      request.onsuccess = () => resolve();
      request.onblocked = () => resolve();
    }),
);

describe('the schema', () => {
  it('declares what is written down here, no more and no less', async () => {
    const db = new PressmarkDatabase('schema-shape');
    await db.open();
    const declared = Object.fromEntries(
      db.tables.map((table) => [
        table.name,
        [table.schema.primKey.name, ...table.schema.indexes.map((index) => index.name)].toSorted(),
      ]),
    );
    expect(declared).toEqual(VERSION_3);
    db.close();
  });

  it.each([
    { version: 1, declared: VERSION_1 },
    { version: 2, declared: VERSION_2 },
  ])(
    'opens a database that version $version wrote and finds every row in it, by key and by index',
    async (old) => {
      const built = await buildArchive(7, { articles: 12 });
      const rows: Record<string, unknown[]> = Object.fromEntries(
        Object.entries(built).filter(([table]) => table in old.declared),
      );
      const act = { label: 'journalCoded', at: '2026-03-01T00:00:00.000Z', changes: [], undone: 0 };
      Object.assign(rows, {
        settings: [{ key: 'generation', value: 'g1' }],
        journal: [{ seq: 4, ...act }],
        ledger: [{ id: 'd:0000000001', device: 'd', seq: 1, subject: 's' }],
      });
      for (const [table, some] of Object.entries(rows)) expect(some.length, table).toBeGreaterThan(0);
      const name = `schema-old-${old.version}`;
      await writeWithRawIndexedDb(name, old.version * 10, old.declared, rows);

      const db = new PressmarkDatabase(name);
      await db.open();
      expect(db.backendDB().version).toBe(SCHEMA_VERSION * 10);
      for (const [table, some] of Object.entries(rows)) {
        const byKey = new Map((await db.table(table).toArray()).map((row: object) => [keyIn(row), row]));
        expect([...byKey.keys()].toSorted(), table).toEqual(
          some.map((row) => keyIn(row as object)).toSorted(),
        );
        for (const row of some) expect(byKey.get(keyIn(row as object)), table).toEqual(row);
      }
      // An index that version 2 added holds the rows of version 1, too.
      expect(await db.placements.where('verdict').equals('same').count()).toBe(built.placements.length);
      const [article] = built.articles;
      expect(await db.articles.where('addresses').equals(article!.addresses[0]!).primaryKeys()).toEqual([
        article!.id,
      ]);
      // And it can be gone on with: the journal counts on, new tables take rows.
      expect(await db.journal.add({ ...act, undone: 0 })).toBe(5);
      await db.samples.bulkPut(built.samples);
      expect(await db.samples.where('articleIds').equals(built.samples[0]!.articleIds[0]!).count()).toBe(1);
      db.close();
    },
  );

  it('will not write into a database of a newer schema', async () => {
    await writeWithRawIndexedDb(DATABASE_NAME, 990, VERSION_1);
    await expect(openDatabase()).rejects.toMatchObject({ code: 'storageTooNew' });
  });
});
