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
    const here = asked.isPrefix
      ? joinWords(source.beginningWith(asked.folded), source.docs.length)
      : source.find(asked.folded);
    if (!here || here.ats.length === 0) return null;
    sought.push({ asked, here });
  }
  return sought;
}

/** Documents with all the words: for each word the place in its own list, document after document. */
export interface Together {
  ats: ArrayLike<number>;
  nth: ArrayLike<number>[];
}

export function together(sought: readonly SoughtWord[]): Together {
  const lists = sought.map(({ here }) => here.ats);
  const order = lists.map((_, word) => word).sort((a, b) => lists[a]!.length - lists[b]!.length);
  let ats = lists[order[0]!]!;
  const nth: ArrayLike<number>[] = lists.map(() => NONE);
  nth[order[0]!] = Uint32Array.from(ats, (_, n) => n);
  for (const [turn, word] of order.entries()) {
    if (turn === 0) continue;
    const others = lists[word]!;
    const kept = new Uint32Array(ats.length);
    const own = new Uint32Array(ats.length);
    let count = 0;
    let at = 0;
    for (let n = 0; n < ats.length; n += 1) {
      const wanted = ats[n]!;
      at = advance(others, at, wanted);
      if (at >= others.length) break;
      if (others[at] !== wanted) continue;
      kept[count] = n;
      own[count] = at;
      count += 1;
    }
    const pick = (list: ArrayLike<number>) => {
      const picked = new Uint32Array(count);
      for (let n = 0; n < count; n += 1) picked[n] = list[kept[n]!]!;
      return picked;
    };
    ats = pick(ats);
    for (const done of order.slice(0, turn)) nth[done] = pick(nth[done]!);
    nth[word] = own.subarray(0, count);
  }
  return { ats, nth };
}

const NONE = new Uint32Array(0);

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

/** For each document with all the words: do they stand one after the other, without another between? null: yes, all. */
export function standTogether(sought: readonly SoughtWord[], { ats, nth }: Together): Answer[] | null {
  if (sought.length === 1) return null;
  const answers = Array.from<Answer>({ length: ats.length }).fill('yes');
  if (sought.every(({ here }) => here.places)) {
    for (let n = 0; n < ats.length; n += 1)
      if (!areInOrder(sought.length, (word) => sought[word]!.here.places!(nth[word]![n]!))) answers[n] = 'no';
    return answers;
  }
  for (let word = 1; word < sought.length; word += 1) {
    const pair = pairAnswers(sought, word - 1, nth);
    for (let n = 0; n < ats.length; n += 1) {
      const one = pair(n);
      if (one === 'no') answers[n] = 'no';
      // Pairs that overlap make a run of words likely, not sure.
      else if (answers[n] === 'yes' && (one === 'perhaps' || sought.length > 2)) answers[n] = 'perhaps';
    }
  }
  return answers;
}

function areInOrder(count: number, placesOf: (word: number) => readonly number[]): boolean {
  const rest = Array.from({ length: count - 1 }, (_, word) => new Set(placesOf(word + 1)));
  return placesOf(0).some((start) => rest.every((places, word) => places.has(start + word + 1)));
}

/** The word and the next one, for the n-th document that has all. */
function pairAnswers(
  sought: readonly SoughtWord[],
  word: number,
  nth: ArrayLike<number>[],
): (n: number) => Answer {
  const [first, second] = [sought[word]!, sought[word + 1]!];
  const isFirst = first.here.rank >= second.here.rank;
  const [host, other] = isFirst ? [first, second] : [second, first];
  const own = nth[isFirst ? word : word + 1]!;
  const beside = other.here.rank < 0 ? null : host.here.beside?.(other.here.rank, isFirst);
  if (!beside) return () => 'perhaps';
  const { nth: having, isSure } = beside;
  const has = new Uint8Array(host.here.ats.length);
  for (let n = 0; n < having.length; n += 1) has[having[n]!] = 1;
  const answer: Answer = isSure ? 'yes' : 'perhaps';
  return (n) => (has[own[n]!] === 1 ? answer : 'no');
}

/** Is each word written as typed, marks and all? Only which ways of writing a document has is known, not where. */
export function areWritten(
  sought: readonly SoughtWord[],
  nth: readonly ArrayLike<number>[],
  n: number,
): Answer {
  let answer: Answer = 'yes';
  for (const [word, { asked, here }] of sought.entries()) {
    if (!here.written) {
      answer = 'perhaps';
      continue;
    }
    const mask = here.masks[nth[word]![n]!]!;
    const known = here.written.indexOf(asked.typed);
    const last = here.written.length === MOST_WRITTEN ? MOST_WRITTEN - 1 : -1;
    const bit = known >= 0 ? known : last;
    if (bit < 0 || (mask & (1 << bit)) === 0) return 'no';
    if (bit === last || (sought.length > 1 && mask !== 1 << bit)) answer = 'perhaps';
  }
  return answer;
}
