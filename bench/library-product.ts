/** The product as the bench sees it: writing many articles at once. */
import { deriveArticles, DERIVING_TABLES } from '@/utils/archive/derive';
import type { PressmarkDatabase } from '@/utils/db/schema';
import type { SyntheticRows } from './synthetic-articles';

/** A lot of articles with all that is derived from them, in one transaction. */
export async function putArticles(db: PressmarkDatabase, rows: SyntheticRows[]): Promise<void> {
  const of = new Map(rows.map((one) => [one.article.id, one]));
  await db.transaction('rw', [...DERIVING_TABLES], async () => {
    await db.articles.bulkPut(rows.map(({ article }) => article));
    await db.versions.bulkPut(rows.map(({ version }) => version));
    await db.pictures.bulkPut(rows.flatMap(({ pictures }) => pictures));
    await deriveArticles(
      db,
      rows.map(({ article }) => article),
      ({ id }) => of.get(id)?.version,
      ({ id }) => ({
        pictures: of.get(id)?.pictures ?? [],
        annotations: [],
        placements: [],
        codings: [],
        memos: [],
      }),
    );
  });
}
