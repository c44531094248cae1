/** Acts on versions, for the proof that undo and redo lose nothing. */
import { saveArticle } from '@/utils/archive/save-article';
import { ArchiveError } from '@/utils/archive/types';
import { makeCapture } from './captures';
import type { World } from './every-act';

export const VERSION_ACTS = {
  /** The page of an article had changed and was kept without a word. */
  journalSavedItself: async ({ context, chance }: World) => {
    const saved = await context.db.articles.filter(({ deletedAt }) => !deletedAt).toArray();
    if (saved.length === 0) throw new ArchiveError('notFound', 'articles');
    const { addresses } = chance.pick(saved);
    const changed = makeCapture({
      url: addresses[0],
      paragraphs: ['Biển lặng, gió nhẹ.', `Có ${chance.below(1e6)} tàu đã về bến.`],
    });
    const wishes = { byHand: {}, tags: [], collections: [], isUnasked: true };
    return saveArticle(context, changed, null, addresses, wishes);
  },
};
