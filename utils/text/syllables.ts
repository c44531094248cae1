/**
 * How many syllables ("tiếng") a text has: runs of letters, marks and digits. Vietnamese is written syllable by syllable,
 * so this is what a Vietnamese word processor counts. A number with separators ("1.257", "12,5") counts once.
 */
export function countSyllables(text: string): number {
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === 0) {
      at += widthAt(text, at);
      continue;
    }
    count += 1;
    const number = kind === DIGIT ? endOfNumber(text, at) : at;
    if (number > at) at = number;
    else while (at < text.length && kindAt(text, at) !== 0) at += widthAt(text, at);
  }
  return count;
}

const LETTER = 1;
const DIGIT = 2;

/** Behind a number with at least one separator, else `from`. */
function endOfNumber(text: string, from: number): number {
  let at = from;
  let end = from;
  for (;;) {
    while (at < text.length && kindAt(text, at) === DIGIT) at += widthAt(text, at);
    if (end !== from || at !== end) end = at;
    const mark = text[at];
    if ((mark !== '.' && mark !== ',') || at + 1 >= text.length || kindAt(text, at + 1) !== DIGIT)
      return /[.,]/.test(text.slice(from, end)) ? end : from;
    at += 1;
  }
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Told by number for Latin letters and print, by pattern and remembered for the others. */
const known = new Map<number, number>();

function kindAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code < 0x80) {
    if (code >= 0x30 && code <= 0x39) return DIGIT;
    const lower = code | 0x20;
    return lower >= 0x61 && lower <= 0x7a ? LETTER : 0;
  }
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? 0 : LETTER;
  if (code >= 0x1e00 && code <= 0x1eff) return LETTER;
  if (code >= 0x2010 && code <= 0x2060) return 0;
  let kind = known.get(code);
  if (kind === undefined) {
    const letter = String.fromCodePoint(code);
    kind = /\p{N}/u.test(letter) ? DIGIT : /[\p{L}\p{M}]/u.test(letter) ? LETTER : 0;
    known.set(code, kind);
  }
  return kind;
}
