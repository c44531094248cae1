/**
 * What could be let go, and exactly how much room that gives. Promise: bytes that anything else needs are never among it: a
 * page that a later capture shares, a picture that stands in another article.
 */
import type { IsoTime } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';

export type ReleaseWish =
  /** Raw pages of versions captured before a time. */
  | { what: 'pages'; before: IsoTime }
  /** Pictures of more bytes than this. */
  | { what: 'pictures'; above: number }
  /** Pictures that stand only in articles in the bin. */
  | { what: 'binPictures' };

export interface ReleasePlan {
  wish: ReleaseWish;
  /** Hashes of what goes. */
  hashes: string[];
  bytes: number;
  /** What the wish names but something else needs. */
  needed: number;
}

const AT_ONCE = 1000;

/** Weigh the archive first (`weighArchive`): what has no weight yet is not in the plan. */
export async function planRelease(db: PressmarkDatabase, wish: ReleaseWish): Promise<ReleasePlan> {
  const { named, needed } =
    wish.what === 'pages'
      ? await pagesBefore(db, wish.before)
      : wish.what === 'pictures'
        ? await picturesAbove(db, wish.above)
        : await picturesInBin(db);
  const plan: ReleasePlan = { wish, hashes: [], bytes: 0, needed };
  for (let at = 0; at < named.length; at += AT_ONCE) {
    const some = named.slice(at, at + AT_ONCE);
    for (const [n, weight] of (await db.weights.bulkGet(some.map((sha256) => `blobs/${sha256}`))).entries()) {
      // Nothing to be had of what was let go before.
      if (!weight || weight.bytes === 0) continue;
      plan.hashes.push(some[n]!);
      plan.bytes += weight.bytes;
    }
  }
  return plan;
}

type Named = { named: string[]; needed: number };

/** Index keys only: no version is read. */
async function pagesBefore(db: PressmarkDatabase, before: IsoTime): Promise<Named> {
  const old = new Set<string>();
  const limit = Date.parse(before);
  await db.versions.orderBy('[articleId+capturedAt]').eachKey((key, cursor) => {
    const [, capturedAt] = key as unknown as [string, IsoTime];
    if (Date.parse(capturedAt) < limit) old.add(cursor.primaryKey as unknown as string);
  });
  const named = new Set<string>();
  const needed = new Set<string>();
  await db.versions.orderBy('rawSha').eachKey((key, cursor) => {
    (old.has(cursor.primaryKey as unknown as string) ? named : needed).add(key as unknown as string);
  });
  return apart(named, needed);
}

async function picturesAbove(db: PressmarkDatabase, above: number): Promise<Named> {
  const named = new Set<string>();
  await db.weights
    .where('of')
    .equals('pictures')
    .each(({ id, bytes }) => {
      if (bytes > above) named.add(id.slice('blobs/'.length));
    });
  return { named: [...named], needed: 0 };
}

async function picturesInBin(db: PressmarkDatabase): Promise<Named> {
  const binned = new Set(await db.articles.where('state').equals('bin').primaryKeys());
  const named = new Set<string>();
  for (const some of inParts([...binned]))
    await db.pictures
      .where('articleId')
      .anyOf(some)
      .each(({ blobSha }) => {
        if (blobSha) named.add(blobSha);
      });
  const needed = new Set<string>();
  for (const some of inParts([...named]))
    await db.pictures
      .where('blobSha')
      .anyOf(some)
      .each(({ blobSha, articleId }) => {
        if (blobSha && !binned.has(articleId)) needed.add(blobSha);
      });
  return apart(named, needed);
}

function apart(named: Set<string>, needed: Set<string>): Named {
  const free = [...named].filter((sha256) => !needed.has(sha256));
  return { named: free, needed: named.size - free.length };
}

function* inParts(ids: string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE);
}
