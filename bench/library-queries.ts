/** What is asked of the engines: for times, five kinds of queries as people type them; for hit sets, the plants. */
import type { ScannedQuery } from './plain-scan';
import { PLANTS } from './synthetic-plants';
import { rareWord, type SyntheticWords } from './synthetic-words';

export const QUERY_KINDS = ['rare', 'frequent', 'two words', 'phrase', 'prefix'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

export interface TimedQuery extends ScannedQuery {
  kind: QueryKind;
}

const EACH = 20;

/** The same for every engine and size. */
export function timedQueries(words: SyntheticWords): TimedQuery[] {
  const { syllables, pairs } = words.frequent();
  const long = syllables.filter((word) => word.length >= 3);
  const query = (kind: QueryKind, mode: TimedQuery['mode'], typed: string): TimedQuery => ({
    kind,
    mode,
    typed,
    marksCount: false,
  });
  // Without the shared corpus there are few words: the same come again.
  const nth = (of: string[], at: number) => of[at % of.length]!;
  const each = (make: (at: number) => TimedQuery) => Array.from({ length: EACH }, (_, at) => make(at));
  return [
    // Ranks of the long tail: from words of many articles to words of a few.
    ...each((at) => query('rare', 'and', rareWord(20 + at * at * 7).toLowerCase())),
    ...each((at) => query('frequent', 'and', nth(syllables, at))),
    // Not neighbours in the corpus' order of frequency, so that they are no phrase but by chance.
    ...each((at) => query('two words', 'and', `${nth(long, at * 5 + 1)} ${nth(long, 400 - at * 9)}`)),
    ...each((at) => query('phrase', 'phrase', at < PLANTS.length ? PLANTS[at]!.phrase : nth(pairs, at * 4))),
    ...each((at) => query('prefix', 'prefix', nth(long, at * 11 + 3).slice(0, 3))),
  ];
}

/** Plants with and without marks, in NFC and NFD, with both places of the tone mark; their words apart; beginnings. */
export function hitQueries(words: SyntheticWords): ScannedQuery[] {
  const plain = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const queries: ScannedQuery[] = [];
  for (const { phrase, otherMarks } of PLANTS) {
    for (const typed of [phrase, phrase.normalize('NFD')])
      queries.push(
        { mode: 'phrase', typed, marksCount: false },
        { mode: 'phrase', typed, marksCount: true },
        { mode: 'and', typed, marksCount: false },
      );
    queries.push(
      { mode: 'phrase', typed: plain(phrase), marksCount: false },
      { mode: 'phrase', typed: otherMarks, marksCount: true },
    );
  }
  for (const typed of ['hòa', 'hoà', 'hoa', 'đường', 'đương', 'quý', 'Phú Quý'])
    queries.push({ mode: 'phrase', typed, marksCount: true }, { mode: 'phrase', typed, marksCount: false });
  return [...queries, ...timedQueries(words)];
}
