import { describe, expect, it } from 'vitest';
import { LONGEST_WORD, tokensOf } from './tokens';

const words = (text: string) => tokensOf(text).map(({ folded }) => folded);

describe('words of a text', () => {
  it('are syllables, numbers with their separators, foreign words', () => {
    expect(words('Đường 2/4, 1.257 tỉ; 12,5%. 3. U23 “Phú Quý”…')).toEqual([
      ...['duong', '2', '4', '1.257', 'ti', '12,5', '3', 'u23', 'phu', 'quy'],
    ]);
  });

  it('know how they are written: tone marks of both schools are one, marks are not', () => {
    expect(tokensOf('Hoà hòa HÒA hoa').map(({ written }) => written)).toEqual(['hòa', 'hòa', 'hòa', 'hoa']);
  });

  it('NFD stands at its own offsets and gives the same words', () => {
    const text = 'Khủng hoảng ở Phú Quý';
    const decomposed = text.normalize('NFD');
    expect(words(decomposed)).toEqual(words(text));
    for (const { start, end, written } of tokensOf(decomposed))
      expect(decomposed.slice(start, end).normalize('NFC').toLowerCase()).toBe(written);
  });

  it('take other scripts, pairs of units, and cut what is glued together', () => {
    expect(words('東京 русский 𝒳𝒴 😀')).toEqual(['東京', 'русскии', '𝒳𝒴'.toLowerCase()]);
    const [glued] = tokensOf('x'.repeat(100_000));
    expect(glued).toMatchObject({ folded: 'x'.repeat(LONGEST_WORD), start: 0, end: 100_000 });
  });

  it('nothing but marks and blanks has none', () => {
    expect(words(' …—“”!\u0301 '.normalize('NFC'))).toEqual([]);
    expect(words('')).toEqual([]);
  });
});
