import { describe, expect, it } from 'vitest';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { sha256Hex } from '@/utils/text/digest';
import { decodeChunk } from '@/utils/search/catalogue-chunk';
import { checkIndex } from './check-index';
import { gunzip } from './compress';
import { catchUp, markAll } from './derive';
import { setArticleState } from './edit-articles';
import { emptyBin } from './empty-bin';
import { findArticle } from './find-article';
import { redo, undo, undoState } from './journal';
import { firstBrokenLedgerEntry } from './ledger';
import { saveArticle } from './save-article';
import type { SaveWishes } from './types';

const NO_WISHES: SaveWishes = { byHand: {}, tags: [], collections: [] };
const OTHER_URL = 'https://baosongbien.example/khac-1002.html';
const RAW = '<!doctype html><html lang="vi"><body>Ngư dân</body></html>';

describe('saveArticle', () => {
  it('keeps article, version, raw page, tags and ledger in one go', async () => {
    const context = await testArchive();
    const saved = await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], {
      ...NO_WISHES,
      tags: ['Thủy sản', 'thủy sản'],
    });

    expect(saved.outcome).toBe('saved');
    const version = (await context.db.versions.get(saved.versionId))!;
    expect(version.text).toContain('Biển lặng');
    expect(version.textSha).toBe(await sha256Hex(version.text));
    const raw = (await context.db.blobs.get(version.rawSha!))!;
    expect(new TextDecoder().decode(await gunzip(raw.bytes))).toBe(RAW);
    expect(await context.db.codes.count()).toBe(1);
    expect(await context.db.codings.where('targetId').equals(saved.articleId).count()).toBe(1);
    expect((await context.db.ledger.toArray()).map((entry) => entry.event)).toEqual(['captured']);
    expect(saved.articleId).toBe(await sha256Hex(SAMPLE_URL));
  });

  it('says so when the text is the same, and adds a version when it differs', async () => {
    const context = await testArchive();
    const first = await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES);
    const again = await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES);
    const changed = makeCapture({ paragraphs: ['Bão số 4 đổi hướng.'] });
    const third = await saveArticle(context, changed, RAW, [SAMPLE_URL], NO_WISHES);

    expect(again).toMatchObject({
      outcome: 'unchanged',
      versionId: first.versionId,
      articleId: first.articleId,
    });
    expect(third).toMatchObject({ outcome: 'newVersion', articleId: first.articleId });
    expect(await context.db.versions.count()).toBe(2);
    expect((await context.db.articles.get(first.articleId))!.versionCount).toBe(2);
    expect(await firstBrokenLedgerEntry(context)).toBeNull();
  });

  it('begins anew where an article was deleted for good, and derives what it derives from any', async () => {
    const context = await testArchive();
    const { db } = context;
    const { articleId } = await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES);
    await setArticleState(context, [articleId], 'bin');
    await emptyBin(context, [articleId]);
    const again = await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES);
    expect(again).toMatchObject({ outcome: 'saved', articleId });
    await saveArticle(context, makeCapture({ url: OTHER_URL }), RAW, [OTHER_URL], NO_WISHES);
    expect(await db.stale.count()).toBe(0);
    const kept = await db.catalogue.toArray();
    expect(decodeChunk(kept[0]!.bytes).map((entry) => entry?.words)).toEqual(
      Array(2).fill(expect.any(Number)),
    );
    expect(await checkIndex(context)).toEqual({ segments: [], articles: [] });
    await db.catalogue.clear();
    await markAll(context);
    await catchUp(context);
    expect((await db.catalogue.toArray()).map(({ bytes }) => bytes)).toEqual(kept.map(({ bytes }) => bytes));
  });

  it('finds the article again by any address it was seen under', async () => {
    const context = await testArchive();
    const mobile = 'https://m.baosongbien.example/x-1001.html';
    const { articleId } = await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES);
    await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL, mobile], NO_WISHES);
    expect((await findArticle(context, [mobile]))?.articleId).toBe(articleId);
    expect(await findArticle(context, ['https://baosongbien.example/khac-1.html'])).toBeNull();
  });

  it('sixteen saves of one page at once make one article', async () => {
    const context = await testArchive();
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () => saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES)),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
    expect(await context.db.versions.count()).toBe(1);
  });

  it('undo moves a first save to the bin and withdraws a later version; redo brings both back', async () => {
    const context = await testArchive();
    const { articleId, versionId } = await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES);
    const changed = makeCapture({ paragraphs: ['Bão số 4 đổi hướng.'] });
    const second = await saveArticle(context, changed, RAW, [SAMPLE_URL], NO_WISHES);

    expect((await undo(context)).did).toBe('journalSaved');
    expect(await context.db.articles.get(articleId)).toMatchObject({
      latestVersionId: versionId,
      withdrawn: [second.versionId],
      versionCount: 1,
    });
    await undo(context);
    expect((await context.db.articles.get(articleId))!.state).toBe('bin');
    expect(await undoState(context)).toEqual({ undo: null, redo: 'journalSaved' });
    await redo(context);
    await redo(context);
    expect(await context.db.articles.get(articleId)).toMatchObject({
      state: 'inbox',
      latestVersionId: second.versionId,
    });
  });

  it('a failed transaction leaves every table as it was', async () => {
    const context = await testArchive();
    await saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES);
    const before = await snapshot(context);
    context.db.blobs.hook('creating', () => {
      throw new Error('disk');
    });
    const other = makeCapture({ url: 'https://baosongbien.example/khac-1002.html', title: 'Khác' });
    await expect(
      saveArticle(context, other, 'other raw', [other.pageUrl], { ...NO_WISHES, tags: ['Mới'] }),
    ).rejects.toThrow('disk');
    expect(await snapshot(context)).toEqual(before);
  });

  it('refuses when the disk is almost full, before writing anything', async () => {
    const context = await testArchive({ room: () => Promise.resolve(10_000_000) });
    await expect(saveArticle(context, makeCapture(), RAW, [SAMPLE_URL], NO_WISHES)).rejects.toMatchObject({
      code: 'storageFull',
    });
    expect(await context.db.articles.count()).toBe(0);
  });

  it('refuses an article without text', async () => {
    const context = await testArchive();
    const empty = { ...makeCapture(), text: ' ', blocks: [] };
    await expect(saveArticle(context, empty, RAW, [SAMPLE_URL], NO_WISHES)).rejects.toMatchObject({
      code: 'emptyArticle',
    });
  });
});
