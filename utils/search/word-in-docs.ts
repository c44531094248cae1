/** Where a word stands, whoever tells it: a merged segment, the tail of documents just saved, several words of one beginning. */

/** Documents in which two words stand side by side: places in the list of the one that was asked. */
export interface Beside {
  nth: ArrayLike<number>;
  /** false: in some of these it may be another word. */
  isSure: boolean;
}

export interface WordInDocs {
  /** Places of the documents in their source, ascending. */
  ats: ArrayLike<number>;
  /** How often, for each of `ats`. */
  counts: ArrayLike<number>;
  /** Ways of writing that occur; `null`: they are not told apart. */
  written: readonly string[] | null;
  /** For each of `ats` a bit for each way of writing. */
  masks: ArrayLike<number>;
  /** For each of `ats` 1 where the title has it. */
  titles: ArrayLike<number>;
  /** Ascending places in the n-th of `ats`; null: they are not known. */
  places: ((n: number) => readonly number[]) | null;
  /** Where another word stands right beside it; null: nobody knows. Asked of the rarer of two words only. */
  beside: ((other: string, isAfter: boolean) => Beside) | null;
}

/** Documents with words: numbered, of known length; those that no longer count are skipped. */
export interface WordSource {
  docs: ArrayLike<number>;
  lengths: ArrayLike<number>;
  isGone: (at: number) => boolean;
  find: (folded: string) => WordInDocs | null;
  beginningWith: (prefix: string) => WordInDocs[];
}

/** Several words as if they were one: `thanh*`. */
export function joinWords(words: readonly WordInDocs[]): WordInDocs | null {
  if (words.length < 2) return words[0] ?? null;
  const all = new Map<number, { count: number; title: number; from: [WordInDocs, number][] }>();
  for (const word of words) {
    for (let n = 0; n < word.ats.length; n += 1) {
      const at = word.ats[n]!;
      const one = all.get(at);
      if (one) {
        one.count += word.counts[n]!;
        one.title |= word.titles[n]!;
        one.from.push([word, n]);
      } else all.set(at, { count: word.counts[n]!, title: word.titles[n]!, from: [[word, n]] });
    }
  }
  const ats = [...all.keys()].sort((a, b) => a - b);
  const ones = ats.map((at) => all.get(at)!);
  return {
    ats,
    counts: ones.map(({ count }) => count),
    written: null,
    masks: ones.map(() => 0),
    titles: ones.map(({ title }) => title),
    places: words.every(({ places }) => places)
      ? (n) => ones[n]!.from.flatMap(([word, own]) => word.places!(own)).sort((a, b) => a - b)
      : null,
    beside: null,
  };
}
