import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { captureDocument } from '@/utils/article/capture';
import { testArchive } from '@/utils/testing/archive-context';
import { captureHtml } from '@/utils/testing/pages';
import { deriveVersion } from './derive-version';
import { setArticleState } from './edit-articles';
import { saveArticle } from './save-article';
import { surveyCopies } from './survey-copies';

// jsdom for pages only: its Blob cannot be unzipped.
beforeAll(() => void vi.stubGlobal('DOMParser', new JSDOM('').window.DOMParser));
afterAll(() => void vi.unstubAllGlobals());

const NO_WISHES = { byHand: {}, tags: [], collections: [] };
const page = (title: string) =>
  `<!doctype html><html lang="vi"><head><title>${title}</title></head><body><main><h1>${title}</h1>${Array.from(
    { length: 6 },
    (_, n) =>
      `<p>Đoạn ${n} của bài ${title} dài vừa đủ để được coi là nội dung, có dấu chấm, dấu phẩy và con số 1.257.</p>`,
  ).join('')}</main></body></html>`;
const address = (n: number) => `https://bao.example/bai-viet-so-${n}-10000${n}.html`;

async function archiveOf(titles: string[]) {
  const context = await testArchive();
  const saved = [];
  for (const [n, title] of titles.entries())
    saved.push(
      await saveArticle(context, captureHtml(page(title), address(n)), page(title), [address(n)], NO_WISHES),
    );
  return { context, saved };
}

const silent = () => undefined;

describe('surveyCopies', () => {
  it('finds every copy the same that nobody changed', async () => {
    const { context } = await archiveOf(['Một', 'Hai']);
    const seen: [number, number][] = [];
    const survey = await surveyCopies(
      context.db,
      captureDocument,
      (...now) => seen.push(now),
      new AbortController().signal,
    );
    expect(survey).toEqual({ looked: 2, same: 2, changed: [], unreadable: 0, byHand: 0 });
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('names copies that would change, leaves the bin and corrected copies alone, counts lost pages', async () => {
    const { context, saved } = await archiveOf(['Một', 'Hai', 'Ba', 'Bốn']);
    const [first, second, third, fourth] = saved;
    const version = (await context.db.versions.get(first!.versionId))!;
    const shorter = version.blocks.slice(0, -1);
    const last = shorter.at(-1)!.end;
    await context.db.versions.put({ ...version, blocks: shorter, text: version.text.slice(0, last) });
    const corrected = { ...captureHtml(page('Hai khác'), address(1)), extractor: 'hand/1' };
    await deriveVersion(context, second!.versionId, corrected, 'corrected');
    await setArticleState(context, [third!.articleId], 'bin');
    await context.db.versions.update(fourth!.versionId, { rawSha: null });
    const survey = await surveyCopies(context.db, captureDocument, silent, new AbortController().signal);
    expect(survey).toMatchObject({ looked: 3, same: 0, unreadable: 1, byHand: 1 });
    expect(survey.changed).toEqual([
      { articleId: first!.articleId, versionId: first!.versionId, title: 'Một', fields: 0, blocks: 1 },
    ]);
  });

  it('stops where it is told', async () => {
    const { context } = await archiveOf(['Một', 'Hai', 'Ba']);
    const controller = new AbortController();
    const survey = await surveyCopies(
      context.db,
      captureDocument,
      () => controller.abort(),
      controller.signal,
    );
    expect(survey.looked).toBe(1);
  });
});
