import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from './open';
import { DATABASE_NAME, PressmarkDatabase } from './schema';

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

/** A database as version 1 of the schema wrote it, made with bare IndexedDB: one store, one article. */
function writeWithRawIndexedDb(name: string, nativeVersion: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, nativeVersion);
    request.onupgradeneeded = () => {
      for (const [table, indexes] of Object.entries(VERSION_1)) {
        const [key] = indexes.filter((index) => ['id', 'sha256', 'key', 'seq'].includes(index));
        const store = request.result.createObjectStore(table, {
          keyPath: key!,
          autoIncrement: key === 'seq',
        });
        for (const index of indexes) {
          if (index === key) continue;
          const path = index.startsWith('[') ? index.slice(1, -1).split('+') : index;
          store.createIndex(index, path, { multiEntry: ['addresses', 'collections'].includes(index) });
        }
      }
      request
        .transaction!.objectStore('articles')
        .put({ id: 'a1', addresses: ['https://x.example/1'], collections: [] });
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error('open failed'));
  });
}

afterEach(
  () =>
    new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(DATABASE_NAME);
      request.onsuccess = () => resolve();
      request.onblocked = () => resolve();
    }),
);

describe('the schema', () => {
  it('still declares what version 1 declared', async () => {
    const db = new PressmarkDatabase('schema-shape');
    await db.open();
    const declared = Object.fromEntries(
      db.tables.map((table) => [
        table.name,
        [table.schema.primKey.name, ...table.schema.indexes.map((index) => index.name)].toSorted(),
      ]),
    );
    expect(declared).toEqual(VERSION_1);
    db.close();
  });

  it('opens a database that version 1 wrote, with its rows', async () => {
    await writeWithRawIndexedDb('schema-old', 10);
    const db = new PressmarkDatabase('schema-old');
    await db.open();
    expect(await db.articles.where('addresses').equals('https://x.example/1').primaryKeys()).toEqual(['a1']);
    db.close();
  });

  it('will not write into a database of a newer schema', async () => {
    await writeWithRawIndexedDb(DATABASE_NAME, 990);
    await expect(openDatabase()).rejects.toMatchObject({ code: 'storageTooNew' });
  });
});
