/**
 * The word index, kept up in the transaction that changes an article: its words go into the tail, which `merge-index.ts` merges
 * into segments later. What a segment holds of it from before no longer counts.
 */
import type { SearchSegment, TailDoc } from '@/utils/db/derived';
import type { Article, Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { packDoc } from '@/utils/search/doc-words';
import type { DerivedEntry } from './derived-entry';
import { searchedBlocks } from '@/utils/db/searched-text';

/** The row of `segments` that counts changes. */
export const CHANGES = 0;

/** What the words of an article were made from: while it stays the same, nothing need be done. */
function stampOf({ latestVersionId, shown, byHand }: Article): string {
  const { title, lead, keywords } = byHand;
  return JSON.stringify([latestVersionId, shown.title, shown.authors, title, lead, keywords]);
}

export function packArticle(article: Article, version: Version): Uint8Array {
  return packDoc(searchedBlocks(article, version));
}

const NOTHING: SearchSegment = {
  segment: CHANGES,
  docs: new Uint32Array(0),
  lengths: new Uint16Array(0),
  gone: new Uint8Array(0),
};

/** How often the index was changed, and the highest number of a document that was ever merged. */
export async function indexChanges(db: PressmarkDatabase): Promise<{ change: number; highest: number }> {
  const row = await db.segments.get(CHANGES);
  return { change: row?.change ?? 0, highest: row?.highest ?? -1 };
}

/** Counts a change, so that whoever reads the index elsewhere reads it anew. @returns the count */
export async function countIndexChange(db: PressmarkDatabase, merged = -1): Promise<number> {
  const { change, highest } = await indexChanges(db);
  await db.segments.put({ ...NOTHING, change: change + 1, highest: Math.max(highest, merged) });
  return change + 1;
}

/** Brings the word index up for these articles. A deriver: see `derive.ts`. */
export async function indexArticles(db: PressmarkDatabase, entries: readonly DerivedEntry[]): Promise<void> {
  const known = await db.docs.bulkGet(entries.map(({ id }) => id));
  const changed = entries.filter(
    ({ article }, n) => (known[n]?.words ?? null) !== (article ? stampOf(article) : null),
  );
  if (changed.length === 0) return;
  const change = await countIndexChange(db);
  const rows: TailDoc[] = [];
  const gone: number[] = [];
  for (const { doc, article, version } of changed) {
    const latest = article && (await version());
    if (latest) rows.push({ doc, change, bytes: packArticle(article, latest) });
    else gone.push(doc);
  }
  await db.tail.bulkDelete(gone);
  await db.tail.bulkPut(rows);
  await dropFromSegments(
    db,
    changed.map(({ doc }) => doc),
  );
  await db.docs.bulkPut(
    changed.map(({ id, doc, article }) => ({ id, doc, ...(article && { words: stampOf(article) }) })),
  );
}

/** What segments hold of these documents no longer counts. New documents, the common case, are in none. */
async function dropFromSegments(db: PressmarkDatabase, docs: readonly number[]): Promise<void> {
  const { highest } = await indexChanges(db);
  const merged = docs.filter((doc) => doc <= highest);
  if (merged.length === 0) return;
  for (const segment of await db.segments.where('segment').above(CHANGES).toArray()) {
    const places = merged.map((doc) => placeOf(segment.docs, doc)).filter((at) => at >= 0);
    const fresh = places.filter((at) => segment.gone[at] === 0);
    if (fresh.length === 0) continue;
    for (const at of fresh) segment.gone[at] = 1;
    await db.segments.put(segment);
  }
}

/** −1: it is not there. */
function placeOf(docs: Uint32Array, doc: number): number {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (docs[middle]! < doc) low = middle + 1;
    else high = middle;
  }
  return docs[low] === doc ? low : -1;
}
