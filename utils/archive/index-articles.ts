/**
 * The word index, kept up in the transaction that changes an article: its words go into the tail, which `merge-index.ts` merges
 * into segments later. What a segment holds of it from before no longer counts.
 */
import type { SearchSegment, TailDoc } from '@/utils/db/derived';
import type { Article, Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { packDoc } from '@/utils/search/doc-words';
import type { DerivedEntry } from './derived-entry';
import type { Ahead } from './read-ahead';
import { searchedBlocks } from '@/utils/db/searched-text';

/** The row of `segments` that counts changes. */
export const CHANGES = 0;

/**
 * What the words of an article were made from, as a number of 53 bits: while it stays the same, nothing need be done. It is only
 * ever held against the article's own stamp from before, so that a change goes unseen once in 2^53 changes.
 */
export function stampOf({ latestVersionId, shown, byHand }: Article): number {
  const { title, lead, keywords } = byHand;
  const what = JSON.stringify([latestVersionId, shown.title, shown.authors, title, lead, keywords]);
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < what.length; at += 1) {
    const unit = what.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    high = Math.imul(high ^ unit, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

export function packArticle(article: Pick<Article, 'shown' | 'byHand'>, version: Version): Uint8Array {
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
export async function indexArticles(
  db: PressmarkDatabase,
  entries: readonly DerivedEntry[],
  ahead?: Ahead | null,
): Promise<void> {
  const stamps = entries.map(({ article }) => (article ? stampOf(article) : undefined));
  const changed = entries.filter(({ words }, n) => words !== stamps[n]);
  if (changed.length === 0) return;
  const before = ahead?.changes ?? (await indexChanges(db));
  const change = before.change + 1;
  const latest = await Promise.all(
    changed.map(({ article, version }) => (article ? version() : Promise.resolve(undefined))),
  );
  const rows: TailDoc[] = [];
  const gone: number[] = [];
  for (const [n, { doc, article, packed }] of changed.entries()) {
    const version = latest[n];
    if (article && version) rows.push({ doc, change, bytes: packed ?? packArticle(article, version) });
    else gone.push(doc);
  }
  const docs = changed.map(({ doc }) => doc);
  await Promise.all([
    db.segments.put({ ...NOTHING, change, highest: before.highest }),
    db.tail.bulkDelete(gone),
    db.tail.bulkPut(rows),
    dropFromSegments(
      db,
      docs.filter((doc) => doc <= before.highest),
    ),
    db.docs.bulkPut(
      changed.map(({ id, doc, article }) => ({ id, doc, ...(article && { words: stampOf(article) }) })),
    ),
  ]);
}

/** What segments hold of these documents no longer counts. New documents, the common case, are in none. */
async function dropFromSegments(db: PressmarkDatabase, merged: readonly number[]): Promise<void> {
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
