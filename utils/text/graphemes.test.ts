import { describe, expect, test } from 'vitest';
import { snapToGraphemes } from './graphemes';

const cut = (text: string, start: number, end: number) => {
  const span = snapToGraphemes(text, start, end);
  return text.slice(span.start, span.end);
};

describe('snapToGraphemes', () => {
  test('leaves whole letters as they are', () => {
    expect(snapToGraphemes('Thủy lợi', 0, 4)).toEqual({ start: 0, end: 4 });
  });

  test('takes the marks of a decomposed letter along, at both ends', () => {
    const text = 'hòa xã'.normalize('NFD');
    expect(cut(text, 0, 2)).toBe('ho\u0300'.normalize('NFD'));
    expect(cut(text, 2, 4)).toBe('òa'.normalize('NFD'));
  });

  test('never halves a surrogate pair or a joined emoji', () => {
    expect(cut('a😀b', 0, 2)).toBe('a😀');
    expect(cut('a😀b', 2, 4)).toBe('😀b');
    const family = '👨‍👩‍👧';
    expect(cut(`x${family}y`, 3, 4)).toBe(family);
  });

  test('an empty span stays empty', () => {
    expect(snapToGraphemes('a😀b', 2, 2)).toEqual({ start: 1, end: 1 });
    expect(snapToGraphemes('abc', 3, 3)).toEqual({ start: 3, end: 3 });
  });

  test('offsets outside the text are brought inside', () => {
    expect(snapToGraphemes('abc', -4, 99)).toEqual({ start: 0, end: 3 });
  });

  test('every cut of a marked text gives the same as segmenting the whole of it', () => {
    const text = 'Bình Thuận: 👩🏽‍🌾 trồng thanh long – “giá cao”, e\u0301\u0323 và \r\n🇻🇳🇻🇳.'.normalize('NFD');
    const borders = new Set([text.length]);
    for (const { index } of new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text))
      borders.add(index);
    for (let start = 0; start < text.length; start += 1)
      for (let end = start + 1; end <= text.length; end += 1) {
        const span = snapToGraphemes(text, start, end);
        expect(borders.has(span.start) && borders.has(span.end), `${start}–${end}`).toBe(true);
        expect(span.start <= start && span.end >= end).toBe(true);
      }
  });
});
