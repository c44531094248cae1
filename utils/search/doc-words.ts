/**
 * The words of one document, as the search index takes them: each once, with how it is written there, whether the title has
 * it, and its places. Places count words; a new block (a line) leaves one place free, so that no phrase reaches across.
 */
import { tokensOf } from './tokens';

export interface DocWord {
  folded: string;
  /** The ways it is written: `đường` and `dương` are both *duong*. */
  written: string[];
  inTitle: boolean;
  /** Ascending. */
  places: number[];
}

export interface DocWords {
  /** Places used, the free ones between blocks included. */
  length: number;
  /** Sorted by `folded` (UTF-16 order). */
  words: DocWord[];
}

/** Longer texts are indexed up to here; about 500 pages of a book. */
export const MOST_PLACES = 250_000;

/** @param blocks in their order; the first is the title */
export function docWordsOf(blocks: readonly string[]): DocWords {
  const found = new Map<string, DocWord>();
  let place = 0;
  for (const [at, block] of blocks.entries()) {
    for (const { folded, written } of tokensOf(block)) {
      if (place >= MOST_PLACES) break;
      let word = found.get(folded);
      if (!word) {
        word = { folded, written: [], inTitle: false, places: [] };
        found.set(folded, word);
      }
      if (!word.written.includes(written)) word.written.push(written);
      if (at === 0) word.inTitle = true;
      word.places.push(place);
      place += 1;
    }
    place += 1;
  }
  const words = [...found.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1));
  return { length: place, words };
}
