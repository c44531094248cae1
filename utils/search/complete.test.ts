import { describe, expect, it } from 'vitest';
import { complete, type KnownValues } from './complete';

const KNOWN: KnownValues = {
  locale: 'en',
  today: '2026-11-25',
  fields: {
    outlet: [
      { value: 'VnExpress', count: 90 },
      { value: 'Báo Bình Thuận', count: 40 },
      { value: 'Báo Bình Dương', count: 50 },
      { value: 'Báo "Mới"', count: 2 },
    ],
    author: [{ value: 'Đình Nhượng', count: 9 }],
    code: [{ value: 'ngư dân', count: 3 }],
  },
};

/** `|` is the caret. Gives the line for each option, as it would become. */
function offered(typed: string, isAsked = false, known = KNOWN): string[] {
  const caret = typed.indexOf('|');
  const line = typed.replace('|', '');
  const found = complete(line, caret, known, isAsked);
  return (found?.options ?? []).map(
    ({ text }) => line.slice(0, found!.span.start) + text + line.slice(found!.span.end),
  );
}

describe('at the caret', () => {
  it.each([
    ['|', []],
    ['tàu |', []],
    ['outl|', ['outlet:']],
    ['-outl|', ['-outlet:']],
    ['tàu (bộ-s|', ['tàu (collection:']],
    ['tàu sav|', ['tàu savedbefore:', 'tàu savedafter:']],
    ['tàu ne|', ['tàu near/5 ']],
    ['tàu or|', ['tàu OR ']],
    ['outlet:binh th|', ['outlet:"Báo Bình Thuận" ']],
    ['outlet:bình|', ['outlet:"Báo Bình Dương" ', 'outlet:"Báo Bình Thuận" ']],
    ['outlet:"binh t|', ['outlet:"Báo Bình Thuận" ']],
    ['outlet:"binh t|" tàu', ['outlet:"Báo Bình Thuận" tàu']],
    ['báo:vn| tàu', ['báo:VnExpress tàu']],
    ['outlet:mới|', ['outlet:"Báo ""Mới""" ']],
    ['tacgia:nh|', ['tacgia:"Đình Nhượng" ']],
    ['tàu nhuong|', ['tàu author:"Đình Nhượng" ']],
    ['cá ngu dan|', ['cá code:"ngư dân" ']],
    ['binh thu|', ['outlet:"Báo Bình Thuận" ']],
    ['"binh thu|', []],
    ['"binh thu" outlet:xyz|', []],
    ['has:pic|', ['has:pictures ']],
    ['state:|', ['state:inbox ', 'state:kept ', 'state:bin ']],
    ['after:2026|', ['after:2026-11 ', 'after:2026-10 ']],
    ['language:|', []],
  ])('%s', (typed, lines) => expect(offered(typed)).toEqual(lines));

  it('an empty place offers all fields when the list is called for', () => {
    expect(offered('tàu |', true)).toHaveLength(15);
    expect(offered('tàu |', true)[0]).toBe('tàu outlet:');
  });

  it('a field without value offers what most articles have, as given', () => {
    expect(offered('outlet:|')[0]).toBe('outlet:VnExpress ');
  });

  it('in Vietnamese the names are Vietnamese, and both are understood', () => {
    const known: KnownValues = { ...KNOWN, locale: 'vi' };
    expect(offered('outl|', false, known)).toEqual(['báo:']);
    expect(offered('tàu ho|', false, known)).toEqual(['tàu HOẶC ']);
    expect(offered('có:a|', false, known)[0]).toBe('có:ảnh ');
    expect(offered('binh thu|', false, known)).toEqual(['báo:"Báo Bình Thuận" ']);
  });

  it('decomposed typing finds the same', () => {
    const line = 'báo:bình th'.normalize('NFD');
    expect(complete(line, line.length, KNOWN)?.options.map(({ text }) => text)).toEqual([
      '"Báo Bình Thuận" ',
    ]);
  });
});
