/** An act on thousands of articles is done in parts; it is one act all the same. */
import { beforeEach, expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { buildArchive, fillDatabase } from '@/utils/testing/builders';
import { createCollection, moveCollection } from './collections';
import { collectArticles, setArticleState, tagArticles } from './edit-articles';
import { redo, undo } from './journal';
import type { ArchiveContext } from './types';

let context: ArchiveContext;
let ids: string[];

beforeEach(async () => {
  context = await testArchive();
  await fillDatabase(context.db, await buildArchive(3, { articles: 6 }));
  ids = await context.db.articles.toCollection().primaryKeys();
  await setArticleState(context, ids, 'inbox');
});

const binned = () => context.db.articles.where('state').equals('bin').count();

it('undo takes all parts back, redo does all of them again', async () => {
  const before = await context.db.articles.toArray();
  await setArticleState(context, ids.slice(0, 2), 'bin', 'g');
  await setArticleState(context, ids.slice(2, 4), 'bin', 'g');
  await setArticleState(context, ids.slice(4), 'bin', 'g');
  expect(await binned()).toBe(6);
  expect(await undo(context)).toMatchObject({ did: 'journalBinned', redo: 'journalBinned' });
  expect(await binned()).toBe(0);
  const touchless = (rows: object[]) => rows.map((row) => ({ ...row, touched: {} }));
  expect(touchless(await context.db.articles.toArray())).toEqual(touchless(before));
  expect(await redo(context)).toMatchObject({ did: 'journalBinned', redo: null });
  expect(await binned()).toBe(6);
});

it('stopped on the way it is as far as it came, and acts around it stay', async () => {
  await tagArticles(context, [ids[0]!], 'trước');
  await setArticleState(context, ids.slice(0, 2), 'bin', 'one');
  await setArticleState(context, ids.slice(2, 4), 'bin', 'other');
  await undo(context);
  expect(await binned()).toBe(2);
  await undo(context);
  expect(await binned()).toBe(0);
  expect((await undo(context)).did).toBe('journalTagged');
});

it('an undo that was killed between two parts goes on with the rest', async () => {
  await setArticleState(context, ids.slice(0, 3), 'bin', 'g');
  await setArticleState(context, ids.slice(3), 'bin', 'g');
  // What is left when the background dies after the first step back.
  const last = (await context.db.journal.orderBy('seq').last())!;
  await context.db.articles.bulkPut(last.changes.map(({ before }) => before as never));
  await context.db.journal.update(last.seq!, { undone: 1 });
  expect(await binned()).toBe(3);
  await undo(context);
  expect(await binned()).toBe(0);
  await redo(context);
  expect(await binned()).toBe(6);
});

it('a collection moves with all below it, never under its own child, and not beside one of its name', async () => {
  const [sea, storm, coast] = [
    await createCollection(context, 'Ngoài khơi', null),
    await createCollection(context, 'Trong bờ', null),
    await createCollection(context, 'Vùng ven', null),
  ];
  await moveCollection(context, storm, sea);
  await moveCollection(context, coast, storm);
  await collectArticles(context, ids.slice(0, 1), coast, true);
  await expect(moveCollection(context, sea, coast)).rejects.toMatchObject({ code: 'badRequest' });
  await expect(moveCollection(context, sea, sea)).rejects.toMatchObject({ code: 'badRequest' });
  const twin = await createCollection(context, 'Trong bờ', null);
  await expect(moveCollection(context, twin, sea)).rejects.toMatchObject({ code: 'nameTaken' });
  await expect(moveCollection(context, storm, null)).rejects.toMatchObject({ code: 'nameTaken' });
  expect((await context.db.collections.get(storm))!.parentId).toBe(sea);
  await undo(context);
  await undo(context);
  await undo(context);
  expect((await context.db.collections.get(coast))!.parentId).toBe(null);
});
