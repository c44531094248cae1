/** What differs between two passages, word by word. */
import { diffArrays } from 'diff';

export interface WordChange {
  is: 'same' | 'removed' | 'added';
  text: string;
}

/** Longer differences are shown as two whole passages. */
const MOST_EDITS = 2_000;

/** Runs of words in reading order; `same` and `removed` together are `from`, `same` and `added` are `to`. */
export function compareWords(from: string, to: string): WordChange[] {
  const found = diffArrays(piecesOf(from), piecesOf(to), { maxEditLength: MOST_EDITS });
  const changes = found ?? [
    { value: [from], removed: true, added: false },
    { value: [to], removed: false, added: true },
  ];
  return changes.flatMap(({ value, added, removed }): WordChange[] => {
    const text = value.join('');
    return text ? [{ is: added ? 'added' : removed ? 'removed' : 'same', text }] : [];
  });
}

/**
 * Words and stops with the blanks before them, so that a changed word takes its blank along and a stop changes alone. In
 * scripts that put no blanks between words each letter is one.
 */
const piecesOf = (text: string): string[] => text.match(PIECE) ?? [];

const PIECE =
  /\s*(?:\p{N}+(?:[.,:/]\p{N}+)*|[\u3040-\u30FF\u3400-\u9FFF]|(?:(?![\u3040-\u30FF\u3400-\u9FFF])[\p{L}\p{M}\p{N}])+|[^\s\p{L}\p{M}\p{N}])|\s+/gu;
