/** Where the words of a text begin and end, for a cursor and for borders that move word by word. */
import type { Span } from './sentences';

const segmenter = new Intl.Segmenter('vi', { granularity: 'word' });

/** Words (in Vietnamese: syllables) of the text from `start` to `end`, in order; signs between them are no words. */
export function wordsOf(text: string, start = 0, end = text.length): Span[] {
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(start, end)))
    // An emoji is no word to the platform, but somebody may want to highlight it.
    if (isWordLike || /\p{Extended_Pictographic}/u.test(segment))
      words.push({ start: start + index, end: start + index + segment.length });
  return words;
}

/** Where a border may stop: at words, and at words with the signs that touch them. */
export function stopsOf(text: string, start: number, end: number, side: 'start' | 'end'): number[] {
  const stops = new Set(wordsOf(text, start, end).map((word) => word[side]));
  for (const match of text.slice(start, end).matchAll(/\S+/gu))
    stops.add(start + match.index + (side === 'start' ? 0 : match[0].length));
  return [...stops].toSorted((a, b) => a - b);
}
