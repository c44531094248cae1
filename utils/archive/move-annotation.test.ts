import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readingOf } from '@/utils/db/reading';
import { PressmarkDatabase } from '@/utils/db/schema';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { createAnnotation } from './annotate';
import { exportArchive } from './export-archive';
import { applyImport, planImport } from './import-archive';
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

  it('survives export, wipe and import: the same bytes, the same place, the moved words', async () => {
    const { context, versionId, version, block, annotationId, read } = await highlighted();
    const wider = { blockId: block.id, start: block.start, end: block.end };
    await moveAnnotation(context, annotationId, versionId, [wider]);
    const exported = async (db: PressmarkDatabase) => {
      const chunks: Uint8Array[] = [];
      await exportArchive(db, {}, (chunk) => {
        chunks.push(chunk);
        return Promise.resolve();
      });
      return Buffer.concat(chunks).toString('utf8');
    };
    const [text, placements, shown] = [
      await exported(context.db),
      await context.db.placements.toArray(),
      await read(),
    ];
    await context.db.delete();
    const fresh = new PressmarkDatabase('pressmark-moved-again');
    await fresh.open();
    const file = new Blob([text]);
    const planned = await planImport(fresh, file);
    if (!planned.ok) throw new Error(JSON.stringify(planned.error));
    expect(await applyImport(fresh, file, planned.plan)).toMatchObject({ ok: true });
    expect(await fresh.placements.toArray()).toEqual(placements);
    const [again] = (await readingOf(fresh, version.articleId))!.annotations;
    expect(again).toEqual(shown);
    expect(again).toMatchObject({
      parts: [wider],
      words: version.text.slice(block.start, block.end),
      isPlacedByHand: true,
    });
    expect(await exported(fresh)).toBe(text);
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
