/**
 * The word index as a reader sees it. Promise: of the index only what describes its documents is in memory (7 bytes each) and
 * the short tail; the rows of a query's words are read when they are asked for, and never belong to another state of the
 * index than the rest.
 */
import { wordsInRow } from '@/utils/search/read-segment';
import { beginningOfKey, rangesOf, rangesOfPrefix, segmentOfKey } from '@/utils/search/segment-format';
import { tailSource, type TailRow } from '@/utils/search/tail-source';
import type { WordSource } from '@/utils/search/word-in-docs';
import type { AskedWord } from '@/utils/search/words-asked';
import type { SearchSegment } from './derived';
import type { PressmarkDatabase } from './schema';

/** The row of `segments` that counts changes. */
const CHANGES = 0;

export interface WordsRead {
  sources: WordSource[];
  /** Documents with words in the index, and places they use on average. */
  docs: number;
  length: number;
}

interface Held {
  change: number;
  segments: SearchSegment[];
  tail: TailRow[];
  docs: number;
  length: number;
}

export class WordIndex {
  #held: Held | null = null;

  constructor(readonly db: PressmarkDatabase) {}

  /** What is known of these words: the rows of all of them, in one transaction. */
  async read(words: readonly AskedWord[]): Promise<WordsRead> {
    const { db } = this;
    return db.transaction('r', [db.segments, db.tail, db.postings, db.pairs], async () => {
      const [changes, rows] = await Promise.all([db.segments.get(CHANGES), this.#rows(words)]);
      const change = changes?.change ?? 0;
      if (this.#held?.change !== change) this.#held = await this.#hold(change);
      const held = this.#held;
      const sources = held.segments.map((segment) => segmentSource(segment, rows));
      if (held.tail.length > 0) sources.push(tailSource(held.tail));
      return { sources, docs: held.docs, length: held.length };
    });
  }

  async #hold(change: number): Promise<Held> {
    const { db } = this;
    const [segments, tail] = await Promise.all([
      db.segments.where('segment').above(CHANGES).toArray(),
      db.tail.toArray(),
    ]);
    const places = segments.reduce((sum, { lengths }) => sum + lengths.reduce((a, b) => a + b, 0), 0);
    const merged = segments.reduce((sum, { docs }) => sum + docs.length, 0);
    const docs = merged + tail.length;
    return { change, segments, tail, docs, length: merged > 0 ? places / merged : 1_000 };
  }

  async #rows(words: readonly AskedWord[]): Promise<Map<string, Map<number, RowsOfKey>>> {
    const { db } = this;
    const asked = new Map<string, AskedWord>();
    for (const word of words) {
      const name = word.folded + (word.isPrefix ? '*' : '');
      asked.set(name, { ...word, isInRun: word.isInRun || asked.get(name)?.isInRun === true });
    }
    const read = await Promise.all(
      [...asked].map(async ([name, { folded, isPrefix, isInRun }]) => {
        const ranges = isPrefix ? rangesOfPrefix(folded) : rangesOf(folded);
        const some = await Promise.all(
          ranges.map(({ from, to }) =>
            Promise.all(
              [db.postings, ...(isInRun && !isPrefix ? [db.pairs] : [])].map((table) =>
                table.where('key').between(from, to).toArray(),
              ),
            ),
          ),
        );
        const bySegment = new Map<number, RowsOfKey>();
        for (const [postings, pairs] of some) {
          const beside = new Map((pairs ?? []).map(({ key, bytes }) => [key, bytes]));
          for (const { key, bytes } of postings!) {
            const segment = segmentOfKey(key);
            const row = { beginning: beginningOfKey(key), bytes, pairs: beside.get(key) ?? null };
            bySegment.set(segment, [...(bySegment.get(segment) ?? []), row]);
          }
        }
        return [name, bySegment] as const;
      }),
    );
    return new Map(read);
  }
}

type RowsOfKey = Parameters<typeof wordsInRow>[0][];

function segmentSource(
  { segment, docs, lengths, gone }: SearchSegment,
  rows: ReadonlyMap<string, ReadonlyMap<number, RowsOfKey>>,
): WordSource {
  const within = (name: string, wants: (word: string) => boolean) =>
    (rows.get(name)?.get(segment) ?? []).flatMap((row) => wordsInRow(row, docs.length, wants));
  return {
    docs,
    lengths,
    isGone: (at) => gone[at] === 1,
    find: (folded) => within(folded, (word) => word === folded)[0] ?? null,
    beginningWith: (prefix) => within(`${prefix}*`, (word) => word.startsWith(prefix)),
  };
}
