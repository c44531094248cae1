/**
 * Where a word stands, whoever tells it: a merged segment, the tail of documents just saved, several words of one beginning.
 * Each list is of one type, whoever fills it: code that meets several is several times slower.
 */

/** Documents in which two words stand side by side: places in the list of the one that was asked. */
export interface Beside {
  nth: Uint16Array;
  /** false: in some of these it may be another word. */
  isSure: boolean;
}

export interface WordInDocs {
  /** Places of the documents in their source, ascending. */
  ats: Uint16Array;
  /** How often, for each of `ats`. */
  counts: Uint16Array;
  /** Ways of writing that occur; `null`: they are not told apart. */
  written: readonly string[] | null;
  /** For each of `ats` a bit for each way of writing. */
  masks: Uint32Array;
  /** For each of `ats` 1 where the title has it. */
  titles: Uint8Array;
  /** Ascending places in the n-th of `ats`; null: they are not known. */
  places: ((n: number) => readonly number[]) | null;
  /** Where another word stands right beside it; null: nobody knows. Asked of the rarer of two words only. */
  beside: ((rank: number, isAfter: boolean) => Beside | null) | null;
  /** By which its neighbours know it: the more frequent, the lower; −1: they do not. */
  rank: number;
}

/** Documents with words: numbered, of known length; those that no longer count are skipped. */
export interface WordSource {
  docs: Uint32Array;
  lengths: Uint16Array;
  isGone: (at: number) => boolean;
  find: (folded: string) => WordInDocs | null;
  beginningWith: (prefix: string) => WordInDocs[];
}

/** Who has no ways of writing is not asked for them. */
const NO_MASKS = new Uint32Array(0);

/** Several words as if they were one: `thanh*`. @param ofDocs documents of the source */
export function joinWords(words: readonly WordInDocs[], ofDocs: number): WordInDocs | null {
  if (words.length < 2) return words[0] ?? null;
  const often = new Uint16Array(ofDocs);
  const title = new Uint8Array(ofDocs);
  let count = 0;
  for (const { ats, counts, titles } of words)
    for (let n = 0; n < ats.length; n += 1) {
      const at = ats[n]!;
      if (often[at] === 0) count += 1;
      often[at]! += counts[n]!;
      title[at]! |= titles[n]!;
    }
  const ats = new Uint16Array(count);
  const counts = new Uint16Array(count);
  const titles = new Uint8Array(count);
  let n = 0;
  for (let at = 0; at < ofDocs; at += 1) {
    if (often[at] === 0) continue;
    ats[n] = at;
    counts[n] = often[at]!;
    titles[n] = title[at]!;
    n += 1;
  }
  return {
    ats,
    counts,
    titles,
    written: null,
    masks: NO_MASKS,
    places: words.every(({ places }) => places) ? (one) => placesIn(words, ats[one]!) : null,
    beside: null,
    rank: -1,
  };
}

function placesIn(words: readonly WordInDocs[], at: number): number[] {
  const places = words.flatMap((word) => {
    const own = Array.from(word.ats).indexOf(at);
    return own < 0 ? [] : word.places!(own);
  });
  return places.sort((a, b) => a - b);
}
