/**
 * Finding which articles tell one story, for those whose sketch is new. Promise: it is no part of a save and may be stopped
 * after any step; what is left still waits, and the next call goes on there.
 */
import { SketchSearch, unpackSketches, type SketchEntry } from '@/utils/search/sketch-chunk';
import { compareShingles, isSameStory, type Shingles } from '@/utils/search/sketch';
import type { Reprint, SketchChunk } from '@/utils/db/derived';
import type { Article } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { exclusively } from './exclusive';
import { hostOf, outletOf, shinglesOfVersion } from './sketch-articles';
import type { ArchiveContext } from './types';

/** Rows of sketches read at once: about 1 MB. */
const CHUNKS_AT_ONCE = 50;
/** Candidates of one article whose texts are read, the likest first. A story is in some dozen outlets. */
const MOST_CANDIDATES = 40;
/** Texts kept cut while the articles of one chunk are compared. */
const MOST_CUT = 400;

/**
 * Looks for the near-duplicates of all articles that wait for it.
 * @returns how many pairs were found
 */
export async function pairStories(context: ArchiveContext, signal?: AbortSignal): Promise<number> {
  let found = 0;
  while (!signal?.aborted) {
    const chunk = await context.db.sketches.where('isWaiting').equals(1).first();
    if (!chunk) break;
    const waiting = new Set(chunk.waiting);
    const wanted = unpackSketches(chunk.bytes).filter(({ doc }) => waiting.has(doc));
    const pairs = await findPairs(context.db, wanted);
    await exclusively(() => keep(context.db, chunk, wanted, pairs));
    found += pairs.length;
  }
  return found;
}

async function findPairs(db: PressmarkDatabase, wanted: readonly SketchEntry[]): Promise<Reprint[]> {
  const candidates = await findCandidates(db, wanted);
  if (candidates.size === 0) return [];
  const docs = new Set<number>();
  for (const [of, others] of candidates) {
    docs.add(wanted[of]!.doc);
    for (const doc of others) docs.add(doc);
  }
  const numbered = await db.docs
    .where('doc')
    .anyOf([...docs])
    .toArray();
  const articles = await db.articles.bulkGet(numbered.map(({ id }) => id));
  const articleOf = new Map(numbered.map(({ doc }, n) => [doc, articles[n]]));
  const cut = textCutter(db);
  const pairs = new Map<string, Reprint>();
  for (const [of, others] of candidates) {
    const one = articleOf.get(wanted[of]!.doc);
    for (const doc of others) {
      const other = articleOf.get(doc);
      if (!one || !other || !areApart(one, other)) continue;
      const [first, second] = one.id < other.id ? [one, other] : [other, one];
      const id = `${first.id}:${second.id}`;
      if (pairs.has(id)) continue;
      const [a, b] = [await cut(first.latestVersionId), await cut(second.latestVersionId)];
      if (!a || !b) continue;
      const likeness = compareShingles(a, b);
      if (!isSameStory(a, b, likeness)) continue;
      pairs.set(id, {
        id,
        articleIds: [first.id, second.id],
        versionIds: [first.latestVersionId, second.latestVersionId],
        share: likeness.share,
      });
    }
  }
  return [...pairs.values()];
}

/** Place in `wanted` → documents that look alike from afar, the likest first. */
async function findCandidates(
  db: PressmarkDatabase,
  wanted: readonly SketchEntry[],
): Promise<Map<number, number[]>> {
  const search = new SketchSearch(wanted);
  const found = new Map<number, { doc: number; equal: number }[]>();
  for (let from = 0; ;) {
    const chunks = await db.sketches.where('chunk').aboveOrEqual(from).limit(CHUNKS_AT_ONCE).toArray();
    for (const { bytes } of chunks)
      for (const { of, doc, equal } of search.scan(bytes))
        found.set(of, [...(found.get(of) ?? []), { doc, equal }]);
    if (chunks.length < CHUNKS_AT_ONCE) break;
    from = chunks.at(-1)!.chunk + 1;
  }
  return new Map(
    [...found].map(([of, some]) => [
      of,
      some
        .toSorted((a, b) => b.equal - a.equal)
        .slice(0, MOST_CANDIDATES)
        .map(({ doc }) => doc),
    ]),
  );
}

/** An outlet that prints a text twice, or under two addresses, is not elsewhere. */
function areApart(one: Article, other: Article): boolean {
  if ([one, other].some(({ deletedAt, mergedInto }) => deletedAt || mergedInto)) return false;
  const [host, otherHost] = [hostOf(one), hostOf(other)];
  if (host !== '' && host === otherHost) return false;
  const outlet = outletOf(one);
  return outlet === '' || outlet !== outletOf(other);
}

function textCutter(db: PressmarkDatabase): (versionId: string) => Promise<Shingles | null> {
  const known = new Map<string, Shingles | null>();
  return async (versionId) => {
    const cut = known.get(versionId);
    if (cut !== undefined) return cut;
    if (known.size >= MOST_CUT) known.clear();
    const version = await db.versions.get(versionId);
    const shingles = version ? shinglesOfVersion(version) : null;
    known.set(versionId, shingles);
    return shingles;
  };
}

/** Writes what was found, and takes those off the list whose sketch is still the one looked for. */
function keep(
  db: PressmarkDatabase,
  before: SketchChunk,
  wanted: readonly SketchEntry[],
  pairs: readonly Reprint[],
): Promise<void> {
  return db.transaction('rw', [db.sketches, db.reprints, db.docs], async () => {
    const now = await db.sketches.get(before.chunk);
    if (!now) return;
    const entries = new Map(unpackSketches(now.bytes).map((entry) => [entry.doc, entry]));
    const settled = wanted.filter(({ doc, version, outlet }) => {
      const entry = entries.get(doc);
      return entry?.version === version && entry.outlet === outlet;
    });
    const isSettled = new Set(settled.map(({ doc }) => doc));
    const numbered = await db.docs
      .where('doc')
      .anyOf([...isSettled])
      .toArray();
    const ids = new Set(numbered.map(({ id }) => id));
    await db.reprints
      .where('articleIds')
      .anyOf([...ids])
      .delete();
    await db.reprints.bulkPut(pairs.filter(({ articleIds }) => articleIds.some((id) => ids.has(id))));
    const waiting = now.waiting.filter((doc) => entries.has(doc) && !isSettled.has(doc));
    await db.sketches.put({ ...now, waiting, isWaiting: waiting.length > 0 ? 1 : 0 });
  });
}
