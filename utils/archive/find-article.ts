/** "Have I saved this?" — answered from the index of addresses, without a request. */
import { sightOf } from '@/utils/db/blind';
import { normaliseAddress } from '@/utils/article/address';
import type { Article } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { projectOf } from './first-use';
import type { ArchiveContext, KnownArticle } from './types';

/** The article that owns any of these (normalised) addresses; articles merged into another give the other. */
export async function articleAt(context: ArchiveContext, addresses: string[]): Promise<Article | null> {
  const wanted = addresses.filter(Boolean);
  if (wanted.length === 0) return null;
  let article = await context.db.articles.where('addresses').anyOf(wanted).first();
  for (let hops = 0; article?.mergedInto && hops < 10; hops += 1)
    article = await context.db.articles.get(article.mergedInto);
  return article && !article.deletedAt ? article : null;
}

/** Which of these addresses are of articles that are kept (not in the bin), as they were given. */
export async function savedAmong(db: PressmarkDatabase, urls: readonly string[]): Promise<Set<string>> {
  const keys = new Map(urls.map((url) => [url, normaliseAddress(url)]));
  const wanted = [...new Set(keys.values())].filter((key) => key !== null);
  const known = new Set<string>();
  await db.articles
    .where('addresses')
    .anyOf(wanted)
    .each((article) => {
      if (article.deletedAt || article.state === 'bin') return;
      for (const address of article.addresses) known.add(address);
    });
  return new Set(urls.filter((url) => known.has(keys.get(url) ?? '')));
}

/** What the popup shows of a saved article; null when none of the addresses is known. */
export async function findArticle(
  context: ArchiveContext,
  addresses: string[],
): Promise<KnownArticle | null> {
  const { db } = context;
  const article = await articleAt(context, addresses);
  if (!article) return null;
  const [version, annotations, codings] = await Promise.all([
    db.versions.get(article.latestVersionId),
    db.annotations.where('articleId').equals(article.id).toArray(),
    db.codings.where('targetId').equals(article.id).toArray(),
  ]);
  if (!version) return null;
  const { sees } = await sightOf(db, article.id);
  const codeIds = codings
    .filter((coding) => !coding.deletedAt && sees(coding))
    .map((coding) => coding.codeId);
  const projectId = projectOf(context);
  const codes = (await db.codes.bulkGet([...new Set(codeIds)]))
    .filter((code) => code !== undefined)
    .filter((code) => code.projectId === projectId);
  return {
    articleId: article.id,
    title: article.shown.title,
    savedAt: article.savedAt,
    versionCount: article.versionCount,
    versionId: version.id,
    textSha: version.textSha,
    state: article.state,
    annotations: annotations.filter((annotation) => !annotation.deletedAt && sees(annotation)).length,
    tags: codes.map((code) => ({ codeId: code.id, name: code.name, colour: code.colour })),
    collections: article.collections,
    byHand: article.byHand,
  };
}
