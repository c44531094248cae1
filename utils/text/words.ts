/**
 * Letters and words of a text. Patterns that name all letters of Unicode cost a page more to compile than all texts they
 * are asked about, so that texts with nothing beyond Latin letters and common marks (folded Vietnamese among them) go
 * by a short pattern with the same answer.
 */

/** Anything but Latin-1 without its letters, and the dashes, quotes and blanks of print. */
const FURTHER = /[\u00AA-\u200F\u2061-\uFFFF]/;

/** Letters and digits only, in their order. */
export function lettersOnly(text: string): string {
  return FURTHER.test(text) ? text.replace(/[^\p{L}\p{N}]+/gu, '') : text.replace(/[^A-Za-z\d]+/g, '');
}

/** Runs of letters and digits. A letter with a mark of its own is split there: fold the text first. */
export function wordsOf(text: string): string[] {
  return text.match(FURTHER.test(text) ? /[\p{L}\p{N}]+/gu : /[A-Za-z\d]+/g) ?? [];
}

export function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || /\p{L}/u.test(text);
}
