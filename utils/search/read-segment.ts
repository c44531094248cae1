/** Reads what `build-segment.ts` wrote: the words of a row, the documents of a word, what stands beside it. */
import { BitReader } from './bits';
import { ByteReader } from './byte-list';
import { readList } from './number-list';
import { readSmall } from './small-code';
import {
  groupOf,
  groupsFor,
  isRanked,
  LEAST_TABLE,
  MOST_SHARED,
  namesCode,
  pairsKept,
  type PairsKept,
  stepsFor,
  Ways,
} from './segment-format';
import type { Beside, WordInDocs } from './word-in-docs';

export interface RowOfWords {
  beginning: string;
  bytes: Uint8Array;
  /** The row of `pairs` under the same key, where the pairs are not inline. */
  pairs: Uint8Array | null;
}

/** @param wants tells which words of the row are read */
export function wordsInRow(
  { beginning, bytes, pairs }: RowOfWords,
  ofDocs: number,
  wants: (word: string) => boolean,
): WordInDocs[] {
  const reader = new ByteReader(bytes);
  const first = reader.number();
  const isInline = first % 2 === 1;
  const headLength = reader.number();
  const head = new ByteReader(bytes, reader.at);
  reader.at += headLength;
  const postingsLength = isInline ? reader.number() : 0;
  const bits = new BitReader(bytes, reader.at);
  const pairBytes = isInline ? bytes : pairs;
  let beside = isInline ? reader.at + postingsLength : 0;
  const words: WordInDocs[] = [];
  let word = beginning;
  for (let left = first >>> 1; left > 0; left -= 1) {
    word = readWord(head, beginning, word);
    const isWanted = wants(word);
    const { docs, written, sets } = readWays(head, word, isWanted);
    const rank = isRanked(docs) ? head.number() : -1;
    const length = rank < 0 ? 0 : head.number();
    if (isWanted || rank < 0) {
      const read = readDocs(bits, docs, ofDocs, sets);
      if (isWanted) {
        const pairsOf = rank >= 0 && pairBytes ? { bytes: pairBytes, at: beside, rank, docs, ofDocs } : null;
        words.push({ ...read, written, rank, places: null, beside: pairsOf && besideFrom(pairsOf) });
      }
    } else bits.seek(bits.nextByte + length);
    if (rank >= 0) beside += head.number();
  }
  return words;
}

/** Are the pairs in the row itself, so that there is none in `pairs`? */
export function hasPairsInline({ bytes }: RowOfWords): boolean {
  return new ByteReader(bytes).number() % 2 === 1;
}

/** By which rank its neighbours know a word of the row, −1: by none; null: it is not there. Only the head is read. */
export function rankInRow({ beginning, bytes }: RowOfWords, sought: string): number | null {
  const reader = new ByteReader(bytes);
  const words = reader.number() >>> 1;
  reader.number();
  let word = beginning;
  for (let left = words; left > 0; left -= 1) {
    word = readWord(reader, beginning, word);
    const { docs } = readWays(reader, word, false);
    const rank = isRanked(docs) ? reader.number() : -1;
    if (word === sought) return rank;
    if (rank < 0) continue;
    reader.number();
    reader.number();
  }
  return null;
}

function readWord(head: ByteReader, beginning: string, before: string): string {
  const lengths = head.number();
  const shared = beginning.length + (lengths & MOST_SHARED);
  return before.slice(0, shared) + head.letters(Math.floor(lengths / (MOST_SHARED + 1)));
}

function readWays(head: ByteReader, word: string, isWanted: boolean) {
  const both = head.number();
  const docs = Math.floor(both / 4);
  const ways = both % 4;
  const written: string[] = [];
  const sets: number[] = [];
  const take = () => {
    if (isWanted) written.push(head.text() || word);
    else head.skipText();
  };
  if (ways === Ways.AsFolded) written.push(word);
  else if (ways === Ways.One) take();
  else {
    for (let turn = head.number(); turn > 0; turn -= 1) take();
    for (let turn = head.number(); turn > 0; turn -= 1) sets.push(head.number());
  }
  return { docs, written, sets: sets.length > 0 ? sets : [1] };
}

function readDocs(bits: BitReader, docs: number, ofDocs: number, sets: readonly number[]) {
  const ats = readList(bits, docs, ofDocs);
  const counts = new Uint16Array(docs).fill(1);
  let reached: Uint16Array | null = null;
  for (const { as } of stepsFor(docs, ofDocs)) {
    const before: Uint16Array | null = reached;
    const among = readSome(bits, before ? before.length : docs);
    const now: Uint16Array = before ? among.map((place) => before[place]!) : among;
    for (const n of now) counts[n] = as;
    reached = now;
    if (now.length === 0) break;
  }
  const masks = new Uint32Array(docs).fill(sets[0]!);
  if (sets.length > 1) {
    const ranks = readFew(bits, docs);
    for (let n = 0; n < docs; n += 1) masks[n] = sets[ranks[n]!]!;
  }
  const titles = new Uint8Array(docs);
  for (const n of readSome(bits, docs)) titles[n] = 1;
  bits.seek(bits.nextByte);
  return { ats, counts, masks, titles };
}

function readSome(bits: BitReader, of: number): Uint16Array {
  const count = bits.gamma() - 1;
  return readList(bits, count, of);
}

function readFew(bits: BitReader, count: number): Uint32Array {
  if (count >= LEAST_TABLE) return readSmall(bits, count);
  const numbers = new Uint32Array(count);
  for (let n = 0; n < count; n += 1) numbers[n] = bits.gamma() - 1;
  return numbers;
}

interface PairsOfWord {
  bytes: Uint8Array;
  at: number;
  rank: number;
  docs: number;
  ofDocs: number;
}

/** Looks a neighbour up, passing over those before it. */
function besideFrom({ bytes, at, rank, docs, ofDocs }: PairsOfWord): NonNullable<WordInDocs['beside']> {
  const kept = pairsKept(docs, ofDocs);
  return (other, isAfter) => {
    const bits = new BitReader(bytes, at);
    if (!isAfter) lookUp(bits, rank, docs, kept, -1);
    return lookUp(bits, rank, docs, kept, other);
  };
}

/** Reads one side to its end, or until the answer is known. @param wanted −1: nothing is looked for */
function lookUp(
  bits: BitReader,
  rank: number,
  docs: number,
  { leastNamed, hasRare }: PairsKept,
  wanted: number,
): Beside | null {
  const named = bits.gamma() - 1;
  const forNames = namesCode(named, rank);
  let here = -1;
  for (let left = named; left > 0; left -= 1) {
    here += bits.rice(forNames) + 1;
    const count = bits.gamma() + leastNamed - 1;
    const nth = readList(bits, count, docs);
    if (here === wanted) return { nth, isSure: true };
  }
  if (!hasRare) return null;
  const groups = groupsFor(docs);
  const own = wanted < 0 ? -1 : groupOf(wanted, groups);
  for (let group = 0; group < groups; group += 1) {
    const nth = readSome(bits, docs);
    if (group === own) return { nth, isSure: false };
  }
  return null;
}
