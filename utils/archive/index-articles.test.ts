/** The word index after anything that can happen finds what reading every text finds. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { searchedBlocks } from '@/utils/db/searched-text';
import { WordIndex } from '@/utils/db/word-index';
import { DocSet } from '@/utils/search/doc-set';
import { evaluate } from '@/utils/search/evaluate';
import { blocksAnswer, wordsOfBlocks } from '@/utils/search/text-answer';
import { wordsAsked } from '@/utils/search/words-asked';
import { testArchive } from '@/utils/testing/archive-context';
import { buildArchive, fillDatabase } from '@/utils/testing/builders';
import { EVERY_ACT, takeTurns } from '@/utils/testing/every-act';
import { chanceOf } from '@/utils/testing/random';
import { checkIndex, forgetIndex } from './check-index';
import { catchUp } from './derive';
import { undo } from './journal';
import { mergeIndex } from './merge-index';
import { ArchiveError, type ArchiveContext } from './types';

async function filled(seed: number, articles: number): Promise<ArchiveContext> {
  const context = await testArchive();
  await fillDatabase(context.db, await buildArchive(seed, { articles }));
  await catchUp(context);
  return context;
}

/** Every living article's text by number, read whole. */
async function textsIn({ db }: ArchiveContext) {
  const numbers = new Map((await db.docs.toArray()).map(({ id, doc }) => [id, doc]));
  const texts = new Map<number, ReturnType<typeof wordsOfBlocks>>();
  for (const article of await db.articles.toArray()) {
    if (article.deletedAt || article.mergedInto) continue;
    const version = await db.versions.get(article.latestVersionId);
    texts.set(numbers.get(article.id)!, wordsOfBlocks(searchedBlocks(article, version!)));
  }
  return texts;
}

/** Asks the index for pairs of words that stand in some text, and for the same words turned round. */
async function expectAllFound(context: ArchiveContext): Promise<number> {
  const texts = await textsIn(context);
  const size = 1 + Math.max(-1, ...texts.keys());
  const index = new WordIndex(context.db);
  const all = DocSet.of(size, texts.keys());
  let hits = 0;
  for (const [, blocks] of texts) {
    const block = blocks.findLast(({ length }) => length > 3);
    if (!block) continue;
    for (const pair of [block.slice(1, 3), block.slice(1, 3).toReversed(), block.slice(0, 1)]) {
      const words = pair.map(({ folded, written }) => ({ folded, typed: written, isPrefix: false }));
      const node = { is: 'phrase', words, marksCount: true, at: { start: 0, end: 0 } } as const;
      const { sources, docs, length } = await index.read(wordsAsked(node));
      expect(docs).toBeGreaterThanOrEqual(texts.size);
      const found = await evaluate(node, {
        size,
        sources,
        weights: { docs, length },
        all: DocSet.full(size),
        fieldDocs: () => all,
        besideText: () => null,
        inTexts: async () => [],
      });
      const said = [...found.maybe.toArray()].filter((doc) => found.test(doc, texts.get(doc) ?? []));
      const truth = [...texts.keys()].filter((doc) => blocksAnswer(node, texts.get(doc)!, true));
      expect(said).toEqual(truth.toSorted((a, b) => a - b));
      hits += said.length;
    }
  }
  return hits;
}

describe('the word index of an archive', () => {
  it.each([1, 2, 3])('after random acts, undone and merged or not, is whole (seed %i)', async (seed) => {
    const context = await filled(seed, 6);
    const world = { context, chance: chanceOf(seed) };
    const names = Object.keys(EVERY_ACT);
    for (let act = 0; act < 80; act += 1)
      try {
        const chance = world.chance.next();
        if (chance < 0.15) await undo(context);
        else if (chance < 0.2) await takeTurns(world);
        else if (chance < 0.3) await catchUp(context);
        else if (chance < 0.4) await mergeIndex(context, { isWhole: true });
        else await EVERY_ACT[world.chance.pick(names)]!(world);
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
      }
    await catchUp(context);
    expect(await expectAllFound(context)).toBeGreaterThan(0);
    expect(await checkIndex(context)).toEqual({ segments: [], articles: [] });
    await mergeIndex(context, { isWhole: true });
    expect(await context.db.tail.count()).toBe(0);
    await expectAllFound(context);
  });

  it('what is saved or changed while a merge works is not lost and not found twice', async () => {
    const context = await filled(5, 40);
    const merging = mergeIndex(context, { isWhole: true });
    const [first, second] = await context.db.articles.toArray();
    await context.db.articles.put({ ...first!, shown: { ...first!.shown, title: 'Đổi trong lúc gộp' } });
    await context.db.articles.put({ ...second!, deletedAt: '2026-01-01T00:00:00.000Z' });
    await Promise.all([merging, catchUp(context)]);
    await mergeIndex(context, { isWhole: true });
    await expectAllFound(context);
    expect(await checkIndex(context)).toEqual({ segments: [], articles: [] });
  });

  it('two that merge at once do not lose what the other has merged', async () => {
    const context = await filled(8, 40);
    const both = () => [1, 2].map(() => mergeIndex(context, { isWhole: true }));
    await Promise.all(both());
    expect(await expectAllFound(context)).toBeGreaterThan(0);
    expect(await checkIndex(context)).toEqual({ segments: [], articles: [] });
    const merging = both();
    await context.db.articles.toCollection().modify((article) => {
      article.shown = { ...article.shown, title: `${article.shown.title} khác` };
    });
    await catchUp(context);
    await Promise.all([...merging, ...both()]);
    await expectAllFound(context);
    expect(await checkIndex(context)).toEqual({ segments: [], articles: [] });
  });

  it('damage is found and mended', async () => {
    const context = await filled(6, 30);
    await mergeIndex(context, { isWhole: true });
    const { db } = context;
    const row = (await db.postings.toCollection().first())!;
    await db.postings.put({ ...row, bytes: row.bytes.slice(0, -1) });
    await db.docs.where('doc').equals(3).modify({ words: -1 });
    await db.segments
      .where('segment')
      .above(0)
      .modify((segment) => {
        segment.gone[3] = 1;
      });
    expect(await checkIndex(context)).toEqual({
      segments: [1],
      articles: [(await db.docs.where('doc').equals(3).first())!.id],
    });
    await forgetIndex(context);
    await catchUp(context);
    await mergeIndex(context, { isWhole: true });
    expect(await checkIndex(context)).toEqual({ segments: [], articles: [] });
    expect(await expectAllFound(context)).toBeGreaterThan(0);
  });

  it('many small segments become one', async () => {
    const context = await filled(7, 60);
    const { db } = context;
    for (let turn = 0; turn < 9; turn += 1) {
      const articles = await db.articles
        .limit(8)
        .offset(turn * 6)
        .toArray();
      for (const article of articles)
        await db.articles.put({ ...article, shown: { ...article.shown, title: `Lần ${turn}` } });
      await catchUp(context);
      await mergeIndex(context, { isWhole: true });
    }
    expect(await db.segments.count()).toBeLessThan(9);
    expect(await checkIndex(context)).toEqual({ segments: [], articles: [] });
    await expectAllFound(context);
    const segments = new Set((await db.segments.toArray()).map(({ segment }) => segment));
    for (const key of await db.postings.toCollection().primaryKeys())
      expect(segments.has(Number.parseInt(key.slice(key.lastIndexOf('/') + 1), 36))).toBe(true);
  });
});
