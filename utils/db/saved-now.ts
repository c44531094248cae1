/** What the popup watches of a saved article: its tags and collections in the project at work, and how far its pictures are. */
import { sightOf } from './blind';
import { codesOf } from './codebook';
import { projectIdAtWork } from './projects';
import { reprintsOf, type StoryElsewhere } from './reprints';
import type { PressmarkDatabase } from './schema';

export interface SavedArticleNow {
  tags: { id: string; name: string; colour: string }[];
  collections: { id: string; name: string }[];
  pictures: { total: number; kept: number; pending: number; refused: number; hosts: string[] };
  /** The same story as other outlets print it, as far as the search for it has come. */
  elsewhere: StoryElsewhere[];
}

/** Reads it once; under `watch` it is read again whenever one of these rows changes. */
export async function savedArticleNow(db: PressmarkDatabase, articleId: string): Promise<SavedArticleNow> {
  const article = await db.articles.get(articleId);
  const { sees } = await sightOf(db, articleId);
  const [projectId, codings, pictures, collections, { others: elsewhere }] = await Promise.all([
    projectIdAtWork(db),
    db.codings.where('targetId').equals(articleId).toArray(),
    db.pictures
      .where('versionId')
      .equals(article?.latestVersionId ?? '')
      .toArray(),
    db.collections.bulkGet(article?.collections ?? []),
    reprintsOf(db, articleId),
  ]);
  const codeIds = new Set(
    codings.filter((coding) => !coding.deletedAt && sees(coding)).map((coding) => coding.codeId),
  );
  const codes = await db.codes.bulkGet([...codeIds]);
  const count = (outcome: string) => pictures.filter((picture) => picture.outcome === outcome).length;
  const waiting = pictures.filter((picture) => picture.outcome === 'permissionNeeded');
  return {
    tags: codes.flatMap((code) =>
      code && !code.deletedAt && code.projectId === projectId
        ? [{ id: code.id, name: code.name, colour: code.colour }]
        : [],
    ),
    collections: collections.flatMap((one) =>
      one && !one.deletedAt && one.projectId === projectId ? [{ id: one.id, name: one.name }] : [],
    ),
    pictures: {
      total: pictures.length,
      kept: count('kept'),
      pending: count('pending'),
      refused: count('refused'),
      hosts: [...new Set(waiting.map((picture) => picture.host))],
    },
    elsewhere,
  };
}

/** Names for suggestions, of the project at work. */
export async function knownCodes(db: PressmarkDatabase) {
  const codes = await codesOf(db, await projectIdAtWork(db));
  return codes.map(({ id, name, colour, folded }) => ({ id, name, colour, folded }));
}

export async function knownCollections(db: PressmarkDatabase) {
  const collections = await db.collections
    .where('projectId')
    .equals(await projectIdAtWork(db))
    .toArray();
  return collections
    .filter((collection) => !collection.deletedAt)
    .sort((a, b) => a.order - b.order)
    .map(({ id, name }) => ({ id, name }));
}
