/** Codes on a whole article with a value: the variables of a content analysis (genre, tone, presence). */
import type { Coding } from '@/utils/db/records';
import { codeOf, makeCoding } from './codes';
import { utcIso } from './clock';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

/**
 * Puts a code with a value on an article, for the coder at work; another value takes the place of the one before.
 * @param value one of the code's values; null on a code that has none
 * @throws ArchiveError notFound, valueUnknown
 */
export function codeArticle(
  context: ArchiveContext,
  articleId: string,
  codeId: string,
  value: string | null,
): Promise<void> {
  return journaled(context, 'journalArticleCoded', ['articles', 'codes', 'codings'], async (journal) => {
    const article = await context.db.articles.get(articleId);
    if (!article || article.deletedAt) throw new ArchiveError('notFound', articleId);
    const code = await codeOf(context, codeId);
    const isFit = code.values.length === 0 ? value === null : value !== null && code.values.includes(value);
    if (!isFit) throw new ArchiveError('valueUnknown', value ?? '');
    const fresh = makeCoding(context, { type: 'article', id: articleId, articleId }, codeId);
    const before = await context.db.codings.get(fresh.id);
    await journal.put<Coding>('codings', {
      ...(before ?? fresh),
      ...(before?.deletedAt ? { deletedAt: undefined, createdAt: fresh.createdAt } : {}),
      value,
    });
  });
}

/** Takes the coder's own word on a variable back. */
export function uncodeArticle(context: ArchiveContext, articleId: string, codeId: string): Promise<void> {
  return journaled(context, 'journalArticleUncoded', ['codings'], async (journal) => {
    const { id } = makeCoding(context, { type: 'article', id: articleId, articleId }, codeId);
    const coding = await context.db.codings.get(id);
    if (coding && !coding.deletedAt)
      await journal.put<Coding>('codings', { ...coding, deletedAt: utcIso(context.now()) });
  });
}
