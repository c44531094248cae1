/** Reads what `build-segment.ts` wrote: the words of a row, the documents of a word, its places in some of them. */
import { BitReader } from './bits';
import { ByteReader } from './byte-list';
import { placesCode, POSITIONS_STEP, titlesCode } from './segment-format';
import type { WordInDocs } from './word-in-docs';

interface Entry {
  word: string;
  docs: number;
  written: string[];
  sets: number[];
  coarseness: number;
  postings: number;
  /** Byte where each step of positions begins. */
  steps: number[];
}

export interface RowOfWords {
  beginning: string;
  bytes: Uint8Array;
  /** The row of `positions` under the same key, where the places are not inline. */
  positions: Uint8Array | null;
}

function entriesOf({ beginning, bytes }: RowOfWords, wants: (word: string) => boolean) {
  const reader = new ByteReader(bytes);
  const isInline = reader.number() === 1;
  const headLength = reader.number();
  const head = new ByteReader(bytes, reader.at);
  reader.at += headLength;
  const postingsLength = reader.number();
  let postings = reader.at;
  let places = isInline ? reader.at + postingsLength : 0;
  const entries: Entry[] = [];
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
    const coarseness = head.number();
    const steps: number[] = [];
    for (let from = 0; from < docs; from += POSITIONS_STEP) {
      steps.push(places);
      places += head.number();
    }
    if (isWanted) entries.push({ word, docs, written, sets, coarseness, postings, steps });
    postings += length;
  }
  return { isInline, entries };
}

/** @param lengths of the segment's documents, in places */
export function wordsInRow(
  row: RowOfWords,
  lengths: Uint16Array,
  wants: (word: string) => boolean,
): WordInDocs[] {
  const { isInline, entries } = entriesOf(row, wants);
  const positions = isInline ? row.bytes : row.positions;
  return entries.map((entry) => readWord(entry, row.bytes, positions, lengths));
}

function readWord(
  entry: Entry,
  bytes: Uint8Array,
  positions: Uint8Array | null,
  lengths: Uint16Array,
): WordInDocs {
  const { docs, sets, coarseness, written, steps } = entry;
  const bits = new BitReader(bytes, entry.postings);
  const ats = new Uint16Array(docs);
  const counts = new Uint16Array(docs);
  const masks = new Uint32Array(docs);
  const titles = new Uint8Array(docs);
  const forGaps = bits.read(5);
  const forCounts = bits.read(5);
  const forRanks = bits.read(5);
  const isManifold = sets.length > 1;
  let at = -1;
  for (let n = 0; n < docs; n += 1) {
    at += bits.rice(forGaps) + 1;
    ats[n] = at;
    counts[n] = Math.min(65_535, bits.rice(forCounts) + 1);
    masks[n] = isManifold ? sets[bits.rice(forRanks)]! : sets[0]!;
  }
  const titled = bits.gamma() - 1;
  // The same mean as when it was written.
  const forTitles = titlesCode(docs, titled);
  let n = -1;
  for (let left = titled; left > 0; left -= 1) {
    n += bits.rice(forTitles) + 1;
    titles[n] = 1;
  }

  /** Places of a step of documents, read when first asked for. */
  const read = new Map<number, Uint32Array[]>();
  function stepAt(step: number): Uint32Array[] {
    let places = read.get(step);
    if (places || !positions) return places ?? [];
    places = [];
    const reader = new BitReader(positions, steps[step]);
    const end = Math.min(docs, (step + 1) * POSITIONS_STEP);
    for (let doc = step * POSITIONS_STEP; doc < end; doc += 1) {
      const count = coarseness > 0 ? counts[doc]! - reader.rice(1) : counts[doc]!;
      const k = placesCode(lengths[ats[doc]!]! >>> coarseness, count);
      const some = new Uint32Array(count);
      let place = -1;
      for (let one = 0; one < count; one += 1) {
        place += reader.rice(k) + 1;
        some[one] = place;
      }
      places.push(some);
    }
    read.set(step, places);
    return places;
  }

  return {
    ats,
    counts,
    written,
    masks,
    titles,
    coarseness,
    placesOf: (doc) => stepAt(Math.floor(doc / POSITIONS_STEP))[doc % POSITIONS_STEP] ?? NOWHERE,
  };
}

const NOWHERE = new Uint32Array(0);
