/**
 * What the library reads. Promise: no query grows with the archive but the catalogue's own; rows are read for the lines that
 * are shown.
 */
import type { CatalogueChunk } from './derived';
import { codesOf } from './codebook';
import { projectIdAtWork } from './projects';
import type { ArticleOrigin, IsoTime } from './records';
import type { PressmarkDatabase } from './schema';

/** What a line of the library shows and the catalogue does not hold. */
export interface LibraryRow {
  id: string;
  versionId: string;
  title: string;
  lead: string | null;
  authors: string[];
  outlet: string | null;
  published: string | null;
  language: string | null;
  url: string | null;
  origin: ArticleOrigin;
  savedAt: IsoTime;
}

export interface LibraryTag {
  id: string;
  name: string;
  colour: string;
  folded: string;
}

export interface LibraryCollection {
  id: string;
  name: string;
  parentId: string | null;
}

/** Rows of these articles, in the order asked for; undefined where an article is gone. */
export async function libraryRows(db: PressmarkDatabase, ids: string[]): Promise<(LibraryRow | undefined)[]> {
  const articles = await db.articles.bulkGet(ids);
  return articles.map((article) => {
    if (!article || article.deletedAt) return undefined;
    const { id, latestVersionId, shown, url, origin, savedAt } = article;
    const { title, lead, authors, outlet, published, language } = shown;
    return {
      id,
      versionId: latestVersionId,
      title,
      lead,
      authors,
      outlet,
      published,
      language,
      url,
      origin,
      savedAt,
    };
  });
}

/** When the catalogue was last written: what to watch. */
export async function lastWriting(db: PressmarkDatabase): Promise<number> {
  const [last] = await db.catalogue.orderBy('at').reverse().limit(1).keys();
  return Number(last ?? 0);
}

/** Chunks read at once: what the first of them say is worked out while the next ones are read. */
const CHUNKS_AT_ONCE = 64;

/**
 * Hands over the chunks of the catalogue that were written after `at`, some at a time, all from one moment. Not to be watched:
 * what is watched is kept in memory twice.
 */
export async function chunksSince(
  db: PressmarkDatabase,
  at: number,
  take: (chunks: CatalogueChunk[]) => void,
): Promise<void> {
  if (at > 0) return take(await db.catalogue.where('at').above(at).toArray());
  await db.transaction('r', db.catalogue, async () => {
    const last = Number((await db.catalogue.orderBy('chunk').reverse().limit(1).primaryKeys())[0] ?? -1);
    const lots: Promise<void>[] = [];
    // The last ones first: then it is known at once how much room they all need.
    const lastLot = last - (last % CHUNKS_AT_ONCE);
    for (let from = lastLot; from >= 0; from -= CHUNKS_AT_ONCE)
      lots.push(
        db.catalogue
          .where('chunk')
          .between(from, from + CHUNKS_AT_ONCE)
          .toArray()
          .then(take),
      );
    await Promise.all(lots);
  });
}

/** Articles that the catalogue is behind with. */
export function countStale(db: PressmarkDatabase): Promise<number> {
  return db.stale.count();
}

/** Tags of the project at work by name (Vietnamese order). */
export async function listTags(db: PressmarkDatabase): Promise<LibraryTag[]> {
  const codes = await codesOf(db, await projectIdAtWork(db));
  const collator = new Intl.Collator('vi');
  return codes
    .map(({ id, name, colour, folded }) => ({ id, name, colour, folded }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** Collections of the project at work in their order, parents anywhere. */
export async function listCollections(db: PressmarkDatabase): Promise<LibraryCollection[]> {
  const collections = await db.collections
    .where('projectId')
    .equals(await projectIdAtWork(db))
    .toArray();
  return collections
    .filter((collection) => !collection.deletedAt)
    .sort((a, b) => a.order - b.order || compare(a.id, b.id))
    .map(({ id, name, parentId }) => ({ id, name, parentId }));
}

/** Coders by name, those who were removed too: their work is still there. */
export async function listCoders(db: PressmarkDatabase): Promise<{ id: string; name: string }[]> {
  const coders = await db.coders.toArray();
  const collator = new Intl.Collator('vi');
  return coders.map(({ id, name }) => ({ id, name })).sort((a, b) => collator.compare(a.name, b.name));
}

/** How many articles have lain in the bin since before `time`. */
export function countBinnedBefore(db: PressmarkDatabase, time: IsoTime): Promise<number> {
  return db.articles
    .where('state')
    .equals('bin')
    .filter(({ binnedAt, deletedAt }) => !deletedAt && binnedAt !== undefined && binnedAt < time)
    .count();
}

/** The kept lead picture of a version (or its first kept one) from the archive's own blobs; null when none is kept. */
export async function leadPicture(db: PressmarkDatabase, versionId: string): Promise<Blob | null> {
  const pictures = await db.pictures.where('versionId').equals(versionId).toArray();
  const kept = pictures.filter((picture) => picture.outcome === 'kept' && picture.blobSha);
  const chosen = kept.find((picture) => picture.role === 'lead') ?? kept[0];
  const blob = chosen?.blobSha ? await db.blobs.get(chosen.blobSha) : undefined;
  if (!blob || blob.compression !== 'none') return null;
  return new Blob([blob.bytes as Uint8Array<ArrayBuffer>], { type: blob.type });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
