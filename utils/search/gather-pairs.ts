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
  /** Of each pair the other word and its side, and the place of the document in the host's list. */
  const keys = new Uint32Array(starts[ranked.length]!);
  const places = new Uint16Array(keys.length);
  /** For each rank the place in its list of the document at work. */
  const nth = new Int32Array(ranked.length).fill(-1);
  for (const [at, run] of runs.entries()) {
    for (const number of own[at]!) {
      const rank = ranks[number]!;
      if (rank >= 0) nth[rank]! += 1;
    }
    eachPair(run, ranks, (host, other, isAfter) => {
      const to = next[host]!;
      keys[to] = other * 2 + (isAfter ? 0 : 1);
      places[to] = nth[host]!;
      next[host] = to + 1;
    });
    if (at % 64 === 63) await rest();
  }
  return {
    ranks,
    of(rank) {
      const [from, to] = [starts[rank]!, starts[rank + 1]!];
      return sorted(keys.subarray(from, to), places.subarray(from, to), 2 * (rank + 1));
    },
  };
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

/** Sorted by counting, which leaves the documents of a pair in order. One may have a pair many times. */
function sorted(keys: Uint32Array, places: Uint16Array, ofKeys: number): Neighbours {
  const ends = new Uint32Array(ofKeys);
  for (let n = 0; n < keys.length; n += 1) ends[keys[n]!]! += 1;
  let sum = 0;
  for (let key = 0; key < ofKeys; key += 1) {
    const count = ends[key]!;
    ends[key] = sum;
    sum += count;
  }
  const starts = ends.slice();
  const nth = new Uint16Array(keys.length);
  for (let n = 0; n < keys.length; n += 1) {
    const key = keys[n]!;
    const end = ends[key]!;
    if (end > starts[key]! && nth[end - 1] === places[n]) continue;
    nth[end] = places[n]!;
    ends[key] = end + 1;
  }
  const neighbours: Neighbours = { after: [], before: [] };
  for (let key = 0; key < ofKeys; key += 1) {
    if (ends[key] === starts[key]) continue;
    const side = key % 2 === 0 ? neighbours.after : neighbours.before;
    side.push({ rank: key >>> 1, nth: nth.subarray(starts[key]!, ends[key]!) });
  }
  return neighbours;
}
