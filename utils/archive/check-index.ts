/** Is the word index whole? What is damaged is made anew from the texts. */
import type { PressmarkDatabase } from '@/utils/db/schema';
import { segmentOfKey } from '@/utils/search/segment-format';
import { markAll, type CatchUpWish } from './derive';
import { exclusively } from './exclusive';
import { CHANGES } from './index-articles';
import { sealOf } from './seal-index';
import type { ArchiveContext } from './types';

export interface IndexDamage {
  /** Segments whose rows are not those that were written. */
  segments: number[];
  /** Articles whose words are nowhere, or in two places at once. */
  articles: string[];
}

/** Looks through the whole index. Reads every row of it, a segment at a time. */
export async function checkIndex(
  { db }: Pick<ArchiveContext, 'db'>,
  { onProgress, signal }: CatchUpWish = {},
): Promise<IndexDamage> {
  const segments = await db.segments.where('segment').above(CHANGES).toArray();
  const keysOf = await rowKeys(db);
  const damage: IndexDamage = { segments: [], articles: [] };
  const places = new Map<number, number>();
  for (const [n, { segment, docs, gone, seal }] of segments.entries()) {
    if (signal?.aborted) return damage;
    const keys = keysOf.get(segment) ?? { postings: [], pairs: [] };
    const postings = await db.postings.bulkGet(keys.postings);
    const pairs = await db.pairs.bulkGet(keys.pairs);
    const rows = [...postings, ...pairs].filter((row) => row !== undefined);
    if ((await sealOf(rows)) !== seal) damage.segments.push(segment);
    for (const [at, doc] of docs.entries()) if (gone[at] === 0) places.set(doc, (places.get(doc) ?? 0) + 1);
    onProgress?.({ done: n + 1, left: segments.length - n - 1 });
  }
  for (const doc of await db.tail.toCollection().primaryKeys()) places.set(doc, (places.get(doc) ?? 0) + 1);
  await db.docs.each(({ id, doc, words }) => {
    if ((places.get(doc) ?? 0) !== (words === undefined ? 0 : 1)) damage.articles.push(id);
  });
  return damage;
}

/** Keys of the rows of each segment; rows of none are left over from nothing and belong to nobody. */
async function rowKeys(db: PressmarkDatabase) {
  const keysOf = new Map<number, { postings: string[]; pairs: string[] }>();
  for (const name of ['postings', 'pairs'] as const)
    for (const key of await db.table<unknown, string>(name).toCollection().primaryKeys()) {
      const segment = segmentOfKey(key);
      let keys = keysOf.get(segment);
      if (!keys) {
        keys = { postings: [], pairs: [] };
        keysOf.set(segment, keys);
      }
      keys[name].push(key);
    }
  return keysOf;
}

/**
 * Throws the word index away and marks all articles, so that `catchUp` makes it anew. Killed on the way, that goes on at the
 * next start.
 */
export async function forgetIndex(context: ArchiveContext): Promise<void> {
  const { db } = context;
  await exclusively(() =>
    db.transaction('rw', ['docs', 'tail', 'segments', 'postings', 'pairs'], async () => {
      await db.docs.toCollection().modify((row) => {
        delete row.words;
      });
      const { change, highest } = (await db.segments.get(CHANGES)) ?? { change: 0, highest: -1 };
      await Promise.all([db.tail.clear(), db.segments.clear(), db.postings.clear(), db.pairs.clear()]);
      await db.segments.put({
        segment: CHANGES,
        docs: new Uint32Array(0),
        lengths: new Uint16Array(0),
        gone: new Uint8Array(0),
        change: (change ?? 0) + 1,
        highest,
      });
    }),
  );
  await markAll(context);
}
