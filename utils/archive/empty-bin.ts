/** Letting go for good: the one verb that cannot be undone. The view asks first and says what is lost. */
import type { PressmarkDatabase } from '@/utils/db/schema';
import { utcIso } from './clock';
import { exclusively } from './exclusive';
import { nextLedgerEntry } from './ledger';
import type { ArchiveContext } from './types';

/**
 * What emptying the bin would take away, for the question that is asked before: all of it, blind work too, since it would be
 * lost.
 */
export async function binContents(
  db: PressmarkDatabase,
  articleIds: string[],
): Promise<{ articles: number; versions: number; annotations: number; pictures: number }> {
  const within = (table: 'versions' | 'pictures') => db[table].where('articleId').anyOf(articleIds).count();
  return {
    articles: articleIds.length,
    versions: await within('versions'),
    annotations: await db.annotations
      .where('articleId')
      .anyOf(articleIds)
      .filter(({ deletedAt }) => !deletedAt)
      .count(),
    pictures: await within('pictures'),
  };
}

/**
 * Removes binned articles with their versions, pictures, highlights and codings; blobs no one else uses go too. The
 * article's row stays as a tombstone without content, so that another machine does not bring it back unasked.
 * Journal entries that touch the removed rows are dropped: they could not be taken back any more.
 * @returns how many articles went (only those that are in the bin)
 */
export function emptyBin(context: ArchiveContext, articleIds: string[]): Promise<number> {
  return exclusively(async () => {
    const { db } = context;
    const binned = (await db.articles.bulkGet(articleIds)).filter(
      (article) => article !== undefined && article.state === 'bin' && !article.deletedAt,
    );
    if (binned.length === 0) return 0;
    const ids = binned.map((article) => article!.id);
    const entry = await nextLedgerEntry(context, 'emptied', ids[0]!, {
      articles: ids.length,
      ids: ids.join(' '),
    });
    const deletedAt = utcIso(context.now());
    await db.transaction('rw', db.tables, async () => {
      const gone = new Set(ids);
      for (const article of binned) {
        await db.articles.put({
          ...article!,
          deletedAt,
          collections: [],
          byHand: {},
          touched: { ...article!.touched, deletedAt },
        });
      }
      const versions = await db.versions.where('articleId').anyOf(ids).toArray();
      const pictures = await db.pictures.where('articleId').anyOf(ids).toArray();
      for (const table of [
        db.versions,
        db.pictures,
        db.annotations,
        db.placements,
        db.codings,
        db.completions,
      ])
        await table.where('articleId').anyOf(ids).delete();
      for (const sha of new Set([...versions.map((v) => v.rawSha), ...pictures.map((p) => p.blobSha)])) {
        if (!sha) continue;
        const users =
          (await db.versions.where('rawSha').equals(sha).count()) +
          (await db.pictures.where('blobSha').equals(sha).count());
        if (users > 0) continue;
        await db.blobs.delete(sha);
        await db.weights.delete(`blobs/${sha}`);
      }
      await db.revisits.bulkDelete(ids);
      await db.weights.bulkDelete(versions.map(({ id }) => `versions/${id}`));
      await db.journal
        .filter((act) =>
          act.changes.some((change) => {
            const row = (change.after ?? change.before) as { articleId?: string } | null;
            return gone.has(change.id) || (row?.articleId !== undefined && gone.has(row.articleId));
          }),
        )
        .delete();
      await db.ledger.add(entry);
    });
    return ids.length;
  });
}
