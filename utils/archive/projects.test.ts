/** Two studies over one archive: what each has is its own, and nothing of it is lost. */
import { describe, expect, it } from 'vitest';
import { listCollections, listTags } from '@/utils/db/articles';
import { sightOf } from '@/utils/db/blind';
import { codebookOf } from '@/utils/db/codebook';
import { projectAtWork, projectContents, projectsNow } from '@/utils/db/projects';
import { quickLook } from '@/utils/db/quick-look';
import { readingOf } from '@/utils/db/reading';
import { queueOf, samplesNow } from '@/utils/db/samples';
import { knownCodes, knownCollections, savedArticleNow } from '@/utils/db/saved-now';
import { listSearches } from '@/utils/db/searches';
import { readCodebook } from '@/utils/exchange/read-codebook';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture } from '@/utils/testing/captures';
import { createAnnotation } from './annotate';
import { createCoder, switchCoder } from './coders';
import { createCollection, moveCollection } from './collections';
import { collectArticles, tagArticles } from './edit-articles';
import { createCode } from './edit-codes';
import { exportCodebook, importCodebook } from './exchange-codebook';
import { findArticle } from './find-article';
import { coderOf, FIRST_PROJECT, projectOf, readProject } from './first-use';
import { redo, undo } from './journal';
import { mergeCodes } from './merge-codes';
import { moveCodes } from './move-codes';
import { createProject, removeProject, renameProject, switchProject } from './projects';
import { drawNewSample } from './samples';
import { saveArticle } from './save-article';
import { createSearch, removeSearch } from './searches';
import type { ArchiveContext } from './types';

const URL_OF = 'https://bao.example/ca-chet.html';

async function saved(context: ArchiveContext): Promise<string> {
  const capture = makeCapture({ url: URL_OF, title: 'Cá chết', paragraphs: ['Biển lặng, gió nhẹ.'] });
  const wishes = { byHand: {}, tags: [], collections: [] };
  return (await saveArticle(context, capture, null, [URL_OF], wishes)).articleId;
}

/** A project with a tag on the article, a collection that it is in, a search and a sample. */
async function fill(context: ArchiveContext, articleId: string) {
  const codeId = await tagArticles(context, [articleId], 'Nguồn tin');
  const collectionId = await createCollection(context, 'Luận án', null);
  await collectArticles(context, [articleId], collectionId, true);
  await createSearch(context, { name: 'Biển', query: 'biển', sort: 'published' });
  const sampleId = await drawNewSample(context, {
    name: 'Mẫu',
    frame: { kind: 'all' },
    seed: '1',
    strataBy: [],
    allocation: 'proportional',
    size: 1,
    coderIds: [coderOf(context)],
    isBlind: false,
  });
  return { codeId, collectionId, sampleId };
}

/** All that lists show, in the project at work. */
async function shown(context: ArchiveContext, articleId: string) {
  const { db } = context;
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const reading = (await readingOf(db, articleId))!;
  const now = await savedArticleNow(db, articleId);
  return {
    codes: [
      ids(await listTags(db)),
      ids(await knownCodes(db)),
      ids((await codebookOf(db))!.codes),
      ids(reading.codes),
      ids(reading.tags),
      ids(now.tags),
      ids((await quickLook(db, articleId))!.codes),
      (await findArticle(context, [URL_OF]))!.tags.map(({ codeId }) => codeId),
    ],
    collections: [
      ids(await listCollections(db)),
      ids(await knownCollections(db)),
      ids(reading.collections),
      ids(now.collections),
    ],
    searches: ids(await listSearches(db)),
    samples: ids(await samplesNow(db)),
  };
}

const every = (times: number, ids: string[]) => Array.from({ length: times }, () => ids);

describe('projects', () => {
  it('what is made belongs to the project at work, and every list shows that one alone', async () => {
    const context = await testArchive();
    const articleId = await saved(context);
    const one = await fill(context, articleId);
    const first = await shown(context, articleId);
    expect(first.codes).toEqual(every(8, [one.codeId]));
    expect(first.collections).toEqual(every(4, [one.collectionId]));
    expect([first.searches.length, first.samples]).toEqual([1, [one.sampleId]]);

    const second = await createProject(context, 'Bão số 3');
    expect(projectOf(context)).toBe(second);
    expect(await shown(context, articleId)).toEqual({
      codes: every(8, []),
      collections: every(4, []),
      searches: [],
      samples: [],
    });
    expect(await queueOf(context.db, one.sampleId)).toBeNull();

    // The same names are no twins here.
    const two = await fill(context, articleId);
    expect(two.codeId).not.toBe(one.codeId);
    expect((await shown(context, articleId)).codes).toEqual(every(8, [two.codeId]));
    expect(await projectContents(context.db, second)).toEqual({
      codes: 1,
      collections: 1,
      searches: 1,
      samples: 1,
    });

    await switchProject(context, FIRST_PROJECT);
    expect(await shown(context, articleId)).toEqual(first);
    expect((await context.db.articles.get(articleId))!.collections).toEqual([
      one.collectionId,
      two.collectionId,
    ]);
  });

  it('a highlight is of the archive; its codes are those of each project', async () => {
    const context = await testArchive();
    const articleId = await saved(context);
    const version = (await context.db.versions.toArray())[0]!;
    const block = version.blocks.at(-1)!;
    const { annotationId } = await createAnnotation(context, {
      articleId,
      versionId: version.id,
      parts: [{ blockId: block.id, start: block.start, end: block.start + 4 }],
      quote: { exact: version.text.slice(block.start, block.start + 4), prefix: '', suffix: '' },
      comment: 'xem lại',
      codeIds: [],
      newTags: ['thiên nhiên'],
      origin: 'saved',
    });
    await createProject(context, 'Bão số 3');
    const reading = (await readingOf(context.db, articleId))!;
    expect(reading.annotations).toMatchObject([{ id: annotationId, comment: 'xem lại', codes: [] }]);
  });

  it('two of one name are refused, up to case; a removed one leaves its name free', async () => {
    const context = await testArchive();
    const second = await createProject(context, '  Bão   số 3 ');
    expect((await projectAtWork(context.db))!.name).toBe('Bão số 3');
    await expect(createProject(context, 'BÃO SỐ 3')).rejects.toMatchObject({ code: 'nameTaken' });
    await expect(renameProject(context, FIRST_PROJECT, 'bão số 3')).rejects.toMatchObject({
      code: 'nameTaken',
    });
    await expect(createProject(context, ' ')).rejects.toMatchObject({ code: 'badRequest' });
    await renameProject(context, second, 'bão số 3');
    await removeProject(context, second);
    await createProject(context, 'Bão số 3');
    expect((await projectsNow(context.db)).projects.map(({ name }) => name)).toEqual([
      'Nghiên cứu',
      'Bão số 3',
    ]);
  });

  it('removed, the first that is left is at work; undo brings it back, and to work', async () => {
    const context = await testArchive();
    const articleId = await saved(context);
    const second = await createProject(context, 'Bão số 3');
    await fill(context, articleId);
    const before = await shown(context, articleId);
    const rows = await snapshot(context, ['projects', 'journal']);
    await removeProject(context, second);
    expect([projectOf(context), await readProject(context)]).toEqual([FIRST_PROJECT, FIRST_PROJECT]);
    expect((await projectsNow(context.db)).projects.map(({ id }) => id)).toEqual([FIRST_PROJECT]);
    expect(await snapshot(context, ['projects', 'journal'])).toEqual(rows);
    await expect(removeProject(context, FIRST_PROJECT)).rejects.toMatchObject({ code: 'lastProject' });
    await expect(switchProject(context, second)).rejects.toMatchObject({ code: 'notFound' });
    expect((await undo(context)).did).toBe('journalProjectRemoved');
    expect(projectOf(context)).toBe(second);
    expect(await shown(context, articleId)).toEqual(before);
    await redo(context);
    expect(projectOf(context)).toBe(FIRST_PROJECT);
  });

  it('a making that is undone leaves the first one at work, also after a restart', async () => {
    const context = await testArchive();
    const second = await createProject(context, 'Bão số 3');
    await undo(context);
    expect([projectOf(context), await readProject(context)]).toEqual([FIRST_PROJECT, FIRST_PROJECT]);
    expect(await context.db.projects.get(second)).toBeUndefined();
    await redo(context);
    expect(projectOf(context)).toBe(FIRST_PROJECT);
    await switchProject(context, second);
    expect(await readProject(context)).toBe(second);
  });

  it('the only one, removed by a file, is shown all the same', async () => {
    const context = await testArchive();
    await context.db.projects.update(FIRST_PROJECT, { deletedAt: '2026-11-23T06:00:00.000Z' });
    expect(await readProject(context)).toBe(FIRST_PROJECT);
    expect((await projectsNow(context.db)).projects).toHaveLength(1);
  });

  it('nothing goes from one project into another by its place in a tree', async () => {
    const context = await testArchive();
    const one = await createCode(context, { name: 'một', parentId: null });
    const box = await createCollection(context, 'một', null);
    await createProject(context, 'Bão số 3');
    const two = await createCode(context, { name: 'hai', parentId: null });
    const other = await createCollection(context, 'hai', null);
    const bad = { code: 'badRequest' };
    await expect(moveCodes(context, [two], one, null)).rejects.toMatchObject(bad);
    await expect(mergeCodes(context, [two], one)).rejects.toMatchObject(bad);
    await expect(moveCollection(context, other, box)).rejects.toMatchObject(bad);
    // Below a code of the other project it is one of that project.
    const child = await createCode(context, { name: 'ba', parentId: one });
    expect((await context.db.codes.get(child))!.projectId).toBe(FIRST_PROJECT);
    expect((await context.db.collections.get(await createCollection(context, 'ba', box)))!.projectId).toBe(
      FIRST_PROJECT,
    );
  });

  it('a search is edited among those of its own project', async () => {
    const context = await testArchive();
    const search = await createSearch(context, { name: 'Biển', query: 'biển', sort: 'saved' });
    await createProject(context, 'Bão số 3');
    await removeSearch(context, search);
    expect((await context.db.searches.get(search))!.deletedAt).toBeDefined();
  });

  it('a codebook taken over from another project is made anew and leaves the other alone', async () => {
    const context = await testArchive();
    const parent = await createCode(context, { name: 'Nguồn tin', parentId: null });
    await createCode(context, { name: 'chuyên gia', parentId: parent });
    const { text } = await exportCodebook(context.db, FIRST_PROJECT, 'json', false);
    const before = await context.db.codes.where('projectId').equals(FIRST_PROJECT).toArray();
    const second = await createProject(context, 'Bão số 3');
    const { entries } = readCodebook(new TextEncoder().encode(text));
    expect(await importCodebook(context, entries, 'file')).toEqual({ made: 2, changed: 0 });
    expect(await importCodebook(context, entries, 'file')).toEqual({ made: 0, changed: 0 });
    const codes = await context.db.codes.where('projectId').equals(second).toArray();
    expect(codes.map(({ name }) => name).toSorted()).toEqual(['Nguồn tin', 'chuyên gia']);
    expect(codes.find(({ name }) => name === 'chuyên gia')!.parentId).toBe(
      codes.find(({ name }) => name === 'Nguồn tin')!.id,
    );
    expect(await context.db.codes.where('projectId').equals(FIRST_PROJECT).toArray()).toEqual(before);
  });

  it('blind work is hidden whichever project is at work, until its project is removed', async () => {
    const context = await testArchive();
    const articleId = await saved(context);
    const lan = coderOf(context);
    const minh = await createCoder(context, { name: 'Minh', initials: '' });
    const second = await createProject(context, 'Bão số 3');
    await drawNewSample(context, {
      name: 'Mẫu',
      frame: { kind: 'all' },
      seed: '1',
      strataBy: [],
      allocation: 'proportional',
      size: 1,
      coderIds: [lan, minh],
      isBlind: true,
    });
    await switchCoder(context, minh);
    const seesLan = async () => (await sightOf(context.db, articleId)).sees({ articleId, coderId: lan });
    expect(await seesLan()).toBe(false);
    await switchProject(context, FIRST_PROJECT);
    expect(await seesLan()).toBe(false);
    await removeProject(context, second);
    expect(await seesLan()).toBe(true);
  });
});
