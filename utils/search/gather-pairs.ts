/** Which words stand side by side, and in which documents, kept with the rarer word of each pair. */
import type { GatheredWord, GatheredWords } from './gather-words';
import { isFirstHost, keepsPairs, nameOf } from './segment-format';

export interface Neighbour {
  /** Hash of the other word. */
  name: number;
  /** The other word follows; else it goes before. */
  isAfter: boolean;
  /** Places in the host's list of documents, ascending. */
  at: number[];
}

export async function pairsOf(
  { words, runs }: GatheredWords,
  rest: () => Promise<void>,
): Promise<Map<GatheredWord, Neighbour[]>> {
  const count = words.length;
  const names = words.map(({ folded }) => nameOf(folded));
  const known = new Map<number, Neighbour>();
  const neighbours = new Map<GatheredWord, Neighbour[]>();
  /** How many documents before this one have the word, plus this one once it was met. */
  const met = new Int32Array(count);
  const lastMet = new Int32Array(count).fill(-1);
  for (const [doc, run] of runs.entries()) {
    for (const one of run) {
      if (one === 0 || lastMet[one - 1] === doc) continue;
      lastMet[one - 1] = doc;
      met[one - 1]! += 1;
    }
    for (let place = 1; place < run.length; place += 1) {
      const first = run[place - 1]! - 1;
      const second = run[place]! - 1;
      if (first < 0 || second < 0) continue;
      const isFirst = isFirstHost(words[first]!.docs.length, words[second]!.docs.length);
      const host = isFirst ? first : second;
      if (!keepsPairs(words[host]!.docs.length, runs.length)) continue;
      const other = isFirst ? second : first;
      const key = (host * count + other) * 2 + (isFirst ? 1 : 0);
      let neighbour = known.get(key);
      if (!neighbour) {
        neighbour = { name: names[other]!, isAfter: isFirst, at: [] };
        known.set(key, neighbour);
        const own = neighbours.get(words[host]!);
        if (own) own.push(neighbour);
        else neighbours.set(words[host]!, [neighbour]);
      }
      const at = met[host]! - 1;
      if (neighbour.at.at(-1) !== at) neighbour.at.push(at);
    }
    if (doc % 16 === 15) await rest();
  }
  return neighbours;
}
