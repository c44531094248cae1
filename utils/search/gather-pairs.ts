/** Which words stand side by side, and in which documents, kept with the rarer word of each pair. */
import type { GatheredWords } from './gather-words';
import { isRanked } from './segment-format';

export interface Neighbour {
  /** Number of the other word: a lower one, or the same. */
  rank: number;
  /** Places in the host's list of documents, ascending. */
  nth: Uint16Array;
}

export interface Neighbours {
  /** The other word follows. */
  after: Neighbour[];
  /** The other word goes before. */
  before: Neighbour[];
}

export interface GatheredPairs {
  /** For each word its number among those with pairs, the most frequent first; −1: it has none. */
  ranks: Int32Array;
  /** What stands beside the word of this rank. */
  of: (rank: number) => Neighbours;
}

/** Other word, side and document in one number that a float holds exactly. */
const DOCS = 65_536;

export async function pairsOf(
  { names, having, own, runs }: GatheredWords,
  rest: () => Promise<void>,
): Promise<GatheredPairs> {
  const ranked = Array.from(having.keys()).filter((number) => isRanked(having[number]!));
  ranked.sort((a, b) => having[b]! - having[a]! || (names[a]! < names[b]! ? -1 : 1));
  const ranks = new Int32Array(names.length).fill(-1);
  for (const [rank, number] of ranked.entries()) ranks[number] = rank;

  const counts = new Uint32Array(ranked.length + 1);
  for (const [at, run] of runs.entries()) {
    eachPair(run, ranks, (host) => {
      counts[host + 1]! += 1;
    });
    if (at % 64 === 63) await rest();
  }
  const starts = counts;
  for (let rank = 0; rank < ranked.length; rank += 1) starts[rank + 1]! += starts[rank]!;
  const next = starts.slice();
  const pairs = new Float64Array(starts[ranked.length]!);
  /** For each rank the place in its list of the document at work. */
  const nth = new Int32Array(ranked.length).fill(-1);
  for (const [at, run] of runs.entries()) {
    for (const number of own[at]!) {
      const rank = ranks[number]!;
      if (rank >= 0) nth[rank]! += 1;
    }
    eachPair(run, ranks, (host, other, isAfter) => {
      pairs[next[host]!] = (other * 2 + (isAfter ? 0 : 1)) * DOCS + nth[host]!;
      next[host]! += 1;
    });
    if (at % 64 === 63) await rest();
  }
  return { ranks, of: (rank) => sorted(pairs.subarray(starts[rank]!, starts[rank + 1]!)) };
}

function eachPair(
  run: Uint32Array,
  ranks: Int32Array,
  visit: (host: number, other: number, isAfter: boolean) => void,
): void {
  let first = -1;
  for (let place = 0; place < run.length; place += 1) {
    const word = run[place]!;
    const second = word === 0 ? -1 : ranks[word - 1]!;
    if (first >= 0 && second >= 0) {
      if (first >= second) visit(first, second, true);
      else visit(second, first, false);
    }
    first = second;
  }
}

/** One document may have a pair many times. */
function sorted(pairs: Float64Array): Neighbours {
  pairs.sort();
  const neighbours: Neighbours = { after: [], before: [] };
  const all = new Uint16Array(pairs.length);
  let count = 0;
  let from = 0;
  let key = -1;
  let last = -1;
  const close = () => {
    if (count === from) return;
    const side = key % 2 === 0 ? neighbours.after : neighbours.before;
    side.push({ rank: key >>> 1, nth: all.subarray(from, count) });
    from = count;
  };
  for (const pair of pairs) {
    if (pair === last) continue;
    last = pair;
    const now = Math.floor(pair / DOCS);
    if (now !== key) {
      close();
      key = now;
    }
    all[count] = pair - now * DOCS;
    count += 1;
  }
  close();
  return neighbours;
}
