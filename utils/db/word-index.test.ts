import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { buildSegment } from '@/utils/search/build-segment';
import { DocSet } from '@/utils/search/doc-set';
import { packDoc } from '@/utils/search/doc-words';
import { evaluate } from '@/utils/search/evaluate';
import type { QueryNode, QueryWord } from '@/utils/search/query';
import { blocksAnswer, wordsOfBlocks } from '@/utils/search/text-answer';
import { tokensOf } from '@/utils/search/tokens';
import { wordsAsked } from '@/utils/search/words-asked';
import { chanceOf, type Chance } from '@/utils/testing/random';
import { PressmarkDatabase } from './schema';
import { WordIndex } from './word-index';

const FREQUENT = [
  'của',
  'là',
  'lá',
  'công',
  'an',
  'án',
  'người',
  'dân',
  'đường',
  'dương',
  'hoà',
  'hòa',
  'hoa',
];
const SEGMENTS = 3;
const PER_SEGMENT = 130;
const TAIL = 20;
const SIZE = SEGMENTS * PER_SEGMENT + TAIL;

function textsOf({ next, pick, below }: Chance): string[][] {
  return Array.from({ length: SIZE }, () =>
    Array.from({ length: 1 + below(3) }, () =>
      Array.from({ length: below(60) }, () => (next() < 0.6 ? pick(FREQUENT) : `th${below(40)}`)).join(' '),
    ).map((block) => (next() < 0.2 ? block.normalize('NFD') : block)),
  );
}

const wordOf = (typed: string, isPrefix = false): QueryWord => {
  const [token] = tokensOf(typed);
  return { folded: token!.folded, typed: token!.written, isPrefix };
};

function queryOf(chance: Chance, depth = 0): QueryNode {
  const { next, pick, below } = chance;
  const at = { start: 0, end: 0 };
  const words = (most: number) =>
    Array.from({ length: 1 + below(most) }, () =>
      next() < 0.15
        ? wordOf(pick(['th', 'th1', 'du', 'co']), true)
        : wordOf(next() < 0.6 ? pick(FREQUENT) : `th${below(40)}`),
    );
  const turn = next();
  if (depth < 3 && turn < 0.45) {
    const of = Array.from({ length: 2 + below(2) }, () => queryOf(chance, depth + 1));
    return { is: pick(['and', 'or'] as const), of };
  }
  if (depth < 3 && turn < 0.55) return { is: 'not', of: queryOf(chance, depth + 1) };
  if (turn < 0.75) return { is: 'words', words: words(3), at };
  if (turn < 0.9) return { is: 'phrase', words: words(3), marksCount: next() < 0.5, at };
  return {
    is: 'near',
    left: words(1),
    right: words(2),
    leftMarks: next() < 0.3,
    rightMarks: next() < 0.3,
    distance: below(6),
    at,
  };
}

/** The truth: every text is read. */
function scan(node: QueryNode, texts: ReturnType<typeof wordsOfBlocks>[]): boolean[] {
  switch (node.is) {
    case 'and':
    case 'or': {
      const parts = node.of.map((one) => scan(one, texts));
      return texts.map((_, n) =>
        node.is === 'and' ? parts.every((part) => part[n]) : parts.some((part) => part[n]),
      );
    }
    case 'not':
      return scan(node.of, texts).map((one) => !one);
    case 'words': {
      const side = texts.map((blocks) => blocksAnswer(node, blocks, true));
      return side.includes(true) ? side : texts.map((blocks) => blocksAnswer(node, blocks, false));
    }
    case 'phrase':
    case 'near':
      return texts.map((blocks) => blocksAnswer(node, blocks, true));
    default:
      return texts.map(() => true);
  }
}

describe('the word index', () => {
  it('finds what reading every text finds, over segments and tail, for 250 queries of chance', async () => {
    const chance = chanceOf(11);
    const texts = textsOf(chance);
    const read = texts.map(wordsOfBlocks);
    const db = new PressmarkDatabase('word-index');
    await db.open();
    const packed = texts.map((blocks, doc) => ({ doc, change: 1, bytes: packDoc(blocks) }));
    for (let segment = 1; segment <= SEGMENTS; segment += 1) {
      const own = packed.slice((segment - 1) * PER_SEGMENT, segment * PER_SEGMENT);
      // A document that was changed later: what the segment holds of it does not count.
      const old = { doc: SIZE - segment, bytes: packDoc(['của của th1 lá an']) };
      const built = await buildSegment(segment, [...own, old]);
      const gone = Uint8Array.from(built.docs, (doc) => (doc === old.doc ? 1 : 0));
      await db.segments.put({ segment, docs: built.docs, lengths: built.lengths, gone });
      await db.postings.bulkPut(built.postings);
      await db.pairs.bulkPut(built.pairs);
    }
    await db.tail.bulkPut(packed.slice(SEGMENTS * PER_SEGMENT));

    const index = new WordIndex(db);
    let hits = 0;
    let settled = 0;
    for (let turn = 0; turn < 250; turn += 1) {
      const node = queryOf(chance);
      const { sources, docs, length } = await index.read(wordsAsked(node));
      const found = await evaluate(node, {
        size: SIZE,
        sources,
        weights: { docs, length },
        all: DocSet.full(SIZE),
        fieldDocs: () => DocSet.full(SIZE),
        besideText: () => null,
        mostAsked: SIZE,
        inTexts: async (part, some) => some.map((doc) => blocksAnswer(part, read[doc]!, true)),
      });
      const truth = scan(node, read);
      for (const [doc, isHit] of truth.entries()) {
        const said = found.yes.has(doc) ? 'yes' : found.maybe.has(doc) ? 'maybe' : 'no';
        if (said === 'maybe') settled += 1;
        const answer = said === 'maybe' ? found.test(doc, read[doc]!) : said === 'yes';
        if (answer !== isHit)
          throw new Error(`${JSON.stringify(node)} in ${doc}: ${said}, ${answer}, should be ${isHit}`);
        if (isHit) hits += 1;
      }
    }
    expect(hits).toBeGreaterThan(5_000);
    expect(settled).toBeGreaterThan(50);
    db.close();
  });

  it('tells of two words that are in thousands of texts whether they stand side by side, without any text', async () => {
    const chance = chanceOf(5);
    const count = 2_500;
    const texts = Array.from({ length: count }, () => [
      Array.from({ length: 45 }, () =>
        chance.next() < 0.5 ? chance.pick(FREQUENT) : `th${chance.below(90)}`,
      ).join(' '),
    ]);
    const read = texts.map(wordsOfBlocks);
    const db = new PressmarkDatabase('word-index-pairs');
    await db.open();
    const built = await buildSegment(
      1,
      texts.map((blocks, doc) => ({ doc, bytes: packDoc(blocks) })),
    );
    const gone = new Uint8Array(count);
    await db.segments.put({ segment: 1, docs: built.docs, lengths: built.lengths, gone });
    await db.postings.bulkPut(built.postings);
    await db.pairs.bulkPut(built.pairs);
    expect(built.pairs.length).toBeGreaterThan(10);
    const index = new WordIndex(db);
    for (const typed of ['của công', 'công của', 'th7 dân', 'người th3', 'th4 th5']) {
      const at = { start: 0, end: 0 };
      const words = typed.split(' ').map((word) => wordOf(word));
      const node: QueryNode = { is: 'phrase', words, marksCount: false, at };
      const { sources, docs, length } = await index.read(wordsAsked(node));
      const found = await evaluate(node, {
        size: count,
        sources,
        weights: { docs, length },
        all: DocSet.full(count),
        fieldDocs: () => DocSet.full(count),
        besideText: () => null,
        inTexts: () => Promise.reject(new Error('a text was asked')),
      });
      const truth = scan(node, read);
      expect(truth.filter(Boolean).length, typed).toBeGreaterThan(2);
      expect(
        truth.map((_, doc) => found.yes.has(doc)),
        typed,
      ).toEqual(truth);
      expect(found.maybe.toArray().length, typed).toBe(found.yes.toArray().length);
    }
    db.close();
  });
});
