import { describe, expect, it } from 'vitest';
import type { PictureFound } from '@/utils/article/types';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { emptyBin } from './empty-bin';
import { setArticleState } from './edit-articles';
import { fetchPictures, hostsNeeded, type PictureWorld } from './pictures';
import { saveArticle } from './save-article';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

function picture(id: string, url: string): PictureFound {
  return {
    id,
    url,
    alternatives: [],
    caption: 'Cảng cá',
    credit: null,
    alt: null,
    width: null,
    height: null,
    role: 'body',
  };
}

async function withPictures(urls: string[]) {
  const context = await testArchive();
  const capture = makeCapture({ pictures: urls.map((url, index) => picture(`p${index + 1}`, url)) });
  const saved = await saveArticle(context, capture, null, [SAMPLE_URL], {
    byHand: {},
    tags: [],
    collections: [],
  });
  return { context, ...saved };
}

function worldOf(
  allowed: string[],
  answers: Record<string, () => Response>,
  limits = { largest: 1_000_000, most: 500 },
): PictureWorld {
  return {
    limits: () => Promise.resolve(limits),
    isAllowed: (host) => Promise.resolve(allowed.includes(host)),
    fetch: (url) => {
      const answer = answers[url];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no network'));
    },
  };
}

describe('fetchPictures', () => {
  it('keeps, refuses with a reason, or asks for the host', async () => {
    const { context, articleId, versionId } = await withPictures([
      'https://a.example/1.png',
      'https://a.example/missing.png',
      'https://a.example/page.html',
      'https://b.example/2.png',
      'https://a.example/again.png',
    ]);
    const world = worldOf(['a.example'], {
      'https://a.example/1.png': () => new Response(PNG),
      'https://a.example/missing.png': () => new Response('', { status: 404 }),
      'https://a.example/page.html': () => new Response('<html>'),
      'https://a.example/again.png': () => new Response(PNG),
    });
    expect(await fetchPictures(context, world, articleId)).toEqual({ pending: 0 });
    const rows = await context.db.pictures.where('versionId').equals(versionId).toArray();
    expect(rows.map((row) => [row.outcome, row.refusal ?? null])).toEqual([
      ['kept', null],
      ['refused', 'status'],
      ['refused', 'notAPicture'],
      ['permissionNeeded', null],
      ['kept', null],
    ]);
    expect(await hostsNeeded(context, world, versionId)).toEqual(['b.example']);
    expect(await context.db.blobs.count()).toBe(1);
  });

  it('goes on after the host was allowed, and gives up after three tries without a network', async () => {
    const { context, articleId, versionId } = await withPictures(['https://b.example/2.png']);
    await fetchPictures(context, worldOf([], {}), articleId);
    const offline = worldOf(['b.example'], {});
    expect(await fetchPictures(context, offline, articleId)).toEqual({ pending: 1 });
    await fetchPictures(context, offline, articleId);
    await fetchPictures(context, offline, articleId);
    const [row] = await context.db.pictures.where('versionId').equals(versionId).toArray();
    expect(row).toMatchObject({ outcome: 'refused', refusal: 'network', attempts: 3 });
    const online = worldOf(['b.example'], { 'https://b.example/2.png': () => new Response(PNG) });
    await fetchPictures(context, online, articleId, true);
    expect((await context.db.pictures.get(row!.id))!.outcome).toBe('kept');
  });

  it('emptying the bin lets go of blobs no one else uses, and keeps shared ones', async () => {
    const { context, articleId } = await withPictures(['https://a.example/1.png']);
    const world = worldOf(['a.example'], { 'https://a.example/1.png': () => new Response(PNG) });
    const url = 'https://baosongbien.example/khac-1002.html';
    const other = makeCapture({ url, title: 'Khác', pictures: [picture('p1', 'https://a.example/1.png')] });
    const second = await saveArticle(context, other, null, [url], { byHand: {}, tags: [], collections: [] });
    await fetchPictures(context, world, null);
    expect(await emptyBin(context, [articleId])).toBe(0);
    await setArticleState(context, [articleId], 'bin');
    expect(await emptyBin(context, [articleId])).toBe(1);
    expect(await context.db.blobs.count()).toBe(1);
    await setArticleState(context, [second.articleId], 'bin');
    await emptyBin(context, [second.articleId]);
    expect(await context.db.blobs.count()).toBe(0);
    expect(await context.db.versions.count()).toBe(0);
  });

  it('keeps to the limits that were set, and takes in the rest once they are raised', async () => {
    const urls = ['https://a.example/1.png', 'https://a.example/2.png', 'https://a.example/3.png'];
    const { context, articleId, versionId } = await withPictures(urls);
    const answers = Object.fromEntries(urls.map((url) => [url, () => new Response(PNG)]));
    const outcomes = async () =>
      (await context.db.pictures.where('versionId').equals(versionId).toArray()).map(
        ({ outcome, refusal }) => refusal ?? outcome,
      );
    await fetchPictures(context, worldOf(['a.example'], answers, { largest: 3, most: 2 }), articleId);
    expect(await outcomes()).toEqual(['tooLarge', 'tooLarge', 'tooMany']);
    await fetchPictures(context, worldOf(['a.example'], answers, { largest: 1e6, most: 2 }), articleId, true);
    expect(await outcomes()).toEqual(['kept', 'kept', 'tooMany']);
    await fetchPictures(context, worldOf(['a.example'], answers), articleId, true);
    expect(await outcomes()).toEqual(['kept', 'kept', 'kept']);
  });
});
