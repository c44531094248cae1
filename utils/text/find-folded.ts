/** Finding words in a text whatever their marks: "khung hoang" finds "Khủng hoảng", and "khủng" finds only "khủng". */
import { foldMarks } from './fold';
import type { Span } from './sentences';

/** A text made ready for many questions. */
export interface Searchable {
  text: string;
  folded: string;
  /** Offset in `text` of each unit of `folded`. */
  at: readonly number[];
}

const PLAIN = /^[\x20-\x40\x5b-\x7e]*$/;
const LETTER = /\P{M}\p{M}*/gu;

export function searchable(text: string): Searchable {
  const at: number[] = [];
  let folded = '';
  const known = new Map<string, string>();
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    let plain = PLAIN.test(letter) ? letter : known.get(letter);
    if (plain === undefined) {
      plain = foldMarks(letter).replace(/\s/gu, ' ');
      known.set(letter, plain);
    }
    for (let unit = 0; unit < plain.length; unit += 1) at.push(index);
    folded += plain;
  }
  at.push(text.length);
  return { text, folded, at };
}

/** Places of `query` in order, without overlaps. What was typed with marks must stand there with these marks. */
export function findFolded({ text, folded, at }: Searchable, query: string, most = 1_000): Span[] {
  const typed = query.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const wanted = foldMarks(typed);
  if (!wanted) return [];
  const hasMarks = wanted !== typed.toLocaleLowerCase('vi');
  const found: Span[] = [];
  for (let from = folded.indexOf(wanted); from >= 0 && found.length < most;) {
    const span = { start: at[from]!, end: at[from + wanted.length]! };
    const there = text.slice(span.start, span.end).normalize('NFC').toLocaleLowerCase('vi');
    const isHit = !hasMarks || there.replace(/\s/gu, ' ') === typed.toLocaleLowerCase('vi');
    if (isHit) found.push(span);
    from = folded.indexOf(wanted, from + (isHit ? wanted.length : 1));
  }
  return found;
}
