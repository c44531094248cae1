import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildArchive, fillDatabase, type ArchiveRows } from '@/utils/testing/builders';
import { PressmarkDatabase } from './schema';

let databases = 0;
let db: PressmarkDatabase;
let rows: ArchiveRows;

const stale = async () => (await db.stale.toCollection().primaryKeys()).toSorted();

beforeEach(async () => {
  databases += 1;
  db = new PressmarkDatabase(`stale-${databases}`);
  rows = await buildArchive(7, { articles: 5 });
  await fillDatabase(db, rows);
  await db.stale.clear();
});

describe('an article is marked', () => {
  it('when all of an archive is written past the verbs', async () => {
    const other = new PressmarkDatabase(`stale-filled-${databases}`);
    await fillDatabase(other, rows);
    expect(await other.stale.count()).toBe(rows.articles.length);
  });

  it.each(['articles', 'versions', 'pictures', 'annotations', 'placements', 'codings'] as const)(
    'when a row of %s is put, changed, deleted by key or by range',
    async (table) => {
      const row = rows[table][0]!;
      const articleId = 'articleId' in row ? row.articleId : row.id;
      const acts = [
        () => db.table(table).put({ ...row }),
        () => db.table(table).update(row.id, { mark: 1 }),
        () => db.table(table).delete(row.id),
        () => db.table(table).add({ ...row }),
        () => db.table(table).where(':id').between(row.id, row.id, true, true).delete(),
      ];
      for (const act of acts) {
        await db.stale.clear();
        await act();
        expect(await stale()).toEqual([articleId]);
      }
    },
  );

  it('when a whole table is emptied: every article that had a row in it', async () => {
    await db.annotations.clear();
    expect(await stale()).toEqual([...new Set(rows.annotations.map((row) => row.articleId))].toSorted());
  });

  it('by a memo on it, on a highlight of it, on a coding of it', async () => {
    const [annotation, coding] = [rows.annotations[0]!, rows.codings.at(-1)!];
    const cases = [
      ['article', rows.articles[2]!.id, rows.articles[2]!.id],
      ['annotation', annotation.id, annotation.articleId],
      ['coding', coding.id, coding.articleId],
    ] as const;
    for (const [subjectType, subjectId, articleId] of cases) {
      const memo = { ...rows.memos[0]!, id: subjectType, subjectType, subjectId };
      await db.memos.put(memo);
      expect(await stale()).toEqual([articleId]);
      await db.stale.clear();
      await db.memos.delete(memo.id);
      expect(await stale()).toEqual([articleId]);
      await db.stale.clear();
    }
  });
});

it('what is no part of an article marks none', async () => {
  await db.codes.update(rows.codes[0]!.id, { name: 'khác' });
  await db.memos.put({ ...rows.memos[0]!, subjectType: 'code', subjectId: rows.codes[0]!.id });
  await db.collections.update(rows.collections[0]!.id, { name: 'khác' });
  expect(await stale()).toEqual([]);
});

it('a transaction that fails leaves no mark', async () => {
  const failing = db.transaction('rw', db.articles, async () => {
    await db.articles.update(rows.articles[0]!.id, { state: 'bin' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await stale()).toEqual([]);
});

it('what is written after the marks were taken away in the same transaction is marked again', async () => {
  const [one, other] = rows.articles;
  await db.transaction('rw', db.articles, db.stale, async () => {
    await db.articles.update(one!.id, { state: 'kept' });
    await db.articles.update(other!.id, { state: 'kept' });
    await db.stale.bulkDelete([one!.id, other!.id]);
    await db.articles.update(one!.id, { state: 'bin' });
  });
  expect(await stale()).toEqual([one!.id]);
});

it('what will be derived in the same transaction is not marked before, and is after', async () => {
  const [one, other] = rows.articles;
  await db.transaction('rw', db.articles, db.stale, async () => {
    db.willDerive([one!.id]);
    await db.articles.update(one!.id, { state: 'kept' });
    await db.articles.update(other!.id, { state: 'kept' });
    expect(await stale()).toEqual([other!.id]);
    await db.stale.bulkDelete([one!.id, other!.id]);
    await db.articles.update(one!.id, { state: 'bin' });
  });
  expect(await stale()).toEqual([one!.id]);
});
