import { describe, expect, it } from 'vitest';
import { readingOf } from '@/utils/db/reading';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { createAnnotation } from './annotate';
import { redo, undo } from './journal';
import { moveAnnotation } from './move-annotation';
import { saveArticle } from './save-article';

async function highlighted() {
  const context = await testArchive();
  const { articleId, versionId } = await saveArticle(context, makeCapture(), null, [SAMPLE_URL], {
    byHand: {},
    tags: [],
    collections: [],
  });
  const version = (await context.db.versions.get(versionId))!;
  const block = version.blocks[2]!;
  const part = { blockId: block.id, start: block.start, end: block.start + 8 };
  const { annotationId } = await createAnnotation(context, {
    articleId,
    versionId,
    parts: [part],
    quote: { exact: version.text.slice(part.start, part.end), prefix: '', suffix: '' },
    comment: '',
    codeIds: [],
    newTags: [],
    origin: 'saved',
  });
  const read = async () => (await readingOf(context.db, articleId))!.annotations[0]!;
  return { context, versionId, version, block, part, annotationId, read };
}

describe('moving the borders of a highlight', () => {
  it('the reader shows the moved place and its words; the annotation itself stays as it was made', async () => {
    const { context, versionId, version, block, annotationId, read } = await highlighted();
    const before = await context.db.annotations.get(annotationId);
    const wider = { blockId: block.id, start: block.start, end: block.end };
    await moveAnnotation(context, annotationId, versionId, [wider]);
    expect(await context.db.annotations.get(annotationId)).toEqual(before);
    expect(await read()).toMatchObject({
      parts: [wider],
      words: version.text.slice(block.start, block.end),
      quote: before!.quote,
      verdict: null,
      isPlacedByHand: true,
    });
  });

  it('goes back to its first place, and undo and redo know all of it', async () => {
    const { context, versionId, block, part, annotationId, read } = await highlighted();
    const start = await snapshot(context, ['journal']);
    const wider = { blockId: block.id, start: block.start, end: block.end };
    await moveAnnotation(context, annotationId, versionId, [wider]);
    await moveAnnotation(context, annotationId, versionId, null);
    expect(await read()).toMatchObject({ parts: [part], isPlacedByHand: false });
    expect((await undo(context)).did).toBe('journalMovedBack');
    expect(await read()).toMatchObject({ parts: [wider], isPlacedByHand: true });
    expect((await undo(context)).did).toBe('journalMoved');
    expect(await snapshot(context, ['journal'])).toEqual(start);
    await redo(context);
    expect(await read()).toMatchObject({ parts: [wider] });
  });

  it('moved back by hand it counts as not moved', async () => {
    const { context, versionId, part, annotationId, read } = await highlighted();
    await moveAnnotation(context, annotationId, versionId, [{ ...part, end: part.end + 4 }]);
    await moveAnnotation(context, annotationId, versionId, [part]);
    expect(await read()).toMatchObject({ parts: [part], isPlacedByHand: false });
  });

  it.each([
    ['outside its block', (end: number) => ({ start: end - 2, end: end + 3 })],
    ['empty', (end: number) => ({ start: end, end })],
  ])('refuses a place that is %s, and changes nothing', async (_, place) => {
    const { context, versionId, block, annotationId } = await highlighted();
    const before = await snapshot(context);
    await expect(
      moveAnnotation(context, annotationId, versionId, [{ blockId: block.id, ...place(block.end) }]),
    ).rejects.toMatchObject({ code: 'badRequest' });
    expect(await snapshot(context)).toEqual(before);
  });
});
