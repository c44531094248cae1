import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveArticle } from './save-article';
import type { ArchiveContext } from './types';
import { ReadTexts } from '@/utils/db/read-texts';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture } from '@/utils/testing/captures';

let context: ArchiveContext;
let ids: string[];

beforeEach(async () => {
  context = await testArchive();
  ids = [];
  for (let n = 0; n < 45; n += 1) {
    const url = `https://bao.example/${n}`;
    const capture = makeCapture({ url, title: `Tin số ${n}`, paragraphs: ['Mở đầu.', 'Kết thúc.'] });
    ids.push(
      (await saveArticle(context, capture, null, [url], { byHand: {}, tags: [], collections: [] })).articleId,
    );
  }
});

const titles = async (texts: ReadTexts, some: readonly string[]) =>
  (await texts.of(some)).map(
    (text) =>
      text
        ?.words()[0]!
        .map(({ folded }) => folded)
        .join(' ') ?? null,
  );

describe('texts read for a search', () => {
  it('come in the order asked for, nothing where there is none', async () => {
    const texts = new ReadTexts(context.db);
    expect(await titles(texts, [ids[7]!, 'nowhere', ids[3]!])).toEqual(['tin so 7', null, 'tin so 3']);
    expect(await titles(texts, [ids[3]!, ids[4]!, ids[7]!])).toEqual(['tin so 3', 'tin so 4', 'tin so 7']);
  });

  it('are read once, as long as few are kept; another search reads them anew', async () => {
    const texts = new ReadTexts(context.db);
    await texts.of([ids[0]!]);
    await context.db.articles.update(ids[0]!, { 'shown.title': 'Tin khác' });
    expect(await titles(texts, [ids[0]!])).toEqual(['tin so 0']);
    expect(await titles(new ReadTexts(context.db), [ids[0]!])).toEqual(['tin khac']);
    await texts.of(ids.slice(1));
    expect(await titles(texts, [ids[0]!])).toEqual(['tin khac']);
  });

  it('more than are kept are answered all the same', async () => {
    const all = await titles(new ReadTexts(context.db), ids);
    expect(all).toEqual(ids.map((_, n) => `tin so ${n}`));
  });
});
