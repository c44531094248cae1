/**
 * How words stand in the rows of a segment. Words that begin with the same three letters share a row; a word of many
 * documents has rows of its own, so that a rare neighbour does not read it. What stands beside the words of a row is in it
 * while that is short, else in a row of `pairs` under the same key.
 */
import { riceFor } from './bits';

/** Documents merged into one segment at most. */
export const SEGMENT_DOCS = 4_096;
/** Letters that words of one row share. */
const SHARED_LETTERS = 3;
/** Words of this share of a segment's documents get a row of their own. */
export const OWN_ROW_SHARE = 1 / 8;
/** Pairs of a row of more bytes than this go into `pairs`. */
export const INLINE_PAIRS = 1_024;
/** Ways of writing one word that are told apart; the last stands for all further ones. */
export const MOST_WRITTEN = 30;

/** A word of fewer documents keeps no pairs: its texts are soon asked. Nor is it a neighbour: it would be the rarer one. */
const LEAST_RANKED = 24;

/**
 * Words with pairs are numbered within a segment, the most frequent first. Which words stand side by side is kept with the
 * rarer of the two: in its documents there is less to tell, and the number of the other, always a lower one, is short.
 */
export const isRanked = (docs: number) => docs >= LEAST_RANKED;

/** A neighbour in fewer documents of a segment is not named, but shares a list with others. */
const LEAST_NAMED = 3;
/**
 * Of a word that stands nearly everywhere only what often stands beside it is kept ("có một", "của các"): the rest, seldom asked,
 * would cost as much as all rare words together.
 */
const EVERYWHERE_SHARE = 0.98;
const LEAST_SHARE_NAMED = 0.1;

export interface PairsKept {
  /** Documents that a neighbour must at least be in to be named. */
  leastNamed: number;
  /** Are the others kept, in shared lists? */
  hasRare: boolean;
}

export const pairsKept = (docs: number, ofDocs: number): PairsKept =>
  docs > 64 && docs > ofDocs * EVERYWHERE_SHARE
    ? { leastNamed: Math.ceil(docs * LEAST_SHARE_NAMED), hasRare: false }
    : { leastNamed: LEAST_NAMED, hasRare: true };

/** Lists that neighbours without a name share, for a word of so many documents: a power of two. */
export const groupsFor = (docs: number) => Math.min(64, 2 ** Math.max(0, 27 - Math.clz32(docs)));
export const groupOf = (rank: number, groups: number) => rank & (groups - 1);

const named = (segment: number) => segment.toString(36).padStart(3, '0');

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

/** The Rice code that writer and reader must agree on, for the numbers of `count` neighbours of a word of this rank. */
export const namesCode = (count: number, rank: number) => riceFor((rank + 1) / (count + 1));

/** How a word is written, in the head of a row. */
export const Ways = { AsFolded: 0, One: 1, Several: 2 } as const;
/** Letters, after those of the row, that a word is said to share with the one before it: 3 bits. */
export const MOST_SHARED = 7;

/** From so many numbers on a table of codes is worth its bits. */
export const LEAST_TABLE = 40;

export interface CountStep {
  /** From so many times in a document on… */
  from: number;
  /** …it counts as so many. */
  as: number;
}

const STEPS: readonly CountStep[] = [
  { from: 2, as: 2 },
  { from: 4, as: 5 },
];
/** How often a word stands that is nearly everywhere tells little. */
const STEPS_OF_FREQUENT: readonly CountStep[] = [{ from: 3, as: 4 }];
const FREQUENT_SHARE = 0.3;

/** How often a word stands in a document, as far as relevance cares. */
export const stepsFor = (docs: number, ofDocs: number): readonly CountStep[] =>
  docs > FREQUENT_SHARE * ofDocs ? STEPS_OF_FREQUENT : STEPS;
