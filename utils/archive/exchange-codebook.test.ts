import { beforeEach, expect, it } from 'vitest';
import { inTreeOrder, treeOf } from '@/utils/annotation/code-tree';
import { codeEntry, type CodeEntry } from '@/utils/exchange/codebook-entry';
import { readCodebook } from '@/utils/exchange/read-codebook';
import { codesOf, memosOn } from '@/utils/db/codebook';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { createCode, editCode } from './edit-codes';
import { exportCodebook, importCodebook, planCodebookImport } from './exchange-codebook';
import { FIRST_PROJECT } from './first-use';
import { undo } from './journal';
import { writeMemo } from './memos';
import { mergeCodes } from './merge-codes';
import { removeCodes } from './remove-codes';
import type { ArchiveContext } from './types';

let context: ArchiveContext;
beforeEach(async () => {
  context = await testArchive();
});

const outline = async (of = context) =>
  inTreeOrder(treeOf(await codesOf(of.db, FIRST_PROJECT))).map(
    ({ code, depth }) => `${'-'.repeat(depth)}${code.name}`,
  );
const plan = async (entries: CodeEntry[]) =>
  (await planCodebookImport(context.db, FIRST_PROJECT, entries, context.device)).map(
    ({ kind, name, fills, fields }) => [kind, name, ...fills, ...fields],
  );
async function entriesIn(format: 'json' | 'csv' | 'qdc', of = context): Promise<CodeEntry[]> {
  const { text } = await exportCodebook(of.db, FIRST_PROJECT, format, true);
  return readCodebook(new TextEncoder().encode(text)).entries;
}
async function sample(): Promise<Record<'top' | 'below' | 'other', string>> {
  const top = await createCode(context, { name: 'Thời tiết', parentId: null });
  const below = await createCode(context, { name: 'Khủng hoảng', parentId: top });
  const other = await createCode(context, { name: 'Giọng', parentId: null });
  await editCode(context, below, {
    definition: 'Dòng 1\nDòng 2',
    include: '=a',
    example: '“b”',
    shortcut: 'k',
  });
  await editCode(context, other, { values: ['tốt', 'xấu'] });
  await writeMemo(context, 'code', other, '**ghi chú**');
  return { top, below, other };
}

it.each(['json', 'csv', 'qdc'] as const)(
  'a codebook goes to another machine by %s and is the same there',
  async (format) => {
    await sample();
    const entries = await entriesIn(format);
    const there = await testArchive();
    expect(await importCodebook(there, entries, 'mine')).toEqual({ made: 3, changed: 0 });
    expect(await outline(there)).toEqual(await outline());
    expect(await entriesIn('json', there)).toEqual(await entriesIn('json'));
    const before = await snapshot(there, ['journal']);
    expect(await importCodebook(there, entries, 'file')).toEqual({ made: 0, changed: 0 });
    expect(await snapshot(there, ['journal'])).toEqual(before);
  },
);

it('tells new, same, filled and different apart, and takes what was asked for', async () => {
  const { top } = await sample();
  const entries = [
    codeEntry({ name: 'THỜI TIẾT', definition: 'mới' }),
    codeEntry({ name: 'Khủng hoảng'.normalize('NFD').normalize('NFC'), parent: 0, definition: 'khác' }),
    codeEntry({ name: 'Giọng' }),
    codeEntry({ name: 'Hạn hán', parent: 0 }),
  ];
  expect(await plan(entries)).toEqual([
    ['differs', 'Thời tiết', 'definition', 'name'],
    ['differs', 'Khủng hoảng', 'definition'],
    ['same', 'Giọng'],
    ['new', 'Hạn hán'],
  ]);
  const before = await snapshot(context, ['journal']);
  await importCodebook(context, entries, 'mine');
  expect(await outline()).toEqual(['Thời tiết', '-Khủng hoảng', '-Hạn hán', 'Giọng']);
  expect(await context.db.codes.get(top)).toMatchObject({ name: 'Thời tiết', definition: 'mới' });
  expect(await undo(context)).toMatchObject({ did: 'journalCodebookImported' });
  const bare = (of: unknown) =>
    JSON.parse(JSON.stringify(of, (key, member: unknown) => (key === 'touched' ? undefined : member)));
  expect(bare(await snapshot(context, ['journal']))).toEqual(bare(before));
  await importCodebook(context, entries, 'file');
  expect(await outline()).toEqual(['THỜI TIẾT', '-Khủng hoảng', '-Hạn hán', 'Giọng']);
  expect((await codesOf(context.db, FIRST_PROJECT)).find(({ name }) => name === 'Khủng hoảng')).toMatchObject(
    {
      definition: 'khác',
      include: '=a',
    },
  );
});

it('names that another program allows twice become longer', async () => {
  const entries = [
    codeEntry({ name: 'A' }),
    codeEntry({ name: 'Khác', parent: 0 }),
    codeEntry({ name: 'B' }),
    codeEntry({ name: 'khác', parent: 2 }),
    codeEntry({ name: 'Khác', parent: 2 }),
  ];
  await importCodebook(context, entries, 'mine');
  expect(await outline()).toEqual(['A', '-Khác', 'B', '-khác (B)', '-Khác (B) 2']);
});

it('a code merged or removed here since is not made a second time, or comes back under its id', async () => {
  const { below, other, top } = await sample();
  const entries = await entriesIn('json');
  await mergeCodes(context, [below], top);
  await removeCodes(context, [other], 'lift');
  expect((await plan(entries)).map(([kind]) => kind)).toEqual(['same', 'same', 'new']);
  await importCodebook(context, entries, 'file');
  expect(await outline()).toEqual(['Thời tiết', 'Giọng']);
  expect((await codesOf(context.db, FIRST_PROJECT)).map(({ id }) => id)).toContain(other);
  expect((await memosOn(context.db, 'code', other)).map(({ body }) => body)).toEqual(['**ghi chú**']);
});

it('never puts a code under itself', async () => {
  const { top, below } = await sample();
  await importCodebook(
    context,
    [codeEntry({ id: below, name: 'Khủng hoảng' }), codeEntry({ id: top, name: 'Thời tiết', parent: 0 })],
    'file',
  );
  expect((await outline()).length).toBe(3);
  expect(await outline()).toContain('-Thời tiết');
});
