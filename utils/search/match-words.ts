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
  ats: Uint16Array;
  nth: Uint16Array[];
}

export function together(sought: readonly SoughtWord[]): Together {
  const lists = sought.map(({ here }) => here.ats);
  const order = lists.map((_, word) => word).sort((a, b) => lists[a]!.length - lists[b]!.length);
  let ats = lists[order[0]!]!;
  const nth: Uint16Array[] = lists.map(() => NONE);
  nth[order[0]!] = upTo(ats.length);
  for (const [turn, word] of order.entries()) {
    if (turn === 0) continue;
    const others = lists[word]!;
    const kept = new Uint16Array(ats.length);
    const own = new Uint16Array(ats.length);
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
    const pick = (list: Uint16Array) => {
      const picked = new Uint16Array(count);
      for (let n = 0; n < count; n += 1) picked[n] = list[kept[n]!]!;
      return picked;
    };
    ats = pick(ats);
    for (const done of order.slice(0, turn)) nth[done] = pick(nth[done]!);
    nth[word] = own.subarray(0, count);
  }
  return { ats, nth };
}

const NONE = new Uint16Array(0);

function upTo(length: number): Uint16Array {
  const numbers = new Uint16Array(length);
  for (let n = 0; n < length; n += 1) numbers[n] = n;
  return numbers;
}

/** The first place from `from` on that is not before `wanted`: steps that double, then halving. */
function advance(list: Uint16Array, from: number, wanted: number): number {
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

/** In their order: of two answers to one question the lesser holds. */
export const Answer = { No: 0, Perhaps: 1, Yes: 2 } as const;
export type Answer = (typeof Answer)[keyof typeof Answer];

/** For each document with all the words: do they stand one after the other, without another between? null: yes, all. */
export function standTogether(sought: readonly SoughtWord[], { ats, nth }: Together): Uint8Array | null {
  if (sought.length === 1) return null;
  const answers = new Uint8Array(ats.length).fill(Answer.Yes);
  if (sought.every(({ here }) => here.places)) {
    for (let n = 0; n < ats.length; n += 1)
      if (!areInOrder(sought.length, (word) => sought[word]!.here.places!(nth[word]![n]!)))
        answers[n] = Answer.No;
    return answers;
  }
  // Pairs that overlap make a run of words likely, not sure.
  if (sought.length > 2) answers.fill(Answer.Perhaps);
  for (let word = 1; word < sought.length; word += 1) lessenByPair(answers, sought, word - 1, nth);
  return answers;
}

function areInOrder(count: number, placesOf: (word: number) => readonly number[]): boolean {
  const rest = Array.from({ length: count - 1 }, (_, word) => new Set(placesOf(word + 1)));
  return placesOf(0).some((start) => rest.every((places, word) => places.has(start + word + 1)));
}

/** The word and the next one. */
function lessenByPair(
  answers: Uint8Array,
  sought: readonly SoughtWord[],
  word: number,
  nth: readonly Uint16Array[],
): void {
  const [first, second] = [sought[word]!, sought[word + 1]!];
  const isFirst = first.here.rank >= second.here.rank;
  const [host, other] = isFirst ? [first, second] : [second, first];
  const beside = other.here.rank < 0 ? null : host.here.beside?.(other.here.rank, isFirst);
  const has = new Uint8Array(host.here.ats.length);
  if (!beside) has.fill(Answer.Perhaps);
  else
    for (let n = 0; n < beside.nth.length; n += 1)
      has[beside.nth[n]!] = beside.isSure ? Answer.Yes : Answer.Perhaps;
  const own = nth[isFirst ? word : word + 1]!;
  for (let n = 0; n < answers.length; n += 1) answers[n] = Math.min(answers[n]!, has[own[n]!]!);
}

/**
 * Is each word written as typed, marks and all, in the n-th document that has all? Only which ways of writing a document has is
 * known, not where.
 */
export function writtenAsTyped(
  sought: readonly SoughtWord[],
  nth: readonly Uint16Array[],
): (n: number) => Answer {
  const words = sought.flatMap(({ asked, here }, word) => {
    if (!here.written) return [];
    const known = here.written.indexOf(asked.typed);
    const last = here.written.length === MOST_WRITTEN ? MOST_WRITTEN - 1 : -1;
    const bit = known >= 0 ? known : last;
    return [{ masks: here.masks, own: nth[word]!, way: bit < 0 ? 0 : 1 << bit, isLast: bit === last }];
  });
  const isAlone = sought.length === 1;
  const best = words.length === sought.length ? Answer.Yes : Answer.Perhaps;
  return (n) => {
    let answer: Answer = best;
    for (let word = 0; word < words.length; word += 1) {
      const { masks, own, way, isLast } = words[word]!;
      const mask = masks[own[n]!]!;
      if ((mask & way) === 0) return Answer.No;
      if (isLast || (!isAlone && mask !== way)) answer = Answer.Perhaps;
    }
    return answer;
  };
}
