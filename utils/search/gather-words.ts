/** The words of several documents brought together, word by word. */
import type { PackedRow } from './build-segment';
import { MOST_WRITTEN } from './segment-format';
import { PackedDoc } from './tail-doc';

/** All that is known of one word while a segment is built. */
export interface GatheredWord {
  folded: string;
  number: number;
  /** Place of the document in the segment, ascending. */
  docs: number[];
  counts: number[];
  /** Place in `docs` of those that have it in the title. */
  titles: number[];
  written: string[];
  /** A bit for each way of writing. */
  masks: number[];
}

export interface GatheredWords {
  words: GatheredWord[];
  docs: Uint32Array;
  lengths: Uint16Array;
  /** For each document its words by number, plus one, place by place; 0 where a block ends. */
  runs: Uint32Array[];
}

export async function gatherWords(
  packed: readonly PackedRow[],
  rest: () => Promise<void>,
): Promise<GatheredWords> {
  const byName = new Map<string, GatheredWord>();
  const words: GatheredWord[] = [];
  const docs = new Uint32Array(packed.length);
  const lengths = new Uint16Array(packed.length);
  const runs: Uint32Array[] = [];
  for (const [at, { doc, bytes }] of packed.entries()) {
    const read = new PackedDoc(bytes);
    docs[at] = doc;
    lengths[at] = Math.min(65_535, read.length);
    const run = new Uint32Array(read.length);
    runs.push(run);
    for (let place = 0; place < read.count; place += 1) {
      const { folded, written, inTitle, places } = read.word(place);
      let word = byName.get(folded);
      if (!word) {
        word = { folded, number: words.length, docs: [], counts: [], titles: [], written: [], masks: [] };
        byName.set(folded, word);
        words.push(word);
      }
      if (inTitle) word.titles.push(word.docs.length);
      word.docs.push(at);
      word.counts.push(places.length);
      let mask = 0;
      for (const form of written) mask |= 1 << bitOf(word.written, form);
      word.masks.push(mask);
      for (const where of places) run[where] = word.number + 1;
    }
    if (at % 16 === 15) await rest();
  }
  return { words, docs, lengths, runs };
}

function bitOf(written: string[], form: string): number {
  const known = written.indexOf(form);
  if (known >= 0) return known;
  if (written.length >= MOST_WRITTEN) return MOST_WRITTEN - 1;
  return written.push(form) - 1;
}
