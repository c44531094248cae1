import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { undo } from './journal';
import { createSearch, editSearch, moveSearch, removeSearch } from './searches';
import type { ArchiveContext } from './types';

let context: ArchiveContext;

const keep = (name: string, query = 'ngư dân') => createSearch(context, { name, query, sort: 'saved' });
const names = async () =>
  (await context.db.searches.toArray())
    .filter(({ deletedAt }) => !deletedAt)
    .toSorted((a, b) => a.order - b.order)
    .map(({ name }) => name);

beforeEach(async () => {
  context = await testArchive();
});

test('a search stands after those that are kept, in NFC', async () => {
  await keep('Một');
  const id = await keep('Hai', '  đường\u0300 "biển"'.normalize('NFD'));
  expect(await names()).toEqual(['Một', 'Hai']);
  expect((await context.db.searches.get(id))!.query).toBe('đường̀ "biển"'.normalize('NFC'));
});

test('no two bear one name, whatever the case; the name of a removed one is free', async () => {
  const id = await keep('Rừng dương');
  await expect(keep('rừng DƯƠNG')).rejects.toMatchObject({ code: 'nameTaken' });
  await expect(keep('  ')).rejects.toMatchObject({ code: 'badRequest' });
  await editSearch(context, id, { name: 'RỪNG DƯƠNG' });
  await removeSearch(context, id);
  await keep('Rừng dương');
  expect(await names()).toEqual(['Rừng dương']);
  await expect(editSearch(context, id, { query: 'x' })).rejects.toMatchObject({ code: 'notFound' });
});

test('moved before another, to the end, and back by undo', async () => {
  await keep('a');
  await keep('b');
  const c = await keep('c');
  const [first] = await context.db.searches.filter(({ name }) => name === 'a').primaryKeys();
  await moveSearch(context, c, first!);
  expect(await names()).toEqual(['c', 'a', 'b']);
  await moveSearch(context, first!, null);
  expect(await names()).toEqual(['c', 'b', 'a']);
  await undo(context);
  await undo(context);
  expect(await names()).toEqual(['a', 'b', 'c']);
});

test('a query longer than the language reads is refused', async () => {
  await expect(keep('lang', 'x'.repeat(10_001))).rejects.toMatchObject({ code: 'badRequest' });
});
