/** What a person does to articles in the archive: fields by hand, bin, tags, collections. All undoable. */
import type { Article, ArticleState, ByHand } from '@/utils/db/records';
import { utcIso } from './clock';
import { SIGHT_TABLES } from '@/utils/db/blind';
import { dropCoding, tagArticle } from './codes';
import { journaled } from './journal';
import { mergeByHand, shownOf } from './shown';
import { ArchiveError, type ArchiveContext } from './types';

async function articleOf(context: ArchiveContext, articleId: string): Promise<Article> {
  const article = await context.db.articles.get(articleId);
  if (!article || article.deletedAt) throw new ArchiveError('notFound', articleId);
  return article;
}

/**
 * Sets fields by hand. A field given wins over the version's; `undefined` inside `byHand` leaves it, and `reset` names
 * fields that go back to what was captured.
 */
export async function editArticle(
  context: ArchiveContext,
  articleId: string,
  byHand: ByHand,
  reset: (keyof ByHand)[] = [],
): Promise<void> {
  await journaled(context, 'journalEdited', ['articles', 'versions'], async (journal) => {
    const article = await articleOf(context, articleId);
    const version = await context.db.versions.get(article.latestVersionId);
    if (!version) throw new ArchiveError('notFound', article.latestVersionId);
    const merged = mergeByHand(article.byHand, byHand);
    for (const key of reset) delete merged[key];
    await journal.put('articles', { ...article, byHand: merged, shown: shownOf(version, merged) });
  });
}

/** In the order asked for. @throws ArchiveError notFound when one is not there */
async function articlesOf(context: ArchiveContext, articleIds: string[]): Promise<Article[]> {
  const articles = await context.db.articles.bulkGet(articleIds);
  return articles.map((article, n) => {
    if (!article || article.deletedAt) throw new ArchiveError('notFound', articleIds[n]);
    return article;
  });
}

/** Moves articles between inbox, kept and bin. `group`: see `journaled`. */
export async function setArticleState(
  context: ArchiveContext,
  articleIds: string[],
  state: ArticleState,
  group?: string,
): Promise<void> {
  const label = state === 'bin' ? 'journalBinned' : state === 'kept' ? 'journalKept' : 'journalRestored';
  await journaled(
    context,
    label,
    ['articles'],
    async (journal) => {
      const binnedAt = state === 'bin' ? utcIso(context.now()) : undefined;
      const articles = await articlesOf(context, articleIds);
      await journal.putAll(
        'articles',
        articles
          .filter((article) => article.state !== state)
          .map((article) => ({ ...article, state, binnedAt })),
      );
    },
    group,
  );
}

/** Puts a tag on whole articles. Gives the code's id. */
export async function tagArticles(
  context: ArchiveContext,
  articleIds: string[],
  tag: string,
  group?: string,
): Promise<string> {
  return journaled(
    context,
    'journalTagged',
    ['articles', 'codes', 'codings'],
    async (journal) => {
      await articlesOf(context, articleIds);
      let codeId = '';
      for (const articleId of articleIds)
        [codeId = ''] = await tagArticle(context, journal, articleId, [tag]);
      return codeId;
    },
    group,
  );
}

export async function untagArticles(
  context: ArchiveContext,
  articleIds: string[],
  codeId: string,
  group?: string,
): Promise<void> {
  await journaled(
    context,
    'journalUntagged',
    ['codings', ...SIGHT_TABLES],
    async (journal) => {
      for (const articleId of articleIds) await dropCoding(context, journal, articleId, codeId);
    },
    group,
  );
}

/** Puts articles into a collection or takes them out. */
export async function collectArticles(
  context: ArchiveContext,
  articleIds: string[],
  collectionId: string,
  isIn: boolean,
  group?: string,
): Promise<void> {
  await journaled(
    context,
    'journalCollected',
    ['articles', 'collections'],
    async (journal) => {
      const collection = await context.db.collections.get(collectionId);
      if (!collection || collection.deletedAt) throw new ArchiveError('notFound', collectionId);
      const articles = await articlesOf(context, articleIds);
      await journal.putAll(
        'articles',
        articles.map((article) => {
          const others = article.collections.filter((id) => id !== collectionId);
          return { ...article, collections: isIn ? [...others, collectionId] : others };
        }),
      );
    },
    group,
  );
}
