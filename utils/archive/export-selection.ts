/** Which rows belong to some articles: everything that is needed to read them elsewhere with their highlights and codes. */
import type { ArchiveTable } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';

export type SelectedKeys = Record<ArchiveTable, string[]>;

interface InTree {
  id: string;
  parentId: string | null;
  projectId: string;
  mergedInto?: string;
}

/** `ids` with all that stands above them and what they were merged into. */
function withAncestors(rows: InTree[], ids: Iterable<string>): InTree[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, InTree>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const row = byId.get(id);
    if (!row || found.has(id)) continue;
    found.set(id, row);
    if (row.parentId) waiting.push(row.parentId);
    if (row.mergedInto) waiting.push(row.mergedInto);
  }
  return [...found.values()];
}

/** The keys of all rows that go with these articles (saved searches belong to the whole archive, so none do), each list sorted by UTF-16 code unit. Rows are read, keys are kept. */
export async function selectRows(db: PressmarkDatabase, articleIds: string[]): Promise<SelectedKeys> {
  const keys = Object.fromEntries(
    (
      [
        'projects',
        'coders',
        'collections',
        'codes',
        'articles',
        'versions',
        'pictures',
        'annotations',
        'placements',
        'codings',
        'memos',
        'samples',
        'completions',
        'searches',
        'blobs',
      ] as const
    ).map((table) => [table, new Set<string>()]),
  ) as Record<ArchiveTable, Set<string>>;
  const collectionIds = new Set<string>();
  const codeIds = new Set<string>();

  const waiting = [...new Set(articleIds)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (keys.articles.has(id)) continue;
    const article = await db.articles.get(id);
    if (!article) continue;
    keys.articles.add(id);
    for (const collection of article.collections) collectionIds.add(collection);
    if (article.mergedInto) waiting.push(article.mergedInto);
    await db.versions
      .where('articleId')
      .equals(id)
      .each((version) => {
        keys.versions.add(version.id);
        if (version.rawSha) keys.blobs.add(version.rawSha);
      });
    for (const picture of await db.pictures.where('articleId').equals(id).toArray()) {
      keys.pictures.add(picture.id);
      if (picture.blobSha) keys.blobs.add(picture.blobSha);
    }
    for (const annotation of await db.annotations.where('articleId').equals(id).toArray()) {
      keys.annotations.add(annotation.id);
      keys.coders.add(annotation.coderId);
    }
    for (const placement of await db.placements.where('articleId').equals(id).primaryKeys())
      keys.placements.add(placement);
    for (const coding of await db.codings.where('articleId').equals(id).toArray()) {
      keys.codings.add(coding.id);
      keys.coders.add(coding.coderId);
      codeIds.add(coding.codeId);
    }
  }
  // A sample goes whole with any of its articles: it is cited by what it was drawn from. Its other articles stay behind.
  for (const sample of await db.samples
    .where('articleIds')
    .anyOf([...keys.articles])
    .toArray()) {
    keys.samples.add(sample.id);
    keys.projects.add(sample.projectId);
    for (const coderId of sample.coderIds) keys.coders.add(coderId);
    if (sample.design.frame.kind === 'collection') collectionIds.add(sample.design.frame.collectionId);
  }
  for (const completion of await db.completions
    .where('articleId')
    .anyOf([...keys.articles])
    .toArray()) {
    if (!keys.samples.has(completion.sampleId)) continue;
    keys.completions.add(completion.id);
    keys.coders.add(completion.coderId);
  }
  for (const code of withAncestors(await db.codes.toArray(), codeIds)) {
    keys.codes.add(code.id);
    keys.projects.add(code.projectId);
  }
  for (const collection of withAncestors(await db.collections.toArray(), collectionIds)) {
    keys.collections.add(collection.id);
    keys.projects.add(collection.projectId);
  }
  const subjects = {
    project: keys.projects,
    article: keys.articles,
    code: keys.codes,
    annotation: keys.annotations,
    coding: keys.codings,
  };
  await db.memos.each((memo) => {
    if (!subjects[memo.subjectType].has(memo.subjectId)) return;
    keys.memos.add(memo.id);
    keys.coders.add(memo.coderId);
  });
  return Object.fromEntries(
    Object.entries(keys).map(([table, ids]) => [table, [...ids].toSorted()]),
  ) as SelectedKeys;
}
