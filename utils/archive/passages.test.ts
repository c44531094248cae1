import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnotation } from './annotate';
import { writeMemo } from './memos';
import { saveArticle } from './save-article';
import type { ArchiveContext } from './types';
import { parseQuery } from '@/utils/search/parse-query';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture } from '@/utils/testing/captures';
import { ReadTexts } from '@/utils/db/read-texts';
import { passagesOf } from '@/utils/db/snippets';

let context: ArchiveContext;
let ids: string[];

beforeEach(async () => {
  context = await testArchive();
  ids = [];
  for (const [n, paragraph] of ['Tàu cá rời cảng Phú Quý từ sáng sớm.', 'Trời yên, biển lặng.'].entries()) {
    const url = `https://bao.example/${n}`;
    const capture = makeCapture({ url, title: 'Phú Quý vào vụ', paragraphs: ['Mở đầu.', paragraph] });
    const wishes = { byHand: {}, tags: [], collections: [] };
    ids.push((await saveArticle(context, capture, null, [url], wishes)).articleId);
  }
});

const read = async (line: string) => {
  const found = await passagesOf(new ReadTexts(context.db), ids, parseQuery(line).node, 'phrase');
  return ids.map((id) => {
    const passage = found.get(id);
    if (!passage) return null;
    const { pieces } = passage.snippet;
    return `${passage.from}: ${pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')}`;
  });
};

describe('passages of the rows that are shown', () => {
  it('are of the body where it has a hit, else of the headline', async () => {
    const [first, second] = await read('phu quy');
    expect(first).toContain('Tàu cá rời cảng [Phú Quý] từ sáng sớm.');
    expect(second).toContain('[Phú Quý] vào vụ');
  });

  it('are of a comment or memo where only that has what is asked for', async () => {
    const {
      articleId,
      id: versionId,
      text,
      blocks,
    } = (await context.db.versions.where('articleId').equals(ids[1]!).first())!;
    const block = blocks.at(-1)!;
    await createAnnotation(context, {
      articleId,
      versionId,
      parts: [{ blockId: block.id, start: block.start, end: block.end }],
      quote: { exact: text.slice(block.start, block.end), prefix: '', suffix: '' },
      comment: 'Đối chiếu với rừng dương năm ngoái.',
      codeIds: [],
      newTags: [],
      origin: 'saved',
    });
    await writeMemo(context, 'article', ids[0]!, 'Rừng dương, rừng dương!');
    expect(await read('rung duong')).toEqual([
      'note: [Rừng dương], [rừng dương]!',
      'note: Đối chiếu với [rừng dương] năm ngoái.',
    ]);
  });

  it('without words there are none, and a missing article is left out', async () => {
    expect(await read('outlet:X')).toEqual([null, null]);
    ids.push('nowhere');
    expect((await read('tàu'))[2]).toBeNull();
  });
});
