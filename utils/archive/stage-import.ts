/**
 * An import on its way in. Rows wait in `settings` under `import/ID/…`, where nothing looks at them; one transaction then
 * joins them to the archive and removes them. Blobs, which may be larger than a transaction should be, are put in place
 * at once under their hash, where nothing refers to them yet, and their names are written down first: whatever kills the
 * import, `discardImport` finds all it has left behind.
 */
import { ARCHIVE_TABLES, type ArchiveTable, type StoredBlob, type Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { keyOf } from '@/utils/exchange/archive-format';
import { joinRecords, settleArticle } from './join-records';
import { settleMerged } from './settle-merged';

const PREFIX = 'import/';

interface StagedRows {
  table: ArchiveTable;
  rows: object[];
}

export interface ImportStage {
  addRows: (table: ArchiveTable, rows: object[]) => Promise<void>;
  addBlobs: (blobs: StoredBlob[]) => Promise<void>;
  /** Joins everything staged to the archive, in one transaction. */
  commit: () => Promise<void>;
  discard: () => Promise<boolean>;
}

export function createImportStage(db: PressmarkDatabase, importId: string): ImportStage {
  const prefix = `${PREFIX}${importId}/`;
  let pieces = 0;
  const nextKey = (kind: 'rows' | 'blobs') => `${prefix}${kind}/${String(pieces++).padStart(9, '0')}`;

  return {
    async addRows(table, rows) {
      const staged: StagedRows = { table, rows };
      await db.settings.put({ key: nextKey('rows'), value: staged });
    },
    async addBlobs(blobs) {
      await db.transaction('rw', [db.settings, db.blobs], async () => {
        await db.settings.put({ key: nextKey('blobs'), value: blobs.map((blob) => blob.sha256) });
        await db.blobs.bulkPut(blobs);
      });
    },
    commit: () => commit(db, prefix),
    discard: () => discardImport(db, prefix),
  };
}

async function commit(db: PressmarkDatabase, prefix: string): Promise<void> {
  const tables = [...ARCHIVE_TABLES, 'settings', 'journal', 'weights'];
  await db.transaction('rw', tables, async () => {
    const keys = await db.settings.where('key').startsWith(`${prefix}rows/`).primaryKeys();
    const unsettled = new Set<string>();
    for (const key of keys) {
      const staged = (await db.settings.get(key))!.value as StagedRows;
      const rows = db.table<object, string>(staged.table);
      const here = await rows.bulkGet(staged.rows.map((row) => keyOf(staged.table, row)));
      const joined = staged.rows.map((row, index) => {
        const before = here[index];
        if (staged.table === 'articles' && before) unsettled.add(keyOf('articles', row));
        if (staged.table === 'versions' && !before) unsettled.add((row as Version).articleId);
        return before ? joinRecords(staged.table, before, row) : row;
      });
      await rows.bulkPut(joined);
      if (staged.table === 'blobs')
        await db.weights.bulkDelete(joined.map((row) => `blobs/${keyOf('blobs', row)}`));
    }
    for (const id of unsettled) {
      const article = await db.articles.get(id);
      const versions = await db.versions.where('articleId').equals(id).toArray();
      if (article) await db.articles.put(settleArticle(article, versions));
    }
    if (keys.length > 0) await settleMerged(db);
    // Undo puts whole rows back as they were: after a merge it would take back what came from the other machine, or a
    // code that its codings need. What can be undone starts anew.
    if (keys.length > 0) await db.journal.clear();
    await db.settings.where('key').startsWith(prefix).delete();
  });
}

/** Removes what an import that did not end has left: rows that waited, and blobs no row refers to. */
export async function discardImport(db: PressmarkDatabase, prefix = PREFIX): Promise<boolean> {
  return db.transaction('rw', [db.settings, db.blobs, db.versions, db.pictures], async () => {
    const keys = await db.settings.where('key').startsWith(prefix).primaryKeys();
    for (const key of keys) {
      if (!key.includes('/blobs/')) continue;
      for (const sha of (await db.settings.get(key))!.value as string[]) {
        const users =
          (await db.versions.where('rawSha').equals(sha).count()) +
          (await db.pictures.where('blobSha').equals(sha).count());
        if (users === 0) await db.blobs.delete(sha);
      }
    }
    await db.settings.bulkDelete(keys);
    return keys.length > 0;
  });
}
