import { describe, expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { tagArticles } from './edit-articles';
import { redo, undo } from './journal';
import { saveArticle } from './save-article';

describe('undo and redo', () => {
  it('a new act forgets what could be done again', async () => {
    const context = await testArchive();
    const { articleId } = await saveArticle(context, makeCapture(), null, [SAMPLE_URL], {
      byHand: {},
      tags: [],
      collections: [],
    });
    await tagArticles(context, [articleId], 'Một');
    await undo(context);
    await tagArticles(context, [articleId], 'Hai');
    expect(await redo(context)).toMatchObject({ did: null });
    expect((await context.db.codes.toArray()).map((code) => code.name)).toEqual(['Hai']);
  });
});
