import { describe, expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { createAnnotation } from './annotate';
import { setArticleState } from './edit-articles';
import { assertOfSite, isSameSite, pageReading } from './page-reading';
import { saveArticle } from './save-article';

async function archiveWithOne() {
  const context = await testArchive();
  const saved = await saveArticle(context, makeCapture(), null, [SAMPLE_URL], {
    byHand: {},
    tags: [],
    collections: [],
  });
  const version = (await context.db.versions.get(saved.versionId))!;
  const block = version.blocks[2]!;
  const parts = [{ blockId: block.id, start: block.start, end: block.start + 6 }];
  const exact = version.text.slice(block.start, block.start + 6);
  const { annotationId } = await createAnnotation(context, {
    articleId: saved.articleId,
    versionId: saved.versionId,
    parts,
    quote: { exact, prefix: '', suffix: '' },
    comment: 'nghe lại',
    codeIds: [],
    newTags: ['Ngư dân'],
    origin: 'live',
  });
  return { context, saved, version, annotationId, parts };
}

describe('pageReading', () => {
  it('gives text, highlights and codes of the address, and the text only once', async () => {
    const { context, saved, version, annotationId, parts } = await archiveWithOne();
    const first = (await pageReading(context, [SAMPLE_URL], null))!;
    expect(first).toMatchObject({ articleId: saved.articleId, text: version.text });
    expect(first.annotations).toMatchObject([
      { id: annotationId, parts, comment: 'nghe lại', codes: [{ name: 'Ngư dân' }], verdict: null },
    ]);
    expect((await pageReading(context, [SAMPLE_URL], saved.versionId))!.text).toBeNull();
  });

  it('knows nothing of other addresses nor of what is in the bin', async () => {
    const { context, saved } = await archiveWithOne();
    expect(await pageReading(context, ['https://baokhac.example/'], null)).toBeNull();
    await setArticleState(context, [saved.articleId], 'bin');
    expect(await pageReading(context, [SAMPLE_URL], null)).toBeNull();
  });
});

describe('what a page may touch', () => {
  it('is what belongs to its own site', async () => {
    const { context, saved, annotationId } = await archiveWithOne();
    await assertOfSite(context, SAMPLE_URL, { articleId: saved.articleId });
    await assertOfSite(context, SAMPLE_URL, { annotationId });
    for (const url of ['https://baokhac.example/', null])
      await expect(assertOfSite(context, url, { annotationId })).rejects.toThrow('badRequest');
    await expect(assertOfSite(context, SAMPLE_URL, { annotationId: 'none' })).rejects.toThrow('notFound');
  });

  it('joins a paper and its subdomains, not two papers of one country', () => {
    expect(isSameSite('https://m.bao.vn/a', 'https://bao.vn/b')).toBe(true);
    expect(isSameSite('https://bao.com.vn/', 'https://khac.com.vn/')).toBe(false);
    expect(isSameSite('https://vn/', 'https://bao.vn/')).toBe(false);
  });
});
