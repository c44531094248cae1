/**
 * Texts cut into the words that search knows: syllables, numbers ("1.257" is one), foreign words. Folded they are found
 * whatever their marks; as written they tell the marks apart. NFC and NFD give the same.
 */
import type { PackedWord } from './doc-words';
import { foldMarks } from '@/utils/text/fold';
import { placeTone } from '@/utils/text/tone';

/** Longer runs of letters and digits are cut here: no word, but a thing glued together. */
export const LONGEST_WORD = 40;

/** Words whose forms are remembered: a library of Vietnamese texts has some ten thousand. */
const MOST_REMEMBERED = 10_000;

export interface WordForms {
  /** No marks, lower case. */
  folded: string;
  /** NFC, lower case, tone mark in the old place: *hoà* and *hòa* are one. */
  written: string;
}

/** A word as it is remembered from text to text; whoever works word by word may remember more of it there. */
export interface KnownWord extends WordForms {
  /** Of `folded`; for shingles. */
  hash: number;
  hasDigit: boolean;
  /** What `doc-words.ts` knows. */
  packed: PackedWord | null;
}

export interface Token extends WordForms {
  /** UTF-16 offsets in the text as given. */
  start: number;
  end: number;
}

/** What a UTF-16 unit can be in a word. The first half of a pair is `Pair`: both halves must be seen. */
const Kind = { Unknown: 0, Other: 1, Letter: 2, Digit: 3, Pair: 4 } as const;

const kinds = new Uint8Array(65_536);

function kindOf(unit: number): number {
  const known = kinds[unit]!;
  if (known !== Kind.Unknown) return known;
  const character = String.fromCharCode(unit);
  const kind = /\p{N}/u.test(character)
    ? Kind.Digit
    : /[\p{L}\p{M}]/u.test(character)
      ? Kind.Letter
      : unit >= 0xd800 && unit < 0xdc00
        ? Kind.Pair
        : Kind.Other;
  kinds[unit] = kind;
  return kind;
}

/** What stands at this place of a text, pairs seen whole. */
function kindAt(text: string, at: number): number {
  const kind = kindOf(text.charCodeAt(at));
  if (kind !== Kind.Pair) return kind;
  const pair = text.slice(at, at + 2);
  return /\p{N}/u.test(pair) ? Kind.Digit : /[\p{L}\p{M}]/u.test(pair) ? Kind.Letter : Kind.Other;
}

const isPair = (unit: number) => kindOf(unit) === Kind.Pair;

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a (Fowler, Noll, Vo), over UTF-16 units. */
function hashOf(text: string): number {
  let hash = FNV_START;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** Where words are remembered, by their hash: a power of two, at least twice as many as there are. */
const slots = new Uint16Array(1 << 16);
/** By slot, from 1. */
let remembered: { word: string; known: KnownWord }[] = [];

/** V8 keeps a part of 13 letters or more as a pointer into the text: what is remembered would hold all of it. */
const ownLetters = (word: string) => (word.length < 13 ? word : ` ${word}`.slice(1));

/** Equal texts are kept once. */
const oneOf = (known: string, other: string) => (known === other ? known : other);

/** The word that stands there. @param hash `hashOf` its letters */
function wordAt(text: string, start: number, end: number, hash: number): KnownWord {
  const last = slots.length - 1;
  let slot = (hash ^ (hash >>> 16)) & last;
  for (let number = slots[slot]!; number > 0; number = slots[slot]!) {
    const { word, known } = remembered[number - 1]!;
    if (isThere(word, text, start, end)) return known;
    slot = (slot + 1) & last;
  }
  const word = ownLetters(text.slice(start, end));
  const folded = oneOf(word, foldMarks(word));
  const known: KnownWord = {
    folded,
    written: oneOf(folded, oneOf(word, placeTone(word).toLowerCase())),
    hash: hashOf(folded),
    hasDigit: /\d/.test(folded),
    packed: null,
  };
  if (remembered.length >= MOST_REMEMBERED) {
    remembered = [];
    slots.fill(0);
    slot = (hash ^ (hash >>> 16)) & last;
  }
  slots[slot] = remembered.push({ word, known });
  return known;
}

function isThere(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

const POINT = 0x2e;
const COMMA = 0x2c;

/** Visits the words of a text, in order. Equal words come as the same object, mostly: a key to remember things by. */
export function eachWord(text: string, visit: (word: KnownWord, start: number, end: number) => void): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    if (kindAt(text, at) === Kind.Other) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = FNV_START;
    let hasLetter = false;
    for (; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      const kind = kindAt(text, at);
      if (kind === Kind.Letter) hasLetter = true;
      else if (kind === Kind.Other) {
        // A point or comma between digits belongs to the number.
        const isInside =
          !hasLetter &&
          (unit === POINT || unit === COMMA) &&
          at + 1 < length &&
          kindAt(text, at + 1) === Kind.Digit;
        if (!isInside) break;
      }
      if (at - start < LONGEST_WORD) hash = Math.imul(hash ^ unit, FNV_PRIME);
      // The other half goes with it.
      if (isPair(unit)) {
        at += 1;
        if (at < length && at - start < LONGEST_WORD) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
      }
    }
    const known = wordAt(text, start, Math.min(at, length, start + LONGEST_WORD), hash);
    if (known.folded !== '') visit(known, start, at);
  }
}

/** Words of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, ({ folded, written }, start, end) => tokens.push({ folded, written, start, end }));
  return tokens;
}

/** The same without their places: nothing is made for each word, so that thousands of texts can be asked. */
export function formsOf(text: string): WordForms[] {
  const forms: WordForms[] = [];
  eachWord(text, (known) => forms.push(known));
  return forms;
}
