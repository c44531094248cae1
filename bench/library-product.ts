/** The product as the bench sees it: writing many articles at once, and asking. */
import type { PressmarkDatabase } from '@/utils/db/schema';
import type { SyntheticRows } from './synthetic-articles';

/** A lot of articles in one transaction. */
export async function putArticles(db: PressmarkDatabase, rows: SyntheticRows[]): Promise<void> {
  await db.transaction('rw', [db.articles, db.versions, db.pictures], async () => {
    await db.articles.bulkPut(rows.map(({ article }) => article));
    await db.versions.bulkPut(rows.map(({ version }) => version));
    await db.pictures.bulkPut(rows.flatMap(({ pictures }) => pictures));
  });
}
