import { describe, expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { addCoding, createAnnotation, removeAnnotation } from './annotate';
import { editCode } from './edit-codes';
import { undo } from './journal';
import { saveArticle } from './save-article';
import type { NewAnnotation } from './types';

async function savedArticle() {
  const context = await testArchive();
  const saved = await saveArticle(context, makeCapture(), null, [SAMPLE_URL], {
    byHand: {},
    tags: [],
    collections: [],
  });
  const version = (await context.db.versions.get(saved.versionId))!;
  const [title, , first, second] = version.blocks;
  const make = (parts: NewAnnotation['parts'], patch: Partial<NewAnnotation> = {}): NewAnnotation => ({
    articleId: saved.articleId,
    versionId: saved.versionId,
    parts,
    quote: {
      exact: parts.map((part) => version.text.slice(part.start, part.end)).join('\n'),
      prefix: '',
      suffix: '',
    },
    comment: '',
    codeIds: [],
    newTags: [],
    origin: 'saved',
    ...patch,
  });
  return { context, version, title: title!, first: first!, second: second!, make };
}

describe('createAnnotation', () => {
  it('keeps a highlight over two paragraphs with two new codes', async () => {
    const { context, first, second, make } = await savedArticle();
    const made = await createAnnotation(
      context,
      make(
        [
          { blockId: first.id, start: first.start + 5, end: first.end },
          { blockId: second.id, start: second.start, end: second.start + 4 },
        ],
        { newTags: ['Ngư dân', 'Thời tiết'] },
      ),
    );
    expect(made.codeIds).toHaveLength(2);
    const annotation = (await context.db.annotations.get(made.annotationId))!;
    expect(annotation.parts).toHaveLength(2);
    expect(annotation.quote.exact).toContain('\nCảng');
  });

  it('refuses what is not at its place, blank, or outside its block', async () => {
    const { context, first, make } = await savedArticle();
    const part = { blockId: first.id, start: first.start, end: first.start + 4 };
    const wrongQuote = { exact: 'sai rồi', prefix: '', suffix: '' };
    const outside = { blockId: first.id, start: first.start, end: first.end + 3 };
    const blank = { blockId: first.id, start: first.start + 4, end: first.start + 5 };
    await expect(createAnnotation(context, make([part], { quote: wrongQuote }))).rejects.toMatchObject({
      code: 'badRequest',
    });
    await expect(createAnnotation(context, make([outside]))).rejects.toMatchObject({ code: 'badRequest' });
    await expect(createAnnotation(context, make([blank]))).rejects.toMatchObject({ code: 'nothingSelected' });
    await expect(createAnnotation(context, make([]))).rejects.toMatchObject({ code: 'nothingSelected' });
    expect(await context.db.annotations.count()).toBe(0);
  });

  it('removing takes the codings along; undo brings all of it back', async () => {
    const { context, title, make } = await savedArticle();
    const { annotationId } = await createAnnotation(
      context,
      make([{ blockId: title.id, start: title.start, end: title.end }], { newTags: ['Tít'] }),
    );
    await removeAnnotation(context, annotationId);
    expect((await context.db.codings.toArray())[0]!.deletedAt).toBeDefined();
    await undo(context);
    expect((await context.db.annotations.get(annotationId))!.deletedAt).toBeUndefined();
    expect((await context.db.codings.toArray())[0]!.deletedAt).toBeUndefined();
  });

  it('one code put twice is one coding; codes that differ by marks are two, by case or Unicode form one', async () => {
    const { context, title, make } = await savedArticle();
    const { annotationId } = await createAnnotation(
      context,
      make([{ blockId: title.id, start: title.start, end: title.end }]),
    );
    for (const newTag of ['Mã', 'mã', 'Ma\u0303', 'Má']) await addCoding(context, annotationId, { newTag });
    expect((await context.db.codes.toArray()).map((code) => code.name)).toEqual(['Mã', 'Má']);
    expect(await context.db.codings.count()).toBe(2);
    const [, second] = await context.db.codes.toArray();
    await expect(editCode(context, second!.id, { name: 'MÃ' })).rejects.toMatchObject({ code: 'nameTaken' });
  });
});
