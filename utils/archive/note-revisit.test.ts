import { describe, expect, it } from 'vitest';
import { BY_HAND } from '@/utils/article/corrected-capture';
import type { Capture } from '@/utils/article/types';
import { decodeChunk } from '@/utils/search/catalogue-chunk';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { catchUp } from './derive';
import { deriveVersion } from './derive-version';
import { setArticleState } from './edit-articles';
import { emptyBin } from './empty-bin';
import { undo } from './journal';
import { noteRevisit } from './note-revisit';
import { changeOf } from './page-change';
import { saveArticle } from './save-article';
import type { SaveWishes } from './types';

const NO_WISHES: SaveWishes = { byHand: {}, tags: [], collections: [] };
const BODY = ['Theo ban quản lý cảng, chuyến này có 42 tàu đăng ký ra khơi, phần lớn là tàu câu.'];
const PAGE = makeCapture({ paragraphs: BODY });
const LATER = makeCapture({ paragraphs: [BODY[0]!.replace('42', '45')] });

async function saved() {
  const context = await testArchive();
  const { articleId, versionId } = await saveArticle(context, PAGE, '<p>', [SAMPLE_URL], NO_WISHES);
  const visit = async (page: Capture, more: Partial<Capture> = {}) => {
    const seen = { ...page, ...more };
    await noteRevisit(context, articleId, seen, await changeOf(context, articleId, seen));
  };
  const isMarked = async () => {
    await catchUp(context);
    return decodeChunk((await context.db.catalogue.get(0))!.bytes)[0]!.isChanged;
  };
  const save = (page: Capture) => saveArticle(context, page, '<p>', [SAMPLE_URL], NO_WISHES);
  return { context, articleId, versionId, visit, isMarked, save };
}

describe('a visit to a saved page', () => {
  it('that says something else is marked, until the saved text stands there again', async () => {
    const { visit, isMarked } = await saved();
    await visit(PAGE);
    expect(await isMarked()).toBe(false);
    await visit(LATER);
    expect(await isMarked()).toBe(true);
    await visit(PAGE);
    expect(await isMarked()).toBe(false);
  });

  it('keeps when the difference was first seen, writes nothing twice and nothing that can be undone', async () => {
    const { context, visit, isMarked } = await saved();
    await visit(LATER);
    await isMarked();
    const before = await snapshot(context);
    await visit(LATER);
    expect(await snapshot(context)).toEqual(before);
    expect(await context.db.stale.count()).toBe(0);
    expect(await context.db.journal.count()).toBe(1);
  });

  it('no longer counts once that was saved, and does again when the version is taken back', async () => {
    const { context, visit, isMarked, save } = await saved();
    await visit(LATER);
    await save(LATER);
    expect(await isMarked()).toBe(false);
    await undo(context);
    expect(await isMarked()).toBe(true);
  });

  it('stands beside a copy that was corrected by hand', async () => {
    const { context, versionId, visit, isMarked } = await saved();
    await visit(LATER);
    await deriveVersion(context, versionId, { ...makeCapture(), extractor: BY_HAND }, 'corrected');
    expect(await isMarked()).toBe(true);
  });

  it('says nothing when it tells typography only, a wall, a web archive, or a page not at rest', async () => {
    const { context, visit } = await saved();
    await visit(makeCapture({ paragraphs: [BODY[0]!.replace(' 42', '\u2009 42')] }));
    await visit(makeCapture({ lead: '', paragraphs: [BODY[0]!.slice(0, 40)] }), { incomplete: ['wall'] });
    await visit(LATER, { pageWasChanging: true });
    const webArchive = {
      service: 'w',
      archiveUrl: 'https://w.example/',
      originalUrl: SAMPLE_URL,
      archivedAt: null,
    };
    await visit(LATER, { webArchive });
    await visit(LATER, { pageUrl: 'https://khac.example/1.html' });
    expect(await context.db.revisits.count()).toBe(0);
  });

  it('leaves no trace of an article that is let go for good', async () => {
    const { context, articleId, visit } = await saved();
    await visit(LATER);
    await setArticleState(context, [articleId], 'bin');
    await emptyBin(context, [articleId]);
    await visit(LATER);
    expect(await context.db.revisits.count()).toBe(0);
  });
});
