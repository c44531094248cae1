/**
 * A line of text cut into the pieces of the query language, left to right, each character looked at a bounded number of
 * times. Never throws: what cannot be read is told at its place and left out.
 */
import { foldMarks } from '@/utils/text/fold';
import type { QueryComplaint, QueryField, QueryProblem, QuerySpan, QueryWord } from './query';
import { fieldNamed, hasNamed, isDateField, startOfDate, stateNamed } from './query-fields';
import { tokensOf } from './tokens';

/** Longer lines are cut here. */
export const LONGEST_QUERY = 10_000;
/** Words and fields that are asked for; further ones are left out. */
export const MOST_WORDS = 100;
/** Farther apart is not near. */
export const FARTHEST_NEAR = 100;
const SHORTEST_PREFIX = 2;

export type QueryPiece =
  /** `isGlued`: the word before stands in the same run of characters (`covid-19`). */
  | { is: 'word'; word: QueryWord; isGlued: boolean; at: QuerySpan }
  | { is: 'phrase'; words: QueryWord[]; at: QuerySpan }
  | { is: 'field'; field: QueryField; value: string; at: QuerySpan }
  | { is: 'near'; distance: number; at: QuerySpan }
  | { is: 'not' | 'or' | 'and' | 'open' | 'close'; at: QuerySpan };

export interface ScannedQuery {
  pieces: QueryPiece[];
  complaints: QueryComplaint[];
}

/** Quotes as keyboards, word processors and pasted texts have them. */
const QUOTES = new Set('"“”„‟«»＂');
const OPEN = new Set('(（');
const CLOSE = new Set(')）');
const MINUS = new Set('-−');
const COLON = new Set(':：');
const BLANK = /[\s\u200B\u2060\uFEFF]/u;

export const isQuote = (unit: string): boolean => QUOTES.has(unit);
/** A blank or a bracket. */
export const isBetween = (unit: string): boolean => isBlank(unit) || OPEN.has(unit) || CLOSE.has(unit);

const isBlank = (unit: string | undefined) => unit === undefined || BLANK.test(unit);

/** Where the quote at `start` ends. `«` is closed by `»` only, so that quotes may stand inside. */
export function closingQuote(text: string, start: number): number {
  const isGuillemet = text[start] === '«';
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text[at]!;
    if (isGuillemet ? unit === '»' : QUOTES.has(unit) && unit !== '«' && unit !== '»') return at;
    if (text[start] === '»' && (unit === '«' || unit === '»')) return at;
  }
  return -1;
}

/** Words of a part of the line; a `*` right behind one makes it a beginning. */
function wordsIn(
  text: string,
  from: number,
  to: number,
): { word: QueryWord; at: QuerySpan; isShort: boolean }[] {
  return tokensOf(text.slice(from, to)).map(({ folded, written, start, end }) => {
    const isPrefix = text[from + end] === '*' && from + end < to;
    return {
      word: { folded, typed: written, isPrefix },
      at: { start: from + start, end: from + end + (isPrefix ? 1 : 0) },
      isShort: isPrefix && folded.length < SHORTEST_PREFIX,
    };
  });
}

class Scanner {
  readonly pieces: QueryPiece[] = [];
  readonly complaints: QueryComplaint[] = [];
  #words = 0;
  #at = 0;

  constructor(readonly text: string) {}

  complain(problem: QueryProblem, start: number, end: number, about = this.text.slice(start, end)) {
    this.complaints.push({ problem, at: { start, end }, about });
  }

  /** Whether one more word or field may be asked for. */
  #hasRoom(at: QuerySpan): boolean {
    this.#words += 1;
    if (this.#words === MOST_WORDS + 1)
      this.complain('tooManyWords', at.start, this.text.length, String(MOST_WORDS));
    return this.#words <= MOST_WORDS;
  }

  scan(): void {
    while (this.#at < this.text.length) {
      const start = this.#at;
      const unit = this.text[start]!;
      if (isBlank(unit)) this.#at += 1;
      else if (QUOTES.has(unit)) this.#phrase(start);
      else if (OPEN.has(unit)) this.#sign('open', start);
      else if (CLOSE.has(unit)) this.#sign('close', start);
      else if (MINUS.has(unit) && this.#isNot(start)) this.#sign('not', start);
      else this.#chunk(start);
    }
  }

  #sign(is: 'open' | 'close' | 'not', start: number) {
    this.#at = start + 1;
    this.pieces.push({ is, at: { start, end: start + 1 } });
  }

  /** A dash between blanks is punctuation; one inside a word belongs to it. */
  #isNot(start: number): boolean {
    const [before, after] = [this.text[start - 1], this.text[start + 1]];
    const isFree = isBlank(before) || OPEN.has(before!) || CLOSE.has(before!) || QUOTES.has(before!);
    return isFree && !isBlank(after) && !CLOSE.has(after!) && !MINUS.has(after!);
  }

  #phrase(start: number) {
    let end = closingQuote(this.text, start);
    if (end < 0) {
      this.complain('openQuote', start, start + 1);
      end = this.text.length;
    }
    this.#at = end + 1;
    const at = { start, end: Math.min(end + 1, this.text.length) };
    const words = wordsIn(this.text, start + 1, end).flatMap((found) => this.#kept(found));
    if (words.length > 0) this.pieces.push({ is: 'phrase', words: words.map(({ word }) => word), at });
  }

  #kept(found: { word: QueryWord; at: QuerySpan; isShort: boolean }) {
    if (found.isShort) {
      this.complain('shortPrefix', found.at.start, found.at.end);
      return [];
    }
    return this.#hasRoom(found.at) ? [found] : [];
  }

  /** What stands between blanks, quotes and brackets. */
  #chunk(start: number) {
    let end = start;
    let colon = -1;
    while (end < this.text.length) {
      const unit = this.text[end]!;
      if (isBlank(unit) || QUOTES.has(unit) || OPEN.has(unit) || CLOSE.has(unit)) break;
      if (COLON.has(unit) && colon < 0) colon = end;
      end += 1;
    }
    this.#at = end;
    const chunk = this.text.slice(start, end);
    if (this.#operator(chunk, start, end)) return;
    if (colon > start && this.#field(start, colon, end)) return;
    let isGlued = false;
    for (const found of wordsIn(this.text, start, end))
      for (const { word, at } of this.#kept(found)) {
        this.pieces.push({ is: 'word', word, isGlued, at });
        isGlued = true;
      }
  }

  #operator(chunk: string, start: number, end: number): boolean {
    const at = { start, end };
    const written = chunk.normalize('NFC');
    if (written === 'OR' || written === 'HOẶC') this.pieces.push({ is: 'or', at });
    else if (written === 'AND') this.pieces.push({ is: 'and', at });
    else if (written === 'NOT') this.pieces.push({ is: 'not', at });
    else return this.#near(foldMarks(written), start, end);
    return true;
  }

  #near(folded: string, start: number, end: number): boolean {
    const [name, typed, ...rest] = folded.split('/');
    if ((name !== 'near' && name !== 'gan') || typed === undefined || rest.length > 0) return false;
    // "gần/xa" is no operator.
    if (/^\p{L}/u.test(typed)) return false;
    if (!/^\d+$/u.test(typed)) {
      this.complain('badNear', start, end);
      this.pieces.push({ is: 'and', at: { start, end } });
      return true;
    }
    const distance = Math.min(Number(typed), FARTHEST_NEAR);
    if (Number(typed) > FARTHEST_NEAR) this.complain('nearFar', start, end, String(FARTHEST_NEAR));
    this.pieces.push({ is: 'near', distance, at: { start, end } });
    return true;
  }

  /** @returns whether it was a field; else its words are searched for. */
  #field(start: number, colon: number, end: number): boolean {
    const name = this.text.slice(start, colon);
    const field = fieldNamed(name);
    const isQuoted = colon + 1 === end && QUOTES.has(this.text[end] ?? '');
    if (!field) {
      const isName = /^[\p{L}\p{M}_-]+$/u.test(name) && !this.text.startsWith('//', colon + 1);
      if (isName && (isQuoted || colon + 1 < end)) this.complain('unknownField', start, colon + 1, name);
      return false;
    }
    const { value, until } = isQuoted
      ? this.#quoted(end)
      : { value: this.text.slice(colon + 1, end), until: end };
    this.#at = until;
    const at = { start, end: until };
    if (!value.trim() && !isQuoted) {
      this.complain('emptyField', start, end, name);
      // `Cảnh báo: mưa lớn` is a headline; `báo:` at the end of the line is a field that is being typed.
      return !this.text.slice(end).trim();
    }
    const read = this.#value(field, value.normalize('NFC').trim(), at);
    if (read !== null && this.#hasRoom(at)) this.pieces.push({ is: 'field', field, value: read, at });
    return true;
  }

  /** A value in quotes. What opens with `"` ends with one, and inside it is written twice; other quotes may stand there. */
  #quoted(start: number): { value: string; until: number } {
    let value = '';
    for (let from = start; ;) {
      const straight = this.text[from] === '"' ? this.text.indexOf('"', from + 1) : -1;
      const end = straight >= 0 ? straight : closingQuote(this.text, from);
      if (end < 0) {
        this.complain('openQuote', start, start + 1);
        return { value: value + this.text.slice(from + 1), until: this.text.length };
      }
      value += this.text.slice(from + 1, end);
      if (this.text[end] !== '"' || this.text[end + 1] !== '"') return { value, until: end + 1 };
      value += '"';
      from = end + 1;
    }
  }

  #value(field: QueryField, value: string, at: QuerySpan): string | null {
    const told = (problem: QueryProblem) => {
      this.complain(problem, at.start, at.end, value);
      return null;
    };
    if (field === 'has') return hasNamed(value) ?? told('badHas');
    if (field === 'state') return stateNamed(value) ?? told('badState');
    if (isDateField(field)) return startOfDate(value) ? value : told('badDate');
    return value;
  }
}

export function scanQuery(line: string): ScannedQuery {
  const scanner = new Scanner(line.slice(0, LONGEST_QUERY));
  scanner.scan();
  if (line.length > LONGEST_QUERY)
    scanner.complaints.push({
      problem: 'tooLong',
      at: { start: LONGEST_QUERY, end: line.length },
      about: String(LONGEST_QUERY),
    });
  return { pieces: scanner.pieces, complaints: scanner.complaints };
}
