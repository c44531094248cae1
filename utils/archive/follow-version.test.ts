import { describe, expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { createAnnotation, placeAnnotation } from './annotate';
import { undo } from './journal';
import { moveAnnotation } from './move-annotation';
import { saveArticle } from './save-article';

const NO_WISHES = { byHand: {}, tags: [], collections: [] };
const FIRST = ['Biển lặng, gió nhẹ suốt tuần.', 'Cảng mở cửa từ 4 giờ sáng.'];

async function annotated(words: string) {
  const context = await testArchive();
  const save = (paragraphs: string[]) =>
    saveArticle(context, makeCapture({ paragraphs }), null, [SAMPLE_URL], NO_WISHES);
  const saved = await save(FIRST);
  const version = (await context.db.versions.get(saved.versionId))!;
  const start = version.text.indexOf(words);
  const block = version.blocks.find((one) => one.start <= start && start < one.end)!;
  const { annotationId } = await createAnnotation(context, {
    articleId: saved.articleId,
    versionId: saved.versionId,
    parts: [{ blockId: block.id, start, end: start + words.length }],
    quote: { exact: words, prefix: '', suffix: '' },
    comment: '',
    codeIds: [],
    newTags: ['gió'],
    origin: 'saved',
  });
  const placed = async (versionId: string) => {
    const row = await context.db.placements.get(`${annotationId}:${versionId}`);
    const text = (await context.db.versions.get(versionId))!.text;
    return row && { ...row, words: row.parts.map((part) => text.slice(part.start, part.end)) };
  };
  return { context, save, saved, annotationId, placed };
}

describe('highlights of a further version', () => {
  it('are placed with the version, in one act that undo takes back', async () => {
    const { context, save, placed } = await annotated('gió nhẹ');
    const next = await save(['Tin mới nhất lúc trưa.', ...FIRST]);
    expect(await placed(next.versionId)).toMatchObject({ verdict: 'same', words: ['gió nhẹ'] });
    await undo(context);
    expect(await placed(next.versionId)).toBeUndefined();
  });

  it('stay with their own version, whatever became of them in the next', async () => {
    const { context, save, annotationId, placed, saved } = await annotated('gió nhẹ');
    const before = await context.db.annotations.get(annotationId);
    const next = await save(['Cảng đóng cửa.']);
    expect((await placed(next.versionId))!.verdict).not.toBe('same');
    expect(await context.db.annotations.get(annotationId)).toEqual(before);
    expect(await placed(saved.versionId)).toBeUndefined();
  });

  it('are followed from the place that a person chose last', async () => {
    const { context, save, annotationId, placed } = await annotated('gió nhẹ');
    const next = await save(['Biển động, gió giật mạnh.', FIRST[1]!]);
    const version = (await context.db.versions.get(next.versionId))!;
    const start = version.text.indexOf('gió giật mạnh');
    const block = version.blocks.find((one) => one.start <= start && start < one.end)!;
    await placeAnnotation(context, annotationId, next.versionId, [
      { blockId: block.id, start, end: start + 13 },
    ]);
    expect(await placed(next.versionId)).toMatchObject({
      verdict: 'changed',
      decidedBy: 'person',
      words: ['gió giật mạnh'],
    });
    const last = await save(['Biển động, gió giật mạnh.', FIRST[1]!, 'Tàu vào bờ.']);
    expect(await placed(last.versionId)).toMatchObject({ words: ['gió giật mạnh'], decidedBy: 'alignment' });
  });

  it('refuses a place outside the text, and the version it was made on', async () => {
    const { context, save, saved, annotationId } = await annotated('gió nhẹ');
    const next = await save(['Khác hẳn.']);
    const outside = [{ blockId: 'b0', start: 0, end: 10_000 }];
    await expect(placeAnnotation(context, annotationId, next.versionId, outside)).rejects.toMatchObject({
      code: 'badRequest',
    });
    await expect(placeAnnotation(context, annotationId, saved.versionId, null)).rejects.toMatchObject({
      code: 'badRequest',
    });
  });

  it('start from the borders that were moved by hand', async () => {
    const { context, save, saved, annotationId, placed } = await annotated('gió nhẹ');
    const version = (await context.db.versions.get(saved.versionId))!;
    const start = version.text.indexOf('gió nhẹ');
    const block = version.blocks.find((one) => one.start <= start && start < one.end)!;
    const wider = { blockId: block.id, start, end: start + 'gió nhẹ suốt tuần'.length };
    await moveAnnotation(context, annotationId, saved.versionId, [wider]);
    const next = await save(['Tin mới nhất lúc trưa.', ...FIRST]);
    expect(await placed(next.versionId)).toMatchObject({ words: ['gió nhẹ suốt tuần'] });
  });

  it('start from the decision on the latest version, whatever the names of the versions', async () => {
    const { context, save, saved, annotationId, placed } = await annotated('gió nhẹ');
    const place = async (versionId: string, words: string) => {
      const version = (await context.db.versions.get(versionId))!;
      const start = version.text.indexOf(words);
      const block = version.blocks.find((one) => one.start <= start && start < one.end)!;
      await moveAnnotation(context, annotationId, versionId, [
        { blockId: block.id, start, end: start + words.length },
      ]);
    };
    const second = await save(['Tin mới nhất lúc trưa.', ...FIRST]);
    await place(second.versionId, 'Cảng mở cửa');
    await place(saved.versionId, 'Biển lặng');
    const third = await save(['Tin mới nhất lúc trưa.', ...FIRST, 'Hết tin.']);
    expect(await placed(third.versionId)).toMatchObject({ words: ['Cảng mở cửa'] });
  });
});
