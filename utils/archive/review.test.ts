import { describe, expect, it } from 'vitest';
import { createAnnotation, placeAnnotation, removeAnnotation } from './annotate';
import { setArticleState } from './edit-articles';
import { undo } from './journal';
import { saveArticle } from './save-article';
import type { Placement } from '@/utils/db/records';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { countReview, reviewItems } from '@/utils/db/review';

/** A highlight, and a placement of it in the latest version as an alignment would leave it. */
async function uncertain(verdict: Placement['verdict'], hasGuess: boolean) {
  const context = await testArchive();
  const wishes = { byHand: {}, tags: [], collections: [] };
  const first = await saveArticle(context, makeCapture(), null, [SAMPLE_URL], wishes);
  const version = (await context.db.versions.get(first.versionId))!;
  const block = version.blocks[2]!;
  const part = { blockId: block.id, start: block.start, end: block.start + 12 };
  const { annotationId } = await createAnnotation(context, {
    articleId: first.articleId,
    versionId: first.versionId,
    parts: [part],
    quote: { exact: version.text.slice(part.start, part.end), prefix: '', suffix: '' },
    comment: 'xem lại',
    codeIds: [],
    newTags: ['Biển'],
    origin: 'saved',
  });
  const later = { ...version, id: 'later', capturedAt: '2026-11-24T00:00:00Z' };
  await context.db.versions.put(later);
  await context.db.articles.update(first.articleId, { latestVersionId: 'later' });
  const place = (id: string): Placement => ({
    id: `${annotationId}:${id}`,
    annotationId,
    versionId: id,
    articleId: first.articleId,
    parts: hasGuess ? [{ ...part, end: part.end - 4 }] : [],
    verdict,
    decidedBy: 'alignment',
    changedWords: ['1997'],
    touched: {},
  });
  await context.db.placements.put(place('later'));
  return { context, annotationId, articleId: first.articleId, version, part, place };
}

describe('the review inbox', () => {
  it('shows what it was made on, what stands there now, and what the researcher knows of it', async () => {
    const { context, version, part } = await uncertain('review', true);
    const [item, ...others] = await reviewItems(context.db);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      verdict: 'review',
      comment: 'xem lại',
      codes: [{ name: 'Biển' }],
      changedWords: ['1997'],
      saved: { words: version.text.slice(part.start, part.end) },
      now: { words: version.text.slice(part.start, part.end - 4) },
    });
    const { before, words, after } = item!.saved;
    expect(version.text).toContain(before + words + after);
  });

  it('an orphan has nothing that stands there now', async () => {
    const { context } = await uncertain('orphan', false);
    expect((await reviewItems(context.db))[0]).toMatchObject({ verdict: 'orphan', now: null });
  });

  it('a decision takes it out, undo puts it back', async () => {
    const { context, annotationId, place } = await uncertain('review', true);
    await placeAnnotation(context, annotationId, 'later', place('later').parts);
    expect(await countReview(context.db)).toBe(0);
    await undo(context);
    expect(await countReview(context.db)).toBe(1);
    await placeAnnotation(context, annotationId, 'later', null);
    expect(await countReview(context.db), 'kept without a place is decided, too').toBe(0);
  });

  it('only the latest version of an article counts', async () => {
    const { context, articleId, place } = await uncertain('review', true);
    await context.db.placements.put(place('between'));
    expect(await countReview(context.db)).toBe(1);
    await context.db.articles.update(articleId, { latestVersionId: 'newest' });
    expect(await countReview(context.db)).toBe(0);
  });

  it('what was removed or binned asks nothing', async () => {
    const { context, annotationId, articleId } = await uncertain('review', true);
    await setArticleState(context, [articleId], 'bin');
    expect(await reviewItems(context.db)).toEqual([]);
    await setArticleState(context, [articleId], 'inbox');
    await removeAnnotation(context, annotationId);
    expect(await reviewItems(context.db)).toEqual([]);
  });

  it.each(['same', 'exact', 'moved', 'changed', 'partial'] as const)('%s is no question', async (verdict) => {
    const { context } = await uncertain(verdict, true);
    expect(await countReview(context.db)).toBe(0);
  });
});
