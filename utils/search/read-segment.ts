/** Reads what `build-segment.ts` wrote: the words of a row, the documents of a word, what stands beside it. */
import { BitReader } from './bits';
import { ByteReader } from './byte-list';
import { readList } from './number-list';
import { readSmall } from './small-code';
import {
  countOf,
  groupOf,
  groupsFor,
  keepsPairs,
  LEAST_NAMED,
  LEAST_TABLE,
  nameOf,
  namesCode,
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
  const isInline = reader.number() === 1;
  const headLength = reader.number();
  const head = new ByteReader(bytes, reader.at);
  reader.at += headLength;
  const postingsLength = reader.number();
  let postings = reader.at;
  const pairBytes = isInline ? bytes : pairs;
  let beside = isInline ? reader.at + postingsLength : 0;
  const words: WordInDocs[] = [];
  for (let left = head.number(); left > 0; left -= 1) {
    const word = beginning + head.text();
    const isWanted = wants(word);
    const docs = head.number();
    const forms = head.number();
    const written: string[] = [];
    for (let turn = 0; turn < forms; turn += 1) {
      if (isWanted) written.push(head.text() || word);
      else head.skipText();
    }
    const sets: number[] = forms > 1 ? [] : [1];
    if (forms > 1) for (let turn = head.number(); turn > 0; turn -= 1) sets.push(head.number());
    const length = head.number();
    if (isWanted) {
      const from = keepsPairs(docs, ofDocs) && pairBytes ? { bytes: pairBytes, at: beside } : null;
      words.push({
        ...readDocs(bytes, postings, docs, ofDocs, sets),
        written,
        places: null,
        beside: besideFrom(from, docs),
      });
    }
    postings += length;
    if (keepsPairs(docs, ofDocs)) beside += head.number();
  }
  return words;
}

function readDocs(bytes: Uint8Array, from: number, docs: number, ofDocs: number, sets: readonly number[]) {
  const bits = new BitReader(bytes, from);
  const ats = readList(bits, docs, ofDocs);
  const counts = new Uint8Array(docs);
  readFew(bits, docs, (n, level) => {
    counts[n] = countOf(level);
  });
  const masks = new Uint32Array(docs).fill(sets[0]!);
  if (sets.length > 1)
    readFew(bits, docs, (n, rank) => {
      masks[n] = sets[rank]!;
    });
  const titles = new Uint8Array(docs);
  const titled = bits.gamma() - 1;
  for (const n of readList(bits, titled, docs)) titles[n] = 1;
  return { ats, counts, masks, titles };
}

function readFew(bits: BitReader, count: number, visit: (n: number, number: number) => void): void {
  if (count >= LEAST_TABLE) readSmall(bits, count, visit);
  else for (let n = 0; n < count; n += 1) visit(n, bits.gamma() - 1);
}

/** Looks a neighbour up, passing over those before it. */
function besideFrom(from: { bytes: Uint8Array; at: number } | null, docs: number): WordInDocs['beside'] {
  if (!from) return null;
  return (other, isAfter): Beside => {
    const bits = new BitReader(from.bytes, from.at);
    if (!isAfter) lookUp(bits, docs, -1);
    return lookUp(bits, docs, nameOf(other));
  };
}

/** Reads one side to its end, or until the answer is known. @param name −1: nothing is looked for */
function lookUp(bits: BitReader, docs: number, name: number): Beside {
  const named = bits.gamma() - 1;
  const forNames = namesCode(named);
  let here = -1;
  for (let left = named; left > 0; left -= 1) {
    here += bits.rice(forNames) + 1;
    const count = bits.gamma() + LEAST_NAMED - 1;
    const nth = readList(bits, count, docs);
    if (here === name) return { nth, isSure: true };
  }
  const groups = groupsFor(docs);
  const wanted = name < 0 ? -1 : groupOf(name, groups);
  for (let group = 0; group < groups; group += 1) {
    const count = bits.gamma() - 1;
    const nth = readList(bits, count, docs);
    if (group === wanted) return { nth, isSure: false };
  }
  return { nth: NONE, isSure: true };
}

const NONE = new Uint16Array(0);
