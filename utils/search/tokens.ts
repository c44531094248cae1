/**
 * Texts cut into the words that search knows: syllables, numbers ("1.257" is one), foreign words. Folded they are found
 * whatever their marks; as written they tell the marks apart. NFC and NFD give the same.
 */
import { foldMarks } from '@/utils/text/fold';
import { placeTone } from '@/utils/text/tone';

/** Longer runs of letters and digits are cut here: no word, but a thing glued together. */
export const LONGEST_WORD = 40;

/** Words whose forms are remembered: a library of Vietnamese texts has some ten thousand. */
const MOST_REMEMBERED = 40_000;

export interface WordForms {
  /** No marks, lower case. */
  folded: string;
  /** NFC, lower case, tone mark in the old place: *hoà* and *hòa* are one. */
  written: string;
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

const remembered = new Map<string, WordForms>();

function formsOf(word: string): WordForms {
  let forms = remembered.get(word);
  if (!forms) {
    forms = { folded: foldMarks(word), written: placeTone(word).toLowerCase() };
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, forms);
  }
  return forms;
}

const POINT = 0x2e;
const COMMA = 0x2c;

/** Visits the words of a text, in order. Equal words come as the same object, mostly: a key to remember things by. */
export function eachWord(text: string, visit: (forms: WordForms, start: number, end: number) => void): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    if (kindAt(text, at) === Kind.Other) {
      at += 1;
      continue;
    }
    const start = at;
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
      // The other half goes with it.
      if (isPair(unit)) at += 1;
    }
    const forms = formsOf(text.slice(start, Math.min(at, start + LONGEST_WORD)));
    if (forms.folded !== '') visit(forms, start, at);
  }
}

/** Words of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, ({ folded, written }, start, end) => tokens.push({ folded, written, start, end }));
  return tokens;
}
