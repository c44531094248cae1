import { describe, expect, it } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { buildSegment } from './build-segment';
import { packDoc } from './doc-words';
import { wordsInRow, type RowOfWords } from './read-segment';
import { beginningOfKey, rangesOf, rangesOfPrefix, segmentOfKey, stepsFor } from './segment-format';
import { PackedDoc } from './tail-doc';

const COMMON = ['của', 'là', 'lá', 'và', 'đường', 'dương', 'Dương', 'nhà', 'nước', 'trường', 'trung'];

/** Texts of frequent and rare words, long and short. */
function textsOf(seed: number, count: number): string[][] {
  const { next: random, pick } = chanceOf(seed);
  return Array.from({ length: count }, (_, doc) =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      Array.from({ length: Math.floor(random() * (doc === 3 ? 9_000 : 80)) }, () =>
        random() < 0.7 ? pick(COMMON) : `t${Math.floor(random() ** 3 * 3_000)}`,
      ).join(' '),
    ),
  );
}

describe('a segment', () => {
  it.each([1, 40, 300])(
    'of %i documents gives back every word, count, title, writing and neighbour',
    async (count) => {
      const packed = textsOf(count, count).map(packDoc);
      const made = packed.map((bytes) => {
        const doc = new PackedDoc(bytes);
        return Array.from({ length: doc.count }, (_, at) => doc.word(at));
      });
      const numbers = made.map((_, at) => at * 3 + 5);
      const built = await buildSegment(
        7,
        packed.map((bytes, at) => ({ doc: numbers[at]!, bytes })),
      );
      expect([...built.docs]).toEqual(numbers);
      const pairs = new Map(built.pairs.map(({ key, bytes }) => [key, bytes]));
      const rowsIn = (ranges: { from: string; to: string }[]): RowOfWords[] =>
        built.postings
          .filter(({ key }) => ranges.some(({ from, to }) => key >= from && key < to))
          .map(({ key, bytes }) => ({
            beginning: beginningOfKey(key),
            bytes,
            pairs: pairs.get(key) ?? null,
          }));
      expect(built.postings.every(({ key }) => segmentOfKey(key) === 7)).toBe(true);

      const all = new Map<string, { at: number; word: (typeof made)[0][0] }[]>();
      for (const [at, words] of made.entries())
        for (const word of words) all.set(word.folded, [...(all.get(word.folded) ?? []), { at, word }]);
      for (const [folded, expected] of all) {
        const found = rowsIn(rangesOf(folded)).flatMap((row) =>
          wordsInRow(row, count, (word) => word === folded),
        );
        expect(found, folded).toHaveLength(1);
        const [one] = found;
        expect([...Array.from(one!.ats)]).toEqual(expected.map(({ at }) => at));
        for (const [n, { word }] of expected.entries()) {
          const often = stepsFor(expected.length, count).findLast(({ from }) => word.places.length >= from);
          expect(one!.counts[n]).toBe(often?.as ?? 1);
          expect(one!.titles[n] === 1).toBe(word.inTitle);
          expect(one!.written!.filter((_, bit) => one!.masks[n]! & (1 << bit)).toSorted()).toEqual(
            word.written.toSorted(),
          );
        }
      }
      // Every two words that stand side by side somewhere, and the same two the other way round.
      const wordAt = (folded: string) =>
        rowsIn(rangesOf(folded)).flatMap((row) => wordsInRow(row, count, (word) => word === folded))[0]!;
      const runs = made.map((words) => {
        const run: string[] = [];
        for (const { folded, places } of words) for (const place of places) run[place] = folded;
        return run;
      });
      const asked = new Set<string>();
      for (const run of runs.slice(0, 12))
        for (let place = 1; place < run.length; place += 7)
          if (run[place - 1] && run[place])
            asked.add(`${run[place - 1]} ${run[place]}`).add(`${run[place]} ${run[place - 1]}`);
      let sure = 0;
      for (const pair of asked) {
        const [first, second] = pair.split(' ') as [string, string];
        const [one, other] = [wordAt(first), wordAt(second)];
        if (one.rank < 0 || other.rank < 0) continue;
        const isFirst = one.rank >= other.rank;
        const host = isFirst ? one : other;
        const beside = host.beside?.((isFirst ? other : one).rank, isFirst);
        if (!beside) continue;
        const said = Array.from(beside.nth, (n) => host.ats[n]!);
        const truth = runs.flatMap((run, at) =>
          run.some((word, place) => word === second && run[place - 1] === first) ? [at] : [],
        );
        if (beside.isSure) sure += 1;
        expect(beside.isSure ? said : said.filter((at) => truth.includes(at)), pair).toEqual(truth);
      }
      expect(sure > 0 || count < 64).toBe(true);
      const begun = rowsIn(rangesOfPrefix('tru')).flatMap((row) =>
        wordsInRow(row, count, (word) => word.startsWith('tru')),
      );
      expect(begun).toHaveLength(['trung', 'truong'].filter((word) => all.has(word)).length);
      expect(rowsIn(rangesOf('nowhere'))).toEqual([]);
    },
  );
});
