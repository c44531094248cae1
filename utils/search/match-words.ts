/**
 * Which documents of a source have some words, side by side or anywhere. Three answers: yes, no, and perhaps, where the index
 * is too coarse to tell and the text must be asked.
 */
import type { QueryWord } from './query';
import { MOST_WRITTEN } from './segment-format';
import { joinWords, type WordInDocs, type WordSource } from './word-in-docs';

/** A word as it stands in one source. */
export interface SoughtWord {
  asked: QueryWord;
  here: WordInDocs;
}

/** Null: a word is nowhere in the source, so that no document has them all. */
export function seek(source: WordSource, words: readonly QueryWord[]): SoughtWord[] | null {
  const sought: SoughtWord[] = [];
  for (const asked of words) {
    const here = asked.isPrefix ? joinWords(source.beginningWith(asked.folded)) : source.find(asked.folded);
    if (!here || here.ats.length === 0) return null;
    sought.push({ asked, here });
  }
  return sought;
}

/** Documents with all the words: for each word the place in its own list, document after document. */
export interface Together {
  ats: number[];
  nth: number[][];
}

export function together(sought: readonly SoughtWord[]): Together {
  const order = sought
    .map((_, word) => word)
    .sort((a, b) => sought[a]!.here.ats.length - sought[b]!.here.ats.length);
  const first = sought[order[0]!]!.here.ats;
  let ats = Array.from(first);
  const nth: number[][] = sought.map(() => []);
  nth[order[0]!] = ats.map((_, n) => n);
  for (const [turn, word] of order.entries()) {
    if (turn === 0) continue;
    const { ats: others } = sought[word]!.here;
    const kept: number[] = [];
    const own: number[] = [];
    const next: number[] = [];
    let at = 0;
    for (let n = 0; n < ats.length; n += 1) {
      const wanted = ats[n]!;
      at = advance(others, at, wanted);
      if (at >= others.length) break;
      if (others[at] !== wanted) continue;
      kept.push(n);
      next.push(wanted);
      own.push(at);
    }
    ats = next;
    for (const done of order.slice(0, turn)) nth[done] = kept.map((n) => nth[done]![n]!);
    nth[word] = own;
  }
  return { ats, nth };
}

/** The first place from `from` on that is not before `wanted`: steps that double, then halving. */
function advance(list: ArrayLike<number>, from: number, wanted: number): number {
  if (from >= list.length || list[from]! >= wanted) return from;
  let step = 1;
  let low = from;
  while (low + step < list.length && list[low + step]! < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(list.length, low + step);
  low += 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Documents of a source that have all words of a part. */
export interface Match extends Together {
  source: WordSource;
  words: SoughtWord[];
}

export type Answer = 'yes' | 'no' | 'perhaps';

/** Are these words, one after the other without another between, in the document? */
export function standTogether(sought: readonly SoughtWord[], nth: readonly number[]): Answer {
  if (sought.length === 1) return 'yes';
  const places = sought.map(({ here }, word) => here.placesOf(nth[word]!));
  let base = 0;
  for (let word = 1; word < sought.length; word += 1) {
    const isFiner = sought[word]!.here.coarseness - sought[base]!.here.coarseness;
    if (isFiner < 0 || (isFiner === 0 && places[word]!.length < places[base]!.length)) base = word;
  }
  const baseCoarseness = sought[base]!.here.coarseness;
  const isExact = sought.every(({ here }) => here.coarseness === 0);
  const starts = places[base]!;
  for (let n = 0; n < starts.length; n += 1) {
    const low = starts[n]! << baseCoarseness;
    const high = low + (1 << baseCoarseness) - 1;
    let fits = true;
    for (let word = 0; fits && word < sought.length; word += 1) {
      if (word === base) continue;
      const { coarseness } = sought[word]!.here;
      const by = word - base;
      fits =
        high + by >= 0 &&
        hasBetween(places[word]!, Math.max(0, low + by) >>> coarseness, (high + by) >>> coarseness);
    }
    if (fits) return isExact ? 'yes' : 'perhaps';
  }
  return 'no';
}

/** Can at most `distance` words be between the two groups? Never more than "perhaps": blocks are not known here. */
export function standNear(
  left: readonly SoughtWord[],
  right: readonly SoughtWord[],
  nth: readonly number[],
  distance: number,
): Answer {
  const [one, other] = [left[0]!.here, right[0]!.here];
  const from = one.placesOf(nth[0]!);
  const to = other.placesOf(nth[left.length]!);
  const reach = distance + left.length + right.length;
  for (let n = 0; n < from.length; n += 1) {
    const low = (from[n]! << one.coarseness) - reach;
    const high = (from[n]! << one.coarseness) + (1 << one.coarseness) + reach;
    if (hasBetween(to, Math.max(0, low) >>> other.coarseness, high >>> other.coarseness)) return 'perhaps';
  }
  return 'no';
}

function hasBetween(places: ArrayLike<number>, low: number, high: number): boolean {
  const at = advance(places, 0, low);
  return at < places.length && places[at]! <= high;
}

/** Is each word written as typed, marks and all? Only which ways of writing a document has is known, not where. */
export function areWritten(sought: readonly SoughtWord[], nth: readonly number[]): Answer {
  let answer: Answer = 'yes';
  for (const [word, { asked, here }] of sought.entries()) {
    if (!here.written) {
      answer = 'perhaps';
      continue;
    }
    const mask = here.masks[nth[word]!]!;
    const known = here.written.indexOf(asked.typed);
    const last = here.written.length === MOST_WRITTEN ? MOST_WRITTEN - 1 : -1;
    const bit = known >= 0 ? known : last;
    if (bit < 0 || (mask & (1 << bit)) === 0) return 'no';
    if (bit === last || (sought.length > 1 && mask !== 1 << bit)) answer = 'perhaps';
  }
  return answer;
}
