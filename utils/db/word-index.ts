/**
 * The word index as a reader sees it. Promise: of the index only what describes its documents is in memory (7 bytes each) and
 * the short tail; the rows of a query's words are read when they are asked for, and never belong to another state of the
 * index than the rest.
 */
import { hasPairsInline, rankInRow, wordsInRow, type RowOfWords } from '@/utils/search/read-segment';
import { beginningOfKey, rangesOf, rangesOfPrefix, segmentOfKey } from '@/utils/search/segment-format';
import { tailSource, type TailRow } from '@/utils/search/tail-source';
import type { WordSource } from '@/utils/search/word-in-docs';
import type { QueryWord } from '@/utils/search/query';
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
      const [changes, rows] = await Promise.all([db.segments.get(CHANGES), readRows(db, words)]);
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
}

interface RowRead extends RowOfWords {
  key: string;
}

/** Of each word (`prefix*` for a beginning), by segment. */
type RowsRead = Map<string, Map<number, RowRead[]>>;

const nameOf = ({ folded, isPrefix }: QueryWord) => folded + (isPrefix ? '*' : '');

async function readRows(db: PressmarkDatabase, words: readonly AskedWord[]): Promise<RowsRead> {
  const asked = new Map(words.map((word) => [nameOf(word), word]));
  const read = await Promise.all(
    [...asked].map(async ([name, { folded, isPrefix }]) => {
      const ranges = isPrefix ? rangesOfPrefix(folded) : rangesOf(folded);
      const some = await Promise.all(
        ranges.map(({ from, to }) => db.postings.where('key').between(from, to).toArray()),
      );
      const bySegment = new Map<number, RowRead[]>();
      for (const { key, bytes } of some.flat()) {
        const row: RowRead = { key, beginning: beginningOfKey(key), bytes, pairs: null };
        const segment = segmentOfKey(key);
        const before = bySegment.get(segment);
        if (before) before.push(row);
        else bySegment.set(segment, [row]);
      }
      return [name, bySegment] as const;
    }),
  );
  const rows: RowsRead = new Map(read);
  await readPairs(db, words, rows);
  return rows;
}

/**
 * What stands beside a word is read of the rarer of two neighbours only: of the other it is never asked, and is the longest row
 * there is.
 */
async function readPairs(db: PressmarkDatabase, words: readonly AskedWord[], rows: RowsRead): Promise<void> {
  /** By the word or the letters they begin with: their keys follow each other. */
  const needed = new Map<string, Map<string, RowRead[]>>();
  for (const word of words) {
    if (!word.next || word.isPrefix || word.next.isPrefix) continue;
    for (const [segment, some] of rows.get(word.folded) ?? []) {
      const own = placeOf(some, word.folded);
      const other = placeOf(rows.get(word.next.folded)?.get(segment) ?? [], word.next.folded);
      if (!own || !other || own.rank < 0 || other.rank < 0) continue;
      const { row } = own.rank >= other.rank ? own : other;
      if (hasPairsInline(row)) continue;
      const of = row.key.slice(0, row.key.lastIndexOf('/'));
      const together = needed.get(of) ?? new Map<string, RowRead[]>();
      needed.set(of, together.set(row.key, [...(together.get(row.key) ?? []), row]));
    }
  }
  await Promise.all(
    [...needed.values()].map(async (together) => {
      const keys = [...together.keys()].toSorted();
      const pairs = await db.pairs.where('key').between(keys[0]!, keys.at(-1)!, true, true).toArray();
      for (const { key, bytes } of pairs) for (const row of together.get(key) ?? []) row.pairs = bytes;
    }),
  );
}

function placeOf(some: readonly RowRead[], word: string): { row: RowRead; rank: number } | null {
  for (const row of some) {
    const rank = rankInRow(row, word);
    if (rank !== null) return { row, rank };
  }
  return null;
}

function segmentSource({ segment, docs, lengths, gone }: SearchSegment, rows: RowsRead): WordSource {
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
