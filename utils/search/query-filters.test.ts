import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query';
import { filtersAsked, toggleFilter } from './query-filters';

describe('a filter that is clicked', () => {
  it.each([
    ['', 'outlet:A'],
    ['tàu  cá', 'tàu  cá outlet:A'],
    ['tàu OR thuyền', 'tàu OR thuyền outlet:A'],
    ['outlet:B tàu', 'outlet:B OR outlet:A tàu'],
    ['báo:B HOẶC báo:C tàu', 'báo:B OR báo:C OR outlet:A tàu'],
    ['outlet:a', ''],
    ['tàu outlet:A cá', 'tàu cá'],
    ['outlet:A OR outlet:B tàu', 'outlet:B tàu'],
    ['(outlet:A) tàu', 'tàu'],
    ['((outlet:A OR outlet:B)) tàu', '((outlet:B)) tàu'],
    ['"rừng dương', '"rừng dương" outlet:A'],
    ['(tàu OR cá', '(tàu OR cá) outlet:A'],
    ['-outlet:A', '-outlet:A outlet:A'],
  ])('in %j gives %j', (line, expected) => expect(toggleFilter(line, 'outlet', 'A')).toBe(expected));

  it('a date takes the place of the one before', () => {
    expect(toggleFilter('tàu after:2024', 'after', '2025')).toBe('tàu after:2025');
    expect(toggleFilter('tàu after:2025', 'after', '2025')).toBe('tàu');
  });

  it('is written in the language of the page', () => {
    expect(toggleFilter('tàu', 'has', 'pictures', 'vi')).toBe('tàu có:ảnh');
  });

  it('twice leaves the line as it was', () => {
    for (const line of ['tàu', 'tàu outlet:B', '"a" OR b'])
      expect(toggleFilter(toggleFilter(line, 'outlet', 'Báo "Mới"'), 'outlet', 'Báo "Mới"')).toBe(line);
  });
});

it('tells what the whole query is narrowed to', () => {
  const { node } = parseQuery('tàu (outlet:A OR outlet:B) -outlet:C (section:x OR tàu) after:2025');
  expect(filtersAsked(node).map(({ field, value }) => `${field}=${value}`)).toEqual([
    'outlet=A',
    'outlet=B',
    'after=2025',
  ]);
});
