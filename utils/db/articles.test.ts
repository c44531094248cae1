import { describe, expect, test } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { chunksSince, countBinnedBefore, lastWriting, leadPicture, libraryRows, listTags } from './articles';
import { CURRENT_PROJECT } from './projects';
import type { Article, Code, Picture } from './records';

function article(id: string, savedAt: string, more: Partial<Article> = {}): Article {
  return {
    id,
    addresses: [],
    url: null,
    state: 'inbox',
    origin: 'page',
    savedAt,
    latestVersionId: `v-${id}`,
    versionCount: 1,
    byHand: {},
    shown: { title: id, lead: null, authors: [], published: null, section: [], outlet: null, language: 'vi' },
    collections: [],
    touched: {},
    ...more,
  };
}

const code = (id: string, name: string): Code => ({
  id,
  projectId: 'p',
  parentId: null,
  name,
  folded: name.toLowerCase(),
  colour: '#7fb8e6',
  definition: '',
  include: '',
  exclude: '',
  example: '',
  values: [],
  order: 0,
  shortcut: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  touched: {},
});

const picture = (id: string, more: Partial<Picture>): Picture => ({
  id,
  versionId: 'v-a',
  articleId: 'a',
  pictureId: id,
  url: 'https://h/p.jpg',
  alternatives: [],
  host: 'h',
  caption: null,
  credit: null,
  alt: null,
  width: null,
  height: null,
  role: 'body',
  outcome: 'pending',
  attempts: 0,
  blobSha: null,
  ...more,
});

describe('the library', () => {
  test('reads rows in the order asked for; one that was let go for good is none', async () => {
    const { db } = await testArchive();
    await db.articles.bulkPut([
      article('old', '2026-01-01T00:00:00.000Z'),
      article('new', '2026-03-01T00:00:00.000Z'),
      article('gone', '2026-04-01T00:00:00.000Z', { deletedAt: '2026-05-01T00:00:00.000Z' }),
    ]);
    const rows = await libraryRows(db, ['new', 'gone', 'nowhere', 'old']);
    expect(rows.map((row) => row?.id)).toEqual(['new', undefined, undefined, 'old']);
    expect(rows[0]).toMatchObject({ versionId: 'v-new', title: 'new', savedAt: '2026-03-01T00:00:00.000Z' });
  });

  test('reads the chunks of the catalogue that were written since, and knows when that was', async () => {
    const { db } = await testArchive();
    expect(await lastWriting(db)).toBe(0);
    const bytes = new Uint8Array();
    await db.catalogue.bulkPut([
      { chunk: 0, at: 3, bytes },
      { chunk: 1, at: 2, bytes },
    ]);
    expect(await lastWriting(db)).toBe(3);
    const since = async (at: number) => {
      const found: number[] = [];
      await chunksSince(db, at, (chunks) => found.push(...chunks.map(({ chunk }) => chunk)));
      return found;
    };
    expect([await since(0), await since(2), await since(3)]).toEqual([[0, 1], [0], []]);
  });

  test('names living tags in Vietnamese order', async () => {
    const { db } = await testArchive();
    await db.projects.put({ id: 'p', name: 'p', createdAt: '2025-01-01T00:00:00.000Z', touched: {} });
    await db.settings.put({ key: CURRENT_PROJECT, value: 'p' });
    await db.codes.bulkPut([
      { ...code('other', 'Khác'), projectId: 'p2' },
      code('water', 'Thủy lợi'),
      code('fish', 'Ngư nghiệp'),
      code('food', 'Ẩm thực'),
      { ...code('gone', 'Bỏ'), deletedAt: '2026-01-02T00:00:00.000Z' },
      { ...code('merged', 'Cá'), mergedInto: 'fish' },
    ]);
    expect((await listTags(db)).map((tag) => tag.name)).toEqual(['Ẩm thực', 'Ngư nghiệp', 'Thủy lợi']);
  });

  test('counts what has lain in the bin for long', async () => {
    const { db } = await testArchive();
    const binned = (id: string, binnedAt: string, more: Partial<Article> = {}) =>
      article(id, '2026-01-01T00:00:00.000Z', { state: 'bin', binnedAt, ...more });
    await db.articles.bulkPut([
      binned('long', '2026-02-01T00:00:00.000Z'),
      binned('gone', '2026-02-01T00:00:00.000Z', { deletedAt: '2026-03-01T00:00:00.000Z' }),
      binned('just', '2026-04-01T00:00:00.000Z'),
      article('kept', '2026-01-01T00:00:00.000Z'),
    ]);
    expect(await countBinnedBefore(db, '2026-03-01T00:00:00.000Z')).toBe(1);
  });

  test('shows the kept lead picture', async () => {
    const { db } = await testArchive();
    await db.pictures.bulkPut([
      picture('1', { outcome: 'kept', blobSha: 'body' }),
      picture('2', { outcome: 'kept', blobSha: 'lead', role: 'lead' }),
      picture('3', { outcome: 'permissionNeeded' }),
    ]);
    const bytes = new Uint8Array([1, 2, 3]);
    await db.blobs.put({ sha256: 'lead', type: 'image/png', compression: 'none', bytes, size: 3 });
    const blob = await leadPicture(db, 'v-a');
    expect(blob?.type).toBe('image/png');
    expect(blob?.size).toBe(3);
    expect(await leadPicture(db, 'v-b')).toBeNull();
  });
});
