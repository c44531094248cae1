/** Where a word stands, whoever tells it: a merged segment, the tail of documents just saved, several words of one beginning. */

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
  /** Places are known to the nearest 2^coarseness words. */
  coarseness: number;
  /** Places of the n-th of `ats`, ascending, divided by 2^coarseness. */
  placesOf: (n: number) => ArrayLike<number>;
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
  const coarseness = Math.max(...words.map((word) => word.coarseness));
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
    coarseness,
    placesOf(n) {
      const places = new Set<number>();
      for (const [word, own] of ones[n]!.from) {
        const some = word.placesOf(own);
        for (let at = 0; at < some.length; at += 1) places.add(some[at]! >>> (coarseness - word.coarseness));
      }
      return [...places].sort((a, b) => a - b);
    },
  };
}
