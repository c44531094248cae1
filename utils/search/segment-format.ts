/**
 * How words stand in the rows of a segment. Words that begin with the same three letters share a row; a word of many
 * documents has rows of its own, so that a rare neighbour does not read it. The places of a row stand in it while they
 * are few, else in a row of `positions` under the same key.
 */
import { riceFor } from './bits';

/** Documents merged into one segment at most. */
export const SEGMENT_DOCS = 4_096;
/** Letters that words of one row share. */
const SHARED_LETTERS = 3;
/** Words of this share of a segment's documents get a row of their own. */
export const OWN_ROW_SHARE = 1 / 8;
/** Places of a row of more bytes than this go into `positions`. */
export const INLINE_POSITIONS = 2_048;
/** Documents between two places where reading of positions can begin. */
export const POSITIONS_STEP = 128;
/** Ways of writing one word that are told apart; the last stands for all further ones. */
export const MOST_WRITTEN = 30;

/**
 * Words that stand in nearly every text cost most and tell least: their places are kept to the nearest 2^coarseness words.
 * A phrase with such a word is looked up in the text itself, for the documents that may have it.
 */
export function coarsenessFor(docs: number, ofDocs: number): number {
  if (ofDocs < 64) return 0;
  const share = docs / ofDocs;
  return share > 0.25 ? 6 : share > 0.06 ? 4 : 0;
}

const named = (segment: number) => segment.toString(36).padStart(5, '0');

/** Key of the row that a word shares with others: sorts before longer words of the same beginning. */
export const sharedKey = (word: string, segment: number) =>
  `${word.slice(0, SHARED_LETTERS)}/${named(segment)}`;
export const ownKey = (word: string, segment: number) => `${word}!/${named(segment)}`;

export interface KeyRange {
  from: string;
  /** Not included. */
  to: string;
}

/** Rows of one word, of all segments. `0` is the character after `/`. */
export function rangesOf(word: string): KeyRange[] {
  const shared = word.slice(0, SHARED_LETTERS);
  return [
    { from: `${shared}/`, to: `${shared}0` },
    { from: `${word}!/`, to: `${word}!0` },
  ];
}

/** Rows of all words that begin so. */
export function rangesOfPrefix(prefix: string): KeyRange[] {
  const all = { from: prefix, to: `${prefix}\uffff` };
  if (prefix.length <= SHARED_LETTERS) return [all];
  const shared = prefix.slice(0, SHARED_LETTERS);
  return [{ from: `${shared}/`, to: `${shared}0` }, all];
}

export const segmentOfKey = (key: string) => Number.parseInt(key.slice(key.lastIndexOf('/') + 1), 36);
/** What the words of a row begin with, which is not repeated for each. */
export const beginningOfKey = (key: string) => key.slice(0, key.lastIndexOf('/')).replace(/!$/, '');

/** The Rice codes that writer and reader must agree on. */
export const titlesCode = (docs: number, titled: number) => riceFor(docs / (titled + 1) - 1);
export const placesCode = (length: number, count: number) => riceFor((length + 1) / (count + 1) - 1);
