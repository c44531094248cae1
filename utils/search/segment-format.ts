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

/** A word of fewer documents keeps no pairs: its texts are soon asked. */
const LEAST_HOST = 24;
/** Nor does one that stands nearly everywhere beside another that does: they would cost a fifth of the index. */
const MOST_HOST_SHARE = 0.9;

/** Which words stand side by side is kept with the rarer of the two, if this says so. */
export const keepsPairs = (docs: number, ofDocs: number) =>
  docs >= LEAST_HOST && docs <= Math.max(64, ofDocs * MOST_HOST_SHARE);

/** A neighbour in fewer documents of a segment is not named, but shares a list with others. */
export const LEAST_NAMED = 3;
/** A neighbour's name is this many bits of its hash. */
export const NAME_BITS = 28;

/** FNV-1a (Fowler, Noll, Vo), folded to `NAME_BITS`. */
export function nameOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return ((hash >>> NAME_BITS) ^ hash) & (2 ** NAME_BITS - 1);
}

/** Lists that neighbours without a name share, for a word of so many documents: a power of two. */
export const groupsFor = (docs: number) => Math.min(64, 2 ** Math.max(0, 27 - Math.clz32(docs)));
export const groupOf = (name: number, groups: number) => (name ^ (name >>> 13)) & (groups - 1);

/** The word that keeps a pair: in the rarer one's documents there is less to tell. The first, where they are even. */
export const isFirstHost = (firstDocs: number, secondDocs: number) => firstDocs <= secondDocs;

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
export const namesCode = (count: number) => Math.min(24, riceFor(2 ** NAME_BITS / (count + 1)));

/** From so many numbers on a table of codes is worth its bits. */
export const LEAST_TABLE = 40;

/** How often a word stands in a document, as far as relevance cares: 1, 2, 3–4, 5–8, 9 and more. */
export const levelOf = (count: number) => Math.min(4, 32 - Math.clz32(count - 1));
export const countOf = (level: number) => [1, 2, 3, 6, 12][level] ?? 12;
