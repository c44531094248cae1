import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Article, Code, Coding, Collection, Picture } from './records';
import { knownCodes, knownCollections, savedArticleNow } from './saved-now';
import { PressmarkDatabase } from './schema';

it('tells tags, collections and pictures as they are, without what was deleted', async () => {
  const db = new PressmarkDatabase('saved-now');
  await db.projects.put({ id: 'p', name: 'Nghiên cứu', createdAt: '2026-01-01T00:00:00.000Z', touched: {} });
  const code = (id: string, more: Partial<Code> = {}) =>
    ({ id, projectId: 'p', name: id, folded: id, colour: '#111111', ...more }) as Code;
  const coding = (id: string, codeId: string, more: Partial<Coding> = {}) =>
    ({ id, targetId: 'a1', articleId: 'a1', codeId, ...more }) as Coding;
  const picture = (id: string, versionId: string, outcome: Picture['outcome'], host: string) =>
    ({ id, versionId, articleId: 'a1', outcome, host }) as Picture;
  await db.articles.put({
    id: 'a1',
    latestVersionId: 'v2',
    collections: ['k1', 'k2'],
    addresses: [],
  } as never as Article);
  await db.codes.bulkPut([
    code('c1'),
    code('c2'),
    code('c3', { deletedAt: 'x' }),
    code('c4', { mergedInto: 'c1' }),
  ]);
  await db.codings.bulkPut([coding('1', 'c1'), coding('2', 'c2', { deletedAt: 'x' }), coding('3', 'c3')]);
  await db.collections.bulkPut([
    { id: 'k1', projectId: 'p', name: 'Luận án', order: 1 } as Collection,
    { id: 'k2', projectId: 'p', name: 'Cũ', order: 0, deletedAt: 'x' } as Collection,
  ]);
  await db.pictures.bulkPut([
    picture('p1', 'v2', 'kept', 'a.vn'),
    picture('p2', 'v2', 'permissionNeeded', 'b.vn'),
    picture('p3', 'v2', 'permissionNeeded', 'b.vn'),
    picture('p4', 'v1', 'pending', 'c.vn'),
  ]);

  expect(await savedArticleNow(db, 'a1')).toEqual({
    tags: [{ id: 'c1', name: 'c1', colour: '#111111' }],
    collections: [{ id: 'k1', name: 'Luận án' }],
    pictures: { total: 3, kept: 1, pending: 0, refused: 0, hosts: ['b.vn'] },
    elsewhere: [],
  });
  expect((await knownCodes(db)).map(({ id }) => id)).toEqual(['c1', 'c2']);
  expect(await knownCollections(db)).toEqual([{ id: 'k1', name: 'Luận án' }]);
  expect((await savedArticleNow(db, 'nobody')).pictures.total).toBe(0);
});
