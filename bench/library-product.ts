/** The product as the bench sees it: writing many articles at once, with everything that is made from them. */
import { deriveArticles, DERIVING_TABLES } from '@/utils/archive/derive';
import { mergeIndex } from '@/utils/archive/merge-index';
import { pairStories } from '@/utils/archive/pair-stories';
import type { ArchiveContext } from '@/utils/archive/types';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { SEGMENT_DOCS } from '@/utils/search/segment-format';
import type { SyntheticRows } from './synthetic-articles';

const PAIRING_MS = 20_000;

/** A lot of articles with all that is derived from them, in one transaction. */
export async function putArticles(db: PressmarkDatabase, rows: SyntheticRows[]): Promise<void> {
  const of = new Map(rows.map((one) => [one.article.id, one]));
  await db.transaction('rw', [...DERIVING_TABLES], async () => {
    db.willDerive([...of.keys()]);
    await Promise.all([
      db.articles.bulkPut(rows.map(({ article }) => article)),
      db.versions.bulkPut(rows.map(({ version }) => version)),
      db.pictures.bulkPut(rows.flatMap(({ pictures }) => pictures)),
      deriveArticles(
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
      ),
    ]);
  });
}

/** What the background does in pauses: a full segment's worth of the tail is merged, or all there is. */
export async function mergeTail(db: PressmarkDatabase, isWhole: boolean): Promise<void> {
  if (isWhole || (await db.tail.count()) >= SEGMENT_DOCS)
    await mergeIndex({ db } as ArchiveContext, { isWhole });
}

/** Near-duplicates, which the background looks for when nobody waits, for some of the articles that wait. @returns how many still do */
export async function pairSome(db: PressmarkDatabase): Promise<number> {
  const signal = AbortSignal.timeout(PAIRING_MS);
  await pairStories({ db } as ArchiveContext, signal);
  return db.unpaired.count();
}
