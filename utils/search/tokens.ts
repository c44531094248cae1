/**
 * Texts cut into the words that search knows: syllables, numbers ("1.257" is one), foreign words. Folded they are found
 * whatever their marks; as written they tell the marks apart. NFC and NFD give the same.
 */
import { foldMarks } from '@/utils/text/fold';
import { placeTone } from '@/utils/text/tone';

/** Longer runs of letters and digits are cut here: no word, but a thing glued together. */
export const LONGEST_WORD = 40;

export interface Token {
  /** No marks, lower case. */
  folded: string;
  /** NFC, lower case, tone mark in the old place: *hoà* and *hòa* are one. */
  written: string;
  /** UTF-16 offsets in the text as given. */
  start: number;
  end: number;
}

const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;

/** Words of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const known = new Map<string, [string, string]>();
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const word = raw.length > LONGEST_WORD ? raw.slice(0, LONGEST_WORD) : raw;
    let forms = known.get(word);
    if (!forms) {
      forms = [foldMarks(word), placeTone(word).toLowerCase()];
      known.set(word, forms);
    }
    if (forms[0]) tokens.push({ folded: forms[0], written: forms[1], start: index, end: index + raw.length });
  }
  return tokens;
}
