/** A person's word on whether two articles tell one story; it stands above what their texts say. */
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

/**
 * Says that two articles are different stories, or takes that back. Kept on the article where it was said, with the other's
 * id (`otherStories`), and read from either side: `docs/decisions/012-same-story.md`.
 * @throws ArchiveError notFound
 */
export async function judgeStory(
  context: ArchiveContext,
  articleId: string,
  otherId: string,
  isSame: boolean,
): Promise<void> {
  const label = isSame ? 'journalSameStory' : 'journalOtherStory';
  await journaled(context, label, ['articles'], async (journal) => {
    const { articles } = context.db;
    const [one, other] = await articles.bulkGet([articleId, otherId]);
    if (!one || one.deletedAt) throw new ArchiveError('notFound', articleId);
    if (!other || other.deletedAt || other.id === one.id) throw new ArchiveError('notFound', otherId);
    if (!isSame) {
      const kept = [...new Set([...(one.otherStories ?? []), otherId])].toSorted();
      await journal.put('articles', { ...one, otherStories: kept });
      return;
    }
    for (const [article, not] of [
      [one, otherId],
      [other, articleId],
    ] as const)
      if (article.otherStories?.includes(not))
        await journal.put('articles', {
          ...article,
          otherStories: article.otherStories.filter((id) => id !== not),
        });
  });
}
