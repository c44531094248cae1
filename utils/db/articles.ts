/**
 * What the library reads. Promise: a list of 10,000 articles is one bulk read of light rows; what hangs on them (tags,
 * highlights, pictures) is read apart, so that a highlight made in the reader does not read all articles again.
 */
import type { ArticleOrigin, ArticleState, IsoTime } from './records';
import { sightOf } from './blind';
import type { PressmarkDatabase } from './schema';

/** One line of the library. */
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
  state: ArticleState;
  origin: ArticleOrigin;
  savedAt: IsoTime;
  binnedAt: IsoTime | null;
  versionCount: number;
  collections: string[];
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

/** Tags and collections, and which article has which tag (put on the article or on one of its passages). */
export interface LibraryTags {
  tags: LibraryTag[];
  /** articleId → ids of tags, in the order of `tags`. */
  ofArticle: Map<string, string[]>;
  /** articleId → ids of tags put on the article itself: only these are taken off by "untag". */
  ownOfArticle: Map<string, string[]>;
}

/** Pictures of the latest versions that are not kept, by reason. */
export interface PictureTrouble {
  pending: number;
  permissionNeeded: number;
  refused: number;
}

/** Articles that are in the archive, bin included, newest save first. */
export async function listRows(db: PressmarkDatabase): Promise<LibraryRow[]> {
  const articles = await db.articles.toArray();
  const rows: LibraryRow[] = [];
  for (const article of articles) {
    if (article.deletedAt || article.mergedInto) continue;
    const { shown } = article;
    rows.push({
      id: article.id,
      versionId: article.latestVersionId,
      title: shown.title,
      lead: shown.lead,
      authors: shown.authors,
      outlet: shown.outlet,
      published: shown.published,
      language: shown.language,
      url: article.url,
      state: article.state,
      origin: article.origin,
      savedAt: article.savedAt,
      binnedAt: article.binnedAt ?? null,
      versionCount: article.versionCount,
      collections: article.collections,
    });
  }
  // ISO times in UTC compare as text; the id settles ties, so that the order never flickers.
  return rows.sort((a, b) => compare(b.savedAt, a.savedAt) || compare(a.id, b.id));
}

/** All tags by name (Vietnamese order), and who has them. */
export async function listTags(db: PressmarkDatabase): Promise<LibraryTags> {
  const [codes, codings, { sees }] = await Promise.all([
    db.codes.toArray(),
    db.codings.toArray(),
    sightOf(db),
  ]);
  const collator = new Intl.Collator('vi');
  const tags = codes
    .filter((code) => !code.deletedAt && !code.mergedInto)
    .map(({ id, name, colour, folded }) => ({ id, name, colour, folded }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const place = new Map(tags.map((tag, index) => [tag.id, index]));
  const ofArticle = new Map<string, string[]>();
  const ownOfArticle = new Map<string, string[]>();
  for (const coding of codings) {
    if (coding.deletedAt || !place.has(coding.codeId) || !sees(coding)) continue;
    addOnce(ofArticle, coding.articleId, coding.codeId);
    if (coding.targetType === 'article') addOnce(ownOfArticle, coding.articleId, coding.codeId);
  }
  for (const ids of ofArticle.values()) ids.sort((a, b) => place.get(a)! - place.get(b)!);
  return { tags, ofArticle, ownOfArticle };
}

/** Collections in their order, parents anywhere. */
export async function listCollections(db: PressmarkDatabase): Promise<LibraryCollection[]> {
  const collections = await db.collections.toArray();
  return collections
    .filter((collection) => !collection.deletedAt)
    .sort((a, b) => a.order - b.order || compare(a.id, b.id))
    .map(({ id, name, parentId }) => ({ id, name, parentId }));
}

/** articleId → living annotations. Tombstones are rows too, so index keys alone would count too many. */
export async function countAnnotations(db: PressmarkDatabase): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const { sees } = await sightOf(db);
  for (const annotation of await db.annotations.toArray()) {
    if (!annotation.deletedAt && sees(annotation))
      counts.set(annotation.articleId, (counts.get(annotation.articleId) ?? 0) + 1);
  }
  return counts;
}

/** versionId → pictures that are not kept. Kept ones, the great majority, are never read. */
export async function listPictureTrouble(db: PressmarkDatabase): Promise<Map<string, PictureTrouble>> {
  const trouble = new Map<string, PictureTrouble>();
  for (const outcome of ['pending', 'permissionNeeded', 'refused'] as const) {
    const pictures = await db.pictures
      .where('[outcome+host]')
      .between([outcome, ''], [outcome, '\uffff'], true, true)
      .toArray();
    for (const { versionId } of pictures) {
      const counts = trouble.get(versionId) ?? { pending: 0, permissionNeeded: 0, refused: 0 };
      counts[outcome] += 1;
      trouble.set(versionId, counts);
    }
  }
  return trouble;
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

/**
 * What emptying the bin would take away, for the question that is asked before: all of it, blind work too, since it would be
 * lost.
 */
export async function binContents(
  db: PressmarkDatabase,
  articleIds: string[],
): Promise<{ articles: number; versions: number; annotations: number; pictures: number }> {
  const within = (table: 'versions' | 'pictures') => db[table].where('articleId').anyOf(articleIds).count();
  const annotations = await db.annotations.where('articleId').anyOf(articleIds).toArray();
  return {
    articles: articleIds.length,
    versions: await within('versions'),
    annotations: annotations.filter((annotation) => !annotation.deletedAt).length,
    pictures: await within('pictures'),
  };
}

function addOnce(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
