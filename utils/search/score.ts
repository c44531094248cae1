/**
 * Relevance: BM25 (Robertson & Zaragoza 2009) over words, more for the title, more for words side by side; and what is written
 * as typed comes before what only sounds alike without its marks.
 */
import type { DocSet } from './doc-set';
import { Answer, writtenAsTyped, type Match } from './match-words';

export interface Weights {
  /** Documents in all. */
  docs: number;
  /** Places of a document on average. */
  length: number;
}

const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
const TITLE = 1.5;
const SIDE_BY_SIDE = 1;
/** More than all words of a query can score: a tier of its own. */
const AS_TYPED = 1_000;

/**
 * @param matches all there are: how rare a word is is known only then
 * @param phrase documents in which the words may stand side by side: no others score; null: they need not
 * @returns adds what the documents of one match score
 */
export function scorerOf(
  matches: readonly Match[],
  { docs, length }: Weights,
  phrase: DocSet | null,
): (scores: Float32Array, match: Match) => void {
  const [first] = matches;
  if (!first) return () => undefined;
  const count = first.words.length;
  const having = Array.from({ length: count }, (_, word) =>
    matches.reduce((sum, { words }) => sum + words[word]!.here.ats.length, 0),
  );
  const rarity = having.map((some) => Math.log(1 + (docs - some + 0.5) / (some + 0.5)));
  const sum = rarity.reduce((total, one) => total + one, 0);
  const hasMarks = first.words.some(({ asked }) => asked.typed !== asked.folded);
  return (scores, { source, words, ats, nth }) => {
    const own = words.map(({ here: { counts, titles } }, word) => ({
      counts,
      titles,
      nth: nth[word]!,
      rarity: rarity[word]! * (SATURATION + 1),
    }));
    const asTyped = hasMarks ? writtenAsTyped(words, nth) : null;
    const { docs: numbers, lengths } = source;
    const perPlace = (SATURATION * LENGTH_SHARE) / length;
    const bonus = count > 1 && phrase ? SIDE_BY_SIDE * sum : 0;
    for (let n = 0; n < ats.length; n += 1) {
      const at = ats[n]!;
      const doc = numbers[at]!;
      if ((phrase && !phrase.has(doc)) || source.isGone(at)) continue;
      const norm = SATURATION * (1 - LENGTH_SHARE) + perPlace * lengths[at]!;
      let score = bonus;
      for (let word = 0; word < count; word += 1) {
        const one = own[word]!;
        const place = one.nth[n]!;
        const often = one.counts[place]!;
        score += ((one.titles[place] ? TITLE : 1) * one.rarity * often) / (often + norm);
      }
      if (asTyped && asTyped(n) !== Answer.No) score += AS_TYPED;
      scores[doc]! += score;
    }
  };
}
