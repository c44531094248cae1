import { describe, expect, test } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import {
  binContents,
  countAnnotations,
  leadPicture,
  listPictureTrouble,
  listRows,
  listTags,
} from './articles';
import type { Annotation, Article, Code, Coding, CodingTarget, Picture } from './records';

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

const annotation = (id: string, articleId: string, deletedAt?: string): Annotation => ({
  id,
  articleId,
  versionId: `v-${articleId}`,
  parts: [],
  quote: { exact: '', prefix: '', suffix: '' },
  comment: '',
  coderId: 'c',
  origin: 'saved',
  createdAt: '2026-01-01T00:00:00.000Z',
  touched: {},
  ...(deletedAt ? { deletedAt } : {}),
});

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

const coding = (targetId: string, targetType: CodingTarget, codeId: string, deletedAt?: string): Coding => ({
  id: `${targetId}:${codeId}:c`,
  targetType,
  targetId,
  articleId: 'a',
  codeId,
  coderId: 'c',
  value: null,
  memo: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  touched: {},
  ...(deletedAt ? { deletedAt } : {}),
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

describe('the rows of the library', () => {
  test('come newest save first, without what was deleted or merged', async () => {
    const { db } = await testArchive();
    await db.articles.bulkPut([
      article('old', '2026-01-01T00:00:00.000Z'),
      article('new', '2026-03-01T00:00:00.000Z'),
      article('gone', '2026-04-01T00:00:00.000Z', { deletedAt: '2026-05-01T00:00:00.000Z' }),
      article('merged', '2026-04-01T00:00:00.000Z', { mergedInto: 'new' }),
      article('binned', '2026-02-01T00:00:00.000Z', { state: 'bin', binnedAt: '2026-02-02T00:00:00.000Z' }),
    ]);
    const rows = await listRows(db);
    expect(rows.map((row) => row.id)).toEqual(['new', 'binned', 'old']);
    expect(rows[1]).toMatchObject({ state: 'bin', binnedAt: '2026-02-02T00:00:00.000Z' });
  });

  test('know the tags of the article and of its passages, and forget those taken off', async () => {
    const { db } = await testArchive();
    await db.codes.bulkPut([code('water', 'Thủy lợi'), code('fish', 'Ngư nghiệp'), code('food', 'Ẩm thực')]);
    await db.codings.bulkPut([
      coding('a', 'article', 'water'),
      coding('passage', 'annotation', 'fish'),
      coding('a', 'article', 'food', '2026-01-02T00:00:00.000Z'),
    ]);
    const tags = await listTags(db);
    expect(tags.tags.map((tag) => tag.name)).toEqual(['Ẩm thực', 'Ngư nghiệp', 'Thủy lợi']);
    expect(tags.ofArticle).toEqual(new Map([['a', ['fish', 'water']]]));
    expect(tags.ownOfArticle).toEqual(new Map([['a', ['water']]]));
  });

  test('count living annotations only', async () => {
    const { db } = await testArchive();
    await db.annotations.bulkPut([
      annotation('1', 'a'),
      annotation('2', 'a'),
      annotation('3', 'a', '2026-01-02T00:00:00.000Z'),
      annotation('4', 'b', '2026-01-02T00:00:00.000Z'),
    ]);
    expect(await countAnnotations(db)).toEqual(new Map([['a', 2]]));
  });

  test('tell which pictures are missing and show the kept lead picture', async () => {
    const { db } = await testArchive();
    await db.pictures.bulkPut([
      picture('1', { outcome: 'kept', blobSha: 'body' }),
      picture('2', { outcome: 'kept', blobSha: 'lead', role: 'lead' }),
      picture('3', { outcome: 'permissionNeeded' }),
      picture('4', { outcome: 'refused', refusal: 'status' }),
    ]);
    const bytes = new Uint8Array([1, 2, 3]);
    await db.blobs.put({ sha256: 'lead', type: 'image/png', compression: 'none', bytes, size: 3 });
    expect(await listPictureTrouble(db)).toEqual(
      new Map([['v-a', { pending: 0, permissionNeeded: 1, refused: 1 }]]),
    );
    const blob = await leadPicture(db, 'v-a');
    expect(blob?.type).toBe('image/png');
    expect(blob?.size).toBe(3);
    expect(await leadPicture(db, 'v-b')).toBeNull();
  });

  test('say what emptying the bin would take', async () => {
    const { db } = await testArchive();
    await db.articles.put(article('a', '2026-01-01T00:00:00.000Z', { state: 'bin' }));
    await db.annotations.bulkPut([annotation('1', 'a'), annotation('2', 'a', '2026-01-02T00:00:00.000Z')]);
    await db.pictures.put(picture('1', {}));
    expect(await binContents(db, ['a'])).toEqual({ articles: 1, versions: 0, annotations: 1, pictures: 1 });
  });
});
