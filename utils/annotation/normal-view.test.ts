import { describe, expect, it } from 'vitest';
import { BREAK, unitsIn, viewOf } from './normal-view';
import type { AnchorText } from './types';

const lines = (...all: string[]): AnchorText => {
  let at = 0;
  const blocks = all.map((line, n) => {
    const block = { id: `b${n}`, start: at, end: at + line.length };
    at = block.end + 1;
    return block;
  });
  return { text: all.join('\n'), blocks };
};

describe('viewOf', () => {
  it.each([
    ['composed and decomposed letters', 'Tiếng Việt', 'Tiếng Việt'.normalize('NFD')],
    ['blanks', 'giá xăng tăng', ' giá\u00A0xăng \t tăng '],
    ['what nobody sees', 'Thủ đô', 'Th\u200Bủ đ\u00ADô\uFEFF'],
    ['quotes and dashes', '“nước” – ‘lũ’', '"nước" - \'lũ\''],
    ['three dots', 'thôi…', 'thôi...'],
    ['where the tone mark stands', 'hoà, khoẻ, Uỷ', 'hòa, khỏe, Ủy'],
    ['look-alikes of đ', 'đồng', 'ðồng'],
  ])('makes %s alike', (_, one, other) => {
    expect(viewOf(lines(other)).text).toBe(viewOf(lines(one)).text);
  });

  it('parts blocks by one break, whatever stands in them', () => {
    const view = viewOf(lines('', 'một', '  ', '\u200B', 'hai', ''));
    expect(view.text).toBe('một\nhai');
    expect([...view.units].filter((unit) => unit === BREAK)).toHaveLength(1);
    expect(view.blockStart[4]).toBe(4);
    expect(view.blockEnd[0]).toBe(view.blockStart[0]);
  });

  it('leads every unit back to the letter that it came from', () => {
    const text = lines('e\u0323\u0302 😀 Ti\u00EA\u0301ng\u00A0\u00A0Việt…', 'nửa \ud83d đôi\u200B');
    const view = viewOf(text);
    const isSound = (unit: number) => {
      const [start, end] = [view.rawStart[unit]!, view.rawEnd[unit]!];
      if (view.units[unit] === BREAK) return start === end;
      const block = text.blocks[view.blockOf[unit]!]!;
      return (
        end > start && start >= block.start && end <= block.end && start >= (view.rawStart[unit - 1] ?? 0)
      );
    };
    expect([...view.units.keys()].filter((unit) => !isSound(unit))).toEqual([]);
    const at = view.text.indexOf('Tiếng');
    expect(text.text.slice(view.rawStart[at], view.rawEnd[at + 4])).toBe('Ti\u00EA\u0301ng');
  });

  it('finds the units of a raw span, without the blanks at its ends', () => {
    const text = lines('Giá  xăng tăng'.normalize('NFD'));
    const view = viewOf(text);
    const start = text.text.indexOf(' ');
    const { start: first, end } = unitsIn(view, start, text.text.length);
    expect(view.text.slice(first, end)).toBe('xăng tăng');
    expect(unitsIn(view, start, start + 2)).toMatchObject({ start: first, end: first });
  });

  it('takes an empty text', () => {
    expect(viewOf({ text: '', blocks: [] }).units).toHaveLength(0);
    expect(viewOf(lines('')).text).toBe('');
  });
});
