import { describe, expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { readingOf } from '@/utils/db/reading';
import { BY_HAND } from '@/utils/article/corrected-capture';
import { deriveVersion } from './derive-version';
import { enterArticle } from './enter-article';
import { changeOf, isLaterEdition } from './page-change';
import { saveArticle } from './save-article';
import type { SaveWishes } from './types';

const NO_WISHES: SaveWishes = { byHand: {}, tags: [], collections: [] };
const BODY = [
  'Biển lặng, gió nhẹ nên hàng trăm tàu cá nối nhau rời cảng từ lúc trời chưa sáng hẳn.',
  'Theo ban quản lý cảng, chuyến này có 42 tàu đăng ký ra khơi, phần lớn là tàu câu.',
];
const PAGE = makeCapture({ paragraphs: BODY });
const LATER = makeCapture({ paragraphs: [BODY[0]!, BODY[1]!.replace('42', '45')] });

async function saved() {
  const context = await testArchive();
  const { articleId, versionId } = await saveArticle(context, PAGE, '<p>', [SAMPLE_URL], NO_WISHES);
  return { context, articleId, versionId };
}

describe('changeOf', () => {
  it('is silent about the same text and tells what differs', async () => {
    const { context, articleId, versionId } = await saved();
    expect(await changeOf(context, articleId, PAGE)).toBeNull();
    const change = (await changeOf(context, articleId, LATER))!;
    expect(change).toMatchObject({
      fromVersionId: versionId,
      grade: 'figures',
      isTold: true,
      gone: ['42'],
      came: ['45'],
    });
    expect(isLaterEdition(change, LATER)).toBe(true);
    expect(isLaterEdition(change, { ...LATER, pageWasChanging: true })).toBe(false);
  });

  it('tells another byline above the same text, which is a version of its own', async () => {
    const { context, articleId } = await saved();
    const signed = {
      ...PAGE,
      metadata: { ...PAGE.metadata, authors: { ...PAGE.metadata.authors, value: ['Mai Quế'] } },
    };
    const change = (await changeOf(context, articleId, signed))!;
    expect(change).toMatchObject({ grade: 'figures', isTold: true, came: ['Mai Quế'] });
    expect(isLaterEdition(change, signed)).toBe(true);
    const save = () => saveArticle(context, signed, '<p>', [SAMPLE_URL], NO_WISHES);
    expect((await save()).outcome).toBe('newVersion');
    expect(await changeOf(context, articleId, signed)).toBeNull();
    expect((await save()).outcome).toBe('unchanged');
    expect(await changeOf(context, articleId, { ...PAGE, extractor: 'x/2' })).toMatchObject({
      isTold: false,
    });
  });

  it('does not raise its voice for typography alone', async () => {
    const { context, articleId } = await saved();
    const anew = makeCapture({ paragraphs: [BODY[0]!, BODY[1]!.replace(' 42', '\u2009 42')] });
    expect(await changeOf(context, articleId, anew)).toMatchObject({ grade: 'typography', isTold: false });
  });

  it('compares with the page that was captured, not with corrections made by hand', async () => {
    const { context, articleId, versionId } = await saved();
    const corrected = { ...makeCapture({ paragraphs: [BODY[1]!] }), extractor: BY_HAND };
    await deriveVersion(context, versionId, corrected, 'corrected');
    expect(await changeOf(context, articleId, PAGE)).toBeNull();
    expect(await changeOf(context, articleId, LATER)).toMatchObject({ fromVersionId: versionId });
  });

  it('has nothing to compare with where the text was typed', async () => {
    const context = await testArchive();
    const { articleId } = await enterArticle(
      context,
      { title: 'T', lead: '', text: BODY[0]!, url: SAMPLE_URL, byHand: {}, tags: [], collections: [] },
      [SAMPLE_URL],
    );
    expect(await changeOf(context, articleId, LATER)).toBeNull();
  });

  it('blames other rules for paragraphs that come and go, not for other figures', async () => {
    const { context, articleId } = await saved();
    const more = { ...makeCapture({ paragraphs: [...BODY, 'Tàu về bến vào cuối tuần.'] }), extractor: 'x/2' };
    expect(await changeOf(context, articleId, more)).toMatchObject({ hasOtherRules: true, isTold: false });
    const told = (await changeOf(context, articleId, { ...LATER, extractor: 'x/2' }))!;
    expect(told.isTold).toBe(true);
    expect(isLaterEdition(told, LATER)).toBe(false);
  });

  it('never takes an article that was taken down, or cut off, for an edition', async () => {
    const { context, articleId } = await saved();
    const gone = makeCapture({ lead: '', paragraphs: ['Bài viết đã được gỡ bỏ.'] });
    const change = (await changeOf(context, articleId, gone))!;
    expect(change).toMatchObject({ presence: 'gone', isTold: true });
    expect(isLaterEdition(change, gone)).toBe(false);
    const walled = { ...makeCapture({ paragraphs: [BODY[0]!] }), incomplete: ['wall' as const] };
    expect(await changeOf(context, articleId, walled)).toMatchObject({ presence: 'part', isTold: false });
  });

  it('holds to the latest version when the clock has gone back', async () => {
    const { context, articleId, versionId } = await saved();
    const earlier = { ...context, now: () => new Date('2019-01-01T00:00:00Z') };
    const second = await saveArticle(earlier, LATER, '<p>', [SAMPLE_URL], NO_WISHES);
    expect(second.outcome).toBe('newVersion');
    expect(await changeOf(context, articleId, LATER)).toBeNull();
    expect(await changeOf(context, articleId, PAGE)).toMatchObject({ fromVersionId: second.versionId });
    const reading = await readingOf(context.db, articleId);
    expect(reading!.versions.map(({ id }) => id)).toEqual([second.versionId, versionId]);
  });
});
