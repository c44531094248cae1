/**
 * Finding which articles tell one story, for those whose sketch is new. Promise: it is no part of a save and may be stopped
 * after any step; what is left still waits, and the next call goes on there.
 */
import {
  CHUNK_BITS,
  packSketches,
  SketchSearch,
  unpackSketches,
  type SketchEntry,
} from '@/utils/search/sketch-chunk';
import { compareShingles, isSameStory, type Shingles } from '@/utils/search/sketch';
import type { Reprint, SketchChunk } from '@/utils/db/derived';
import type { Article } from '@/utils/db/records';
import { pairsOf } from '@/utils/db/reprints';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { exclusively } from './exclusive';
import { allSketches, holdSketches } from './held-sketches';
import { markElsewhere } from './mark-elsewhere';
import { hostOf, isOf, outletOf, shinglesOfVersion, sketchOfArticle } from './sketch-articles';
import type { ArchiveContext } from './types';

/** Candidates of one article whose texts are read, the likest first. A story is in some dozen outlets. */
const MOST_CANDIDATES = 40;
/** Texts read at once to be sketched, and milliseconds in which others have the database to themselves: no one waits for this. */
const TEXTS_AT_ONCE = 20;
const REST_MS = 10;
/** Texts kept cut while the articles of one chunk are compared. */
const MOST_CUT = 400;

/**
 * Looks for the near-duplicates of all articles that wait for it.
 * @returns how many pairs were found
 */
export async function pairStories(context: ArchiveContext, signal?: AbortSignal): Promise<number> {
  let found = 0;
  while (!signal?.aborted) {
    const docs = await waitingTogether(context.db);
    if (docs.length === 0) break;
    // The database reads the others' sketches while these are made.
    const others = allSketches(context.db);
    const wanted = await sketchDocs(context.db, docs);
    const pairs = await findPairs(context.db, wanted, await others);
    const row = await exclusively(() => keep(context.db, docs, wanted, pairs));
    holdSketches(context.db, row.chunk, row.bytes);
    found += pairs.length;
  }
  return found;
}

/** Documents that wait, all of one chunk of sketches. */
async function waitingTogether(db: PressmarkDatabase): Promise<number[]> {
  const docs = await db.unpaired.limit(2 ** CHUNK_BITS).primaryKeys();
  return docs.filter((doc) => doc >>> CHUNK_BITS === docs[0]! >>> CHUNK_BITS);
}

/** Documents just sketched, with what was read for it. */
interface Sketched {
  sketches: SketchEntry[];
  articles: Map<number, Article>;
  /** By the id of the version. */
  shingles: Map<string, Shingles | null>;
}

/** Sketches of the latest texts of these documents; those whose article or text is gone have none. */
async function sketchDocs(db: PressmarkDatabase, docs: readonly number[]): Promise<Sketched> {
  const made: Sketched = { sketches: [], articles: new Map(), shingles: new Map() };
  for (let at = 0; at < docs.length; at += TEXTS_AT_ONCE) {
    const articles = await articlesOf(db, docs.slice(at, at + TEXTS_AT_ONCE));
    const versions = await db.versions.bulkGet(
      [...articles.values()].map(({ latestVersionId }) => latestVersionId),
    );
    for (const [n, [doc, article]] of [...articles].entries()) {
      const version = versions[n];
      if (!version || isGone(article)) continue;
      const shingles = shinglesOfVersion(version);
      made.sketches.push(sketchOfArticle(doc, article, shingles));
      made.articles.set(doc, article);
      made.shingles.set(version.id, shingles);
    }
    if (at + TEXTS_AT_ONCE < docs.length) await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  return made;
}

async function articlesOf(db: PressmarkDatabase, docs: readonly number[]): Promise<Map<number, Article>> {
  if (docs.length === 0) return new Map();
  // One question for each, all at once: asked for several, an index is walked step by step.
  const found = await Promise.all(docs.map((doc) => db.docs.where('doc').equals(doc).toArray()));
  const rows = found.flat();
  const articles = await db.articles.bulkGet(rows.map(({ id }) => id));
  return new Map(
    rows.flatMap(({ doc }, n): [number, Article][] => (articles[n] ? [[doc, articles[n]]] : [])),
  );
}

async function findPairs(
  db: PressmarkDatabase,
  { sketches, articles, shingles }: Sketched,
  others: Iterable<Uint8Array>,
): Promise<Reprint[]> {
  const candidates = findCandidates(
    sketches.filter((one) => one.shingles > 0),
    others,
  );
  if (candidates.size === 0) return [];
  const docs = new Set<number>();
  for (const [of, others] of candidates) {
    docs.add(of);
    for (const doc of others) docs.add(doc);
  }
  const further = await articlesOf(
    db,
    [...docs].filter((doc) => !articles.has(doc)),
  );
  const articleOf = new Map([...articles, ...further]);
  const cut = textCutter(db, shingles);
  const pairs = new Map<string, Reprint>();
  for (const [of, others] of candidates) {
    const one = articleOf.get(of);
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

/** Document → others that look alike from afar, the likest first. */
function findCandidates(wanted: readonly SketchEntry[], others: Iterable<Uint8Array>): Map<number, number[]> {
  const search = new SketchSearch(wanted);
  const found = new Map<number, { doc: number; equal: number }[]>();
  const look = (bytes: Uint8Array) => {
    for (const { of, doc, equal } of search.scan(bytes)) {
      const own = wanted[of]!.doc;
      found.set(own, [...(found.get(own) ?? []), { doc, equal }]);
    }
  };
  // Those wanted are not written yet.
  look(packSketches(wanted));
  for (const bytes of others) look(bytes);
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

const isGone = ({ deletedAt, mergedInto }: Article) => Boolean(deletedAt || mergedInto);

/** An outlet that prints a text twice, or under two addresses, is not elsewhere. */
function areApart(one: Article, other: Article): boolean {
  if (isGone(one) || isGone(other)) return false;
  const [host, otherHost] = [hostOf(one), hostOf(other)];
  if (host !== '' && host === otherHost) return false;
  const outlet = outletOf(one);
  return outlet === '' || outlet !== outletOf(other);
}

function textCutter(
  db: PressmarkDatabase,
  known: Map<string, Shingles | null>,
): (versionId: string) => Promise<Shingles | null> {
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

/**
 * Writes what was found, and takes off the list those whose text is still the one looked for, and those that have none any
 * more. What was changed meanwhile goes on waiting.
 * @returns the sketches that are kept now
 */
function keep(
  db: PressmarkDatabase,
  docs: readonly number[],
  wanted: Sketched,
  pairs: readonly Reprint[],
): Promise<SketchChunk> {
  const tables = [db.sketches, db.unpaired, db.reprints, db.docs, db.articles, db.versions, db.catalogue];
  return db.transaction('rw', tables, async () => {
    const chunk = docs[0]! >>> CHUNK_BITS;
    const known = [...wanted.articles].map(([doc, { id }]) => ({ doc, id }));
    const [now, again, articles, before] = await Promise.all([
      db.sketches.get(chunk),
      db.articles.bulkGet(known.map(({ id }) => id)),
      articlesOf(
        db,
        docs.filter((doc) => !wanted.articles.has(doc)),
      ),
      pairsOf(
        db,
        known.map(({ id }) => id),
      ),
    ]);
    for (const [n, { doc }] of known.entries()) if (again[n]) articles.set(doc, again[n]);
    const sketches = new Map(wanted.sketches.map((entry) => [entry.doc, entry]));
    const entries = new Map(
      unpackSketches(now?.bytes ?? new Uint8Array()).map((entry) => [entry.doc, entry]),
    );
    const settled: number[] = [];
    const ids = new Set<string>();
    const without: [doc: number, versionId: string][] = [];
    for (const doc of docs) {
      const article = articles.get(doc);
      const entry = sketches.get(doc);
      if (!article || isGone(article)) settled.push(doc);
      else if (!entry) without.push([doc, article.latestVersionId]);
      else if (isOf(entry, article)) {
        entries.set(doc, entry);
        settled.push(doc);
        ids.add(article.id);
      }
    }
    if (without.length > 0) {
      const versions = await db.versions.bulkGet(without.map(([, versionId]) => versionId));
      settled.push(...without.flatMap(([doc], n) => (versions[n] ? [] : [doc])));
    }
    const isSettled = ({ articleIds }: Reprint) => articleIds.some((id) => ids.has(id));
    const [old, found] = [before.filter(isSettled), pairs.filter(isSettled)];
    const row: SketchChunk = { chunk, bytes: packSketches([...entries.values()]) };
    const isFound = new Set(found.map(({ id }) => id));
    await Promise.all([
      db.reprints.bulkDelete(old.flatMap(({ id }) => (isFound.has(id) ? [] : [id]))),
      db.reprints.bulkPut(found),
      db.unpaired.bulkDelete(settled),
      db.sketches.put(row),
    ]);
    await markElsewhere(db, [...new Set([...old, ...found].flatMap(({ articleIds }) => articleIds))]);
    return row;
  });
}
