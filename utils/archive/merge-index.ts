/**
 * Merging the tail of the word index into segments, and small segments into large ones. Promise: a merge is one transaction, so
 * that a killed one leaves everything as it was. Its work is done before, in slices, while others save; what they changed
 * meanwhile does not count in the segment that is made. Of two at once the later one finds its work done, and writes nothing.
 */
import type { SearchSegment } from '@/utils/db/derived';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { buildSegment } from '@/utils/search/build-segment';
import { SEGMENT_DOCS, segmentOfKey } from '@/utils/search/segment-format';
import { resting } from '@/utils/search/resting';
import { sealOf } from './seal-index';
import { exclusively } from './exclusive';
import { CHANGES, countIndexChange, indexChanges, packArticle } from './index-articles';
import type { ArchiveContext } from './types';

/** A tail shorter than this is left alone: it is searched as quickly as it is. */
const LEAST_MERGED = 256;
/** So many small segments are merged into one. */
const SMALL_TOGETHER = 8;
/** Milliseconds of work before others are let in. */
const SLICE_MS = 12;
/** Texts read at once when small segments are made anew. */
const TEXTS_AT_ONCE = 50;

export interface MergeWish {
  onProgress?: (progress: { done: number; left: number }) => void;
  signal?: AbortSignal;
  /** Merge whatever there is. */
  isWhole?: boolean;
}

/** Merges what is due. @returns documents merged */
export async function mergeIndex(
  { db }: ArchiveContext,
  { onProgress, signal, isWhole = false }: MergeWish = {},
): Promise<number> {
  let done = 0;
  while (!signal?.aborted) {
    const left = await db.tail.count();
    if (left === 0 || (left < LEAST_MERGED && !isWhole)) break;
    done += await mergeTail(db);
    onProgress?.({ done, left: await db.tail.count() });
  }
  const small = (await mergedSegments(db)).filter(
    ({ docs, gone }) => living(gone) < docs.length / 2 || docs.length < SEGMENT_DOCS / 2,
  );
  if (small.length >= SMALL_TOGETHER && !signal?.aborted) await mergeSmall(db, small);
  return done;
}

const living = (gone: Uint8Array) => gone.reduce((count, one) => count + (one === 0 ? 1 : 0), 0);

function mergedSegments(db: PressmarkDatabase): Promise<SearchSegment[]> {
  return db.segments.where('segment').above(CHANGES).toArray();
}

async function nextSegment(db: PressmarkDatabase): Promise<number> {
  return ((await db.segments.orderBy('segment').last())?.segment ?? CHANGES) + 1;
}

/** Another one has made a segment of this number meanwhile. */
async function isTaken(db: PressmarkDatabase, segment: number): Promise<boolean> {
  return (await db.segments.get(segment)) !== undefined;
}

const INDEX_TABLES = ['segments', 'postings', 'pairs', 'tail'] as const;

async function mergeTail(db: PressmarkDatabase): Promise<number> {
  const { change } = await indexChanges(db);
  const tail = await db.tail.limit(SEGMENT_DOCS).toArray();
  const segment = await nextSegment(db);
  const built = await buildSegment(segment, tail, resting(SLICE_MS));
  const seal = await sealOf([...built.postings, ...built.pairs]);
  await exclusively(() =>
    db.transaction('rw', [...INDEX_TABLES], async () => {
      if (await isTaken(db, segment)) return;
      const here = new Set(await db.tail.toCollection().primaryKeys());
      const changed = await db.tail.where('change').above(change).primaryKeys();
      for (const doc of changed) here.delete(doc);
      const gone = Uint8Array.from(built.docs, (doc) => (here.has(doc) ? 0 : 1));
      if (living(gone) === 0) return;
      await Promise.all([
        dropFromTail(db, built.docs, changed),
        db.postings.bulkPut(built.postings),
        db.pairs.bulkPut(built.pairs),
        db.segments.put({ segment, docs: built.docs, lengths: built.lengths, gone, seal }),
        countIndexChange(db, built.docs.at(-1)),
      ]);
    }),
  );
  return tail.length;
}

/** All up to the last that was merged, but for those changed meanwhile: run by run, each in one request. */
async function dropFromTail(db: PressmarkDatabase, docs: Uint32Array, changed: number[]): Promise<void> {
  const last = docs.at(-1)!;
  const stay = changed.filter((doc) => doc <= last).toSorted((a, b) => a - b);
  const dropped: Promise<unknown>[] = [];
  let from = docs[0]!;
  for (const end of [...stay, last + 1]) {
    if (end > from) dropped.push(db.tail.where('doc').between(from, end).delete());
    from = end + 1;
  }
  await Promise.all(dropped);
}

/** Segments that are small, or half gone, made anew as one from the texts: their rows are too coarse to be made from. */
async function mergeSmall(db: PressmarkDatabase, small: SearchSegment[]): Promise<void> {
  const taken: SearchSegment[] = [];
  let count = 0;
  for (const one of small) {
    if (count + living(one.gone) > SEGMENT_DOCS) continue;
    taken.push(one);
    count += living(one.gone);
  }
  const docs = taken.flatMap(({ docs: own, gone }) => [...own].filter((_, at) => gone[at] === 0));
  docs.sort((a, b) => a - b);
  const segment = await nextSegment(db);
  const built = await buildSegment(segment, await packedAgain(db, docs), resting(SLICE_MS));
  const seal = await sealOf([...built.postings, ...built.pairs]);
  await exclusively(() =>
    db.transaction('rw', [...INDEX_TABLES], async () => {
      const now = await db.segments.bulkGet(taken.map((one) => one.segment));
      if ((await isTaken(db, segment)) || now.includes(undefined)) return;
      const still = new Set(
        now.flatMap((one) => (one ? [...one.docs].filter((_, at) => one.gone[at] === 0) : [])),
      );
      const gone = Uint8Array.from(built.docs, (doc) => (still.has(doc) ? 0 : 1));
      await deleteRows(db, new Set(taken.map((one) => one.segment)));
      await db.segments.bulkDelete(taken.map((one) => one.segment));
      await db.postings.bulkPut(built.postings);
      await db.pairs.bulkPut(built.pairs);
      await db.segments.put({ segment, docs: built.docs, lengths: built.lengths, gone, seal });
      await countIndexChange(db, built.docs.at(-1));
    }),
  );
}

async function packedAgain(
  db: PressmarkDatabase,
  docs: number[],
): Promise<{ doc: number; bytes: Uint8Array }[]> {
  const packed: { doc: number; bytes: Uint8Array }[] = [];
  for (let at = 0; at < docs.length; at += TEXTS_AT_ONCE) {
    const rows = await db.docs
      .where('doc')
      .anyOf(docs.slice(at, at + TEXTS_AT_ONCE))
      .toArray();
    const articles = await db.articles.bulkGet(rows.map(({ id }) => id));
    const versions = await db.versions.bulkGet(articles.map((article) => article?.latestVersionId ?? ''));
    for (const [n, { doc }] of rows.entries()) {
      const [article, version] = [articles[n], versions[n]];
      if (article && version) packed.push({ doc, bytes: packArticle(article, version) });
    }
  }
  return packed.sort((a, b) => a.doc - b.doc);
}

/** Called seldom, so that it looks through all keys; an index of rows by segment would cost every merge. */
async function deleteRows(db: PressmarkDatabase, segments: ReadonlySet<number>): Promise<void> {
  for (const table of [db.postings, db.pairs]) {
    const keys = await table.toCollection().primaryKeys();
    await table.bulkDelete(keys.filter((key) => segments.has(segmentOfKey(key))));
  }
}
