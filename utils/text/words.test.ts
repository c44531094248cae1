import { describe, expect, it } from 'vitest';
import { hasLetter, lettersOnly, wordsOf } from './words';

const TEXTS = [
  'Vice President “Ty” — 3.500 USD…',
  'Đất Việt Mới: 25/11 · ª º ² ½',
  '記事 第2回 – ok',
  'Ёлка «и» снег',
  '\u00A0\u00AD×÷¶',
  '',
];

describe('words', () => {
  it.each(TEXTS)('takes the same letters and words as the pattern for all of Unicode: %s', (text) => {
    expect(lettersOnly(text)).toBe(text.replace(/[^\p{L}\p{N}]+/gu, ''));
    expect(wordsOf(text)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? []);
    expect(hasLetter(text)).toBe(/\p{L}/u.test(text));
  });

  it('agrees for every unit that may stand in a text', () => {
    const differing: string[] = [];
    for (let unit = 0; unit < 0xd800; unit += 1) {
      const text = `a${String.fromCharCode(unit)}b`;
      if (lettersOnly(text) !== text.replace(/[^\p{L}\p{N}]+/gu, '')) differing.push(unit.toString(16));
    }
    expect(differing).toEqual([]);
  });
});
