import { beforeEach, describe, expect, it } from 'vitest';
import { chunksSince } from '@/utils/db/articles';
import { sightOf, unfinishedBlindWork } from '@/utils/db/blind';
import { codebookOf, memosOn, passagesOf, variablesOf } from '@/utils/db/codebook';
import { quickLook } from '@/utils/db/quick-look';
import { readingOf } from '@/utils/db/reading';
import { codersNow, queueOf, samplesNow } from '@/utils/db/samples';
import { savedArticleNow } from '@/utils/db/saved-now';
import { Catalogue } from '@/utils/search/catalogue';
import { countNames } from '@/utils/search/count-docs';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { createAnnotation, removeCoding } from './annotate';
import { codeArticle } from './code-article';
import { createCoder, editCoder, initialsOf, removeCoder, switchCoder } from './coders';
import { catchUp } from './derive';
import { createCode } from './edit-codes';
import { tagArticles, untagArticles } from './edit-articles';
import { exportArchive } from './export-archive';
import { findArticle } from './find-article';
import { coderOf, FIRST_PROJECT } from './first-use';
import { redo, undo } from './journal';
import { writeMemo } from './memos';
import { hasHighlights, pageReading } from './page-reading';
import { saveArticle } from './save-article';
import { drawNewSample, editSample, finishArticle, removeSample, type NewSample } from './samples';
import type { ArchiveContext } from './types';

let context: ArchiveContext;
let articleId: string;
let versionId: string;
let lan: string;
let minh: string;

const wish = (more: Partial<NewSample> = {}): NewSample => ({
  name: 'Mẫu tin cậy',
  frame: { kind: 'all' },
  seed: '1',
  strataBy: [],
  allocation: 'proportional',
  size: 5,
  coderIds: [lan, minh],
  isBlind: true,
  ...more,
});

async function codeId(name: string): Promise<string> {
  return (await context.db.codes.filter((code) => code.name === name).first())!.id;
}

async function highlight(tag: string): Promise<string> {
  const version = (await context.db.versions.get(versionId))!;
  const [block] = version.blocks;
  const part = { blockId: block!.id, start: block!.start, end: block!.start + 5 };
  const made = await createAnnotation(context, {
    articleId,
    versionId,
    parts: [part],
    quote: { exact: version.text.slice(part.start, part.end), prefix: '', suffix: '' },
    comment: `của ${coderOf(context)}`,
    codeIds: [],
    newTags: [tag],
    origin: 'saved',
  });
  return made.annotationId;
}

beforeEach(async () => {
  context = await testArchive();
  const capture = makeCapture();
  ({ articleId, versionId } = await saveArticle(context, capture, '', [SAMPLE_URL], {
    byHand: {},
    tags: [],
    collections: [],
  }));
  lan = coderOf(context);
  minh = await createCoder(context, { name: 'Đỗ Văn Minh', initials: '' });
});

/** What the library's lists, filters and counts are made from. */
async function inCatalogue(): Promise<unknown> {
  await catchUp(context);
  const catalogue = new Catalogue();
  await chunksSince(context.db, 0, (chunks) => catalogue.put(chunks));
  const { coderId, closed } = await sightOf(context.db);
  catalogue.look(coderId, closed);
  const doc = catalogue.docOf(articleId);
  return [
    catalogue.workOf(doc),
    (['code', 'tag', 'coder'] as const).map((kind) => countNames(catalogue, kind, catalogue.here)),
  ];
}

/** All that any view is given of the article, as one text. */
async function everythingSeen(): Promise<string> {
  const { db } = context;
  const annotationIds = await db.annotations.toCollection().primaryKeys();
  const codes = await db.codes.toArray();
  const reading = (await readingOf(db, articleId))!;
  return JSON.stringify([
    reading.annotations,
    reading.tags,
    reading.versions,
    reading.codes.map(({ id }) => id),
    await inCatalogue(),
    await quickLook(db, articleId),
    await savedArticleNow(db, articleId),
    await findArticle(context, [SAMPLE_URL]),
    await pageReading(context, [SAMPLE_URL], versionId),
    await hasHighlights(context, articleId),
    (await codebookOf(db))!.codes.map(({ passages, articles, hasMemo }) => [passages, articles, hasMemo]),
    await Promise.all(codes.map(({ id }) => passagesOf(db, id))),
    await memosOn(db, 'article', articleId),
    await Promise.all(annotationIds.map((id) => memosOn(db, 'annotation', id))),
    (await variablesOf(db, FIRST_PROJECT, articleId)).map(({ own, others }) => [own, others]),
  ]);
}

describe('blind work', () => {
  it('shows nothing of the other until both are done, in no query, and then all of it', async () => {
    const tone = await createCode(context, { name: 'giọng', parentId: null });
    await context.db.codes.update(tone, { values: ['khen', 'chê'] });
    const sampleId = await drawNewSample(context, wish());
    await switchCoder(context, minh);
    const before = await everythingSeen();

    // Codes themselves are common property: they are made before, so that only their use can tell.
    await switchCoder(context, lan);
    const blank = await highlight('khung');
    await removeCoding(context, blank, await codeId('khung'));
    const ofLan = await highlight('khung');
    await tagArticles(context, [articleId], 'khung');
    await codeArticle(context, articleId, tone, 'khen');
    await writeMemo(context, 'article', articleId, 'Ghi chú của Lan');
    await writeMemo(context, 'annotation', ofLan, 'Ghi chú về đoạn');
    const seenByLan = await everythingSeen();
    expect(seenByLan).toContain(ofLan);

    await switchCoder(context, minh);
    const hidden = await everythingSeen();
    expect(hidden).not.toContain(lan);
    expect(hidden).not.toContain(ofLan);
    expect(hidden).not.toContain('Ghi chú');
    const reading = (await readingOf(context.db, articleId))!;
    const khung = reading.codes.find(({ name }) => name === 'khung')!.id;
    // What was used last is told by order only: as if it had never been used.
    expect(reading.codes.map(({ name }) => name)).toEqual(['giọng', 'khung']);
    expect(JSON.parse(hidden)[0]).toEqual(JSON.parse(before)[0]);

    // What is hidden cannot be taken off by accident either.
    await untagArticles(context, [articleId], khung);
    expect((await context.db.codings.get(`${articleId}:${khung}:${lan}`))!.deletedAt).toBeUndefined();

    const ofMinh = await highlight('khung');
    await finishArticle(context, sampleId, articleId, true);
    expect(await everythingSeen()).not.toContain(ofLan);
    await switchCoder(context, lan);
    expect(await everythingSeen()).not.toContain(ofMinh);
    expect(await unfinishedBlindWork(context.db)).toEqual([{ name: 'Mẫu tin cậy', left: 1 }]);

    await finishArticle(context, sampleId, articleId, true);
    for (const coder of [lan, minh]) {
      await switchCoder(context, coder);
      const seen = await everythingSeen();
      expect(seen).toContain(ofLan);
      expect(seen).toContain(ofMinh);
      expect(seen).toContain('Ghi chú của Lan');
    }
    expect(await unfinishedBlindWork(context.db)).toEqual([]);

    // Not finished after all: hidden again.
    await undo(context);
    expect(await everythingSeen()).not.toContain(ofLan);
    await redo(context);
    expect(await everythingSeen()).toContain(ofLan);
  });

  it('hides from a third person too, and ends with the sample, with blindness, or when one is left', async () => {
    const sampleId = await drawNewSample(context, wish());
    const ofLan = await highlight('khung');
    const third = await createCoder(context, { name: 'Hà', initials: 'H' });
    await switchCoder(context, third);
    const isShown = async () => (await readingOf(context.db, articleId))!.annotations.length === 1;
    expect(await isShown()).toBe(false);
    await editSample(context, sampleId, { isBlind: false });
    expect(await isShown()).toBe(true);
    await undo(context);
    expect(await isShown()).toBe(false);
    await removeSample(context, sampleId);
    expect(await isShown()).toBe(true);
    await undo(context);
    await removeCoder(context, minh);
    expect(await isShown()).toBe(true);
    expect((await readingOf(context.db, articleId))!.annotations[0]!.id).toBe(ofLan);
  });

  it('an export holds everything: who coded what, and who finished what without any code', async () => {
    const sampleId = await drawNewSample(context, wish());
    await highlight('khung');
    await switchCoder(context, minh);
    await finishArticle(context, sampleId, articleId, true);
    const chunks: Uint8Array[] = [];
    await exportArchive(context.db, {}, (chunk) => Promise.resolve(void chunks.push(chunk)));
    const file = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    expect(file.annotations.map((one: { coderId: string }) => one.coderId)).toEqual([lan]);
    expect(file.codings.map((one: { coderId: string }) => one.coderId)).toEqual([lan]);
    expect(file.completions).toMatchObject([{ sampleId, articleId, coderId: minh }]);
    expect(file.coders.map((one: { id: string }) => one.id).toSorted()).toEqual([lan, minh].toSorted());
    expect(file.samples[0]).toMatchObject({ coderIds: [lan, minh], design: { seed: '1', frameSize: 1 } });
  });
});

describe('samples', () => {
  it('leaves out the bin, keeps what the draw said, and says when there is nothing to draw from', async () => {
    const sampleId = await drawNewSample(context, wish({ isBlind: true, coderIds: [lan] }));
    const sample = (await context.db.samples.get(sampleId))!;
    expect(sample.articleIds).toEqual([articleId]);
    // Blindness needs two.
    expect(sample.isBlind).toBe(false);
    const nothing = wish({ frame: { kind: 'filter', words: 'x', articleIds: ['none'] } });
    await expect(drawNewSample(context, nothing)).rejects.toMatchObject({ code: 'emptyFrame' });
    await expect(drawNewSample(context, wish({ coderIds: [] }))).rejects.toMatchObject({
      code: 'badRequest',
    });
    await expect(drawNewSample(context, wish({ seed: ' ' }))).rejects.toMatchObject({ code: 'badRequest' });
    expect(await context.db.samples.count()).toBe(1);
  });

  it('each coder has a queue and a progress of their own', async () => {
    const sampleId = await drawNewSample(context, wish());
    await finishArticle(context, sampleId, articleId, true);
    await finishArticle(context, sampleId, articleId, true);
    expect(await queueOf(context.db, sampleId)).toMatchObject({ done: 1, items: [{ isDone: true }] });
    expect((await samplesNow(context.db))[0]!.coders.map(({ done }) => done)).toEqual([1, 0]);
    await switchCoder(context, minh);
    expect(await queueOf(context.db, sampleId)).toMatchObject({ done: 0, coder: { initials: 'ĐM' } });
    const third = await createCoder(context, { name: 'Hà', initials: '' });
    await switchCoder(context, third);
    expect(await queueOf(context.db, sampleId)).toBeNull();
    await expect(finishArticle(context, sampleId, articleId, true)).rejects.toMatchObject({
      code: 'badRequest',
    });
  });
});

describe('coders', () => {
  it('are made, renamed and hidden; the one at work cannot be', async () => {
    expect(initialsOf('Nguyễn Thị Lan')).toBe('NL');
    await expect(createCoder(context, { name: 'đỗ văn MINH', initials: '' })).rejects.toMatchObject({
      code: 'nameTaken',
    });
    await editCoder(context, minh, { name: 'Minh', initials: 'M', colour: '#112233' });
    expect(await context.db.coders.get(minh)).toMatchObject({
      name: 'Minh',
      initials: 'M',
      colour: '#112233',
    });
    await expect(removeCoder(context, lan)).rejects.toMatchObject({ code: 'coderAtWork' });
    await removeCoder(context, minh);
    expect((await codersNow(context.db)).coders.map(({ id }) => id)).toEqual([lan]);
    await expect(switchCoder(context, minh)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('work is signed by whoever is at work; when their making is undone another is at work', async () => {
    await switchCoder(context, minh);
    const annotationId = await highlight('khung');
    expect((await context.db.annotations.get(annotationId))!.coderId).toBe(minh);
    await undo(context);
    await undo(context);
    expect(await context.db.coders.get(minh)).toBeUndefined();
    expect(coderOf(context)).toBe(lan);
    expect((await codersNow(context.db)).currentId).toBe(lan);
  });
});
