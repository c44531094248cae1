import { describe, expect, it } from 'vitest';
import { saveArticle } from './save-article';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture } from '@/utils/testing/captures';
import { failingFamilies } from './failing-families';

const NO_WISHES = { byHand: {}, tags: [], collections: [] };

/** One save for each letter: `o` as it should be, `x` without title and body by the family's rules. */
async function saved(pages: string, family: string | null = 'onecms') {
  let at = Date.UTC(2026, 10, 1);
  const context = await testArchive({ now: () => new Date((at += 60_000)) });
  for (const [n, page] of pages.split('').entries()) {
    const url = `https://bao.example/tin-${1000 + n}.html`;
    const capture = makeCapture({ url, title: `Tin ${n}` });
    const misses = page === 'x' ? { familyMisses: ['title', 'body'] } : {};
    await saveArticle(context, { ...capture, family, ...misses }, null, [url], NO_WISHES);
  }
  return failingFamilies(context.db);
}

describe('failingFamilies', () => {
  it.each(['', 'oooooo', 'oxoxoooo', 'xx', 'xxxxoooooooo'])('has nothing to say for “%s”', async (pages) => {
    expect(await saved(pages)).toEqual([]);
  });

  it('names family, parts and pages when the pages saved last fail', async () => {
    const [found, ...others] = await saved('oooooooxoxxx');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ family: 'onecms', parts: ['title', 'body'], looked: 8 });
    expect(found!.articles.map(({ title }) => title)).toEqual(['Tin 11', 'Tin 10', 'Tin 9', 'Tin 7']);
  });

  it('says nothing about pages without a family', async () => {
    expect(await saved('xxxxxx', null)).toEqual([]);
  });
});
