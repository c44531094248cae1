import { describe, expect, it } from 'vitest';
import { anchorQuote } from './anchor-quote';
import type { AnchorText } from './types';

const page = (...lines: string[]): AnchorText => {
  let at = 0;
  const blocks = lines.map((line, n) => {
    const block = { id: `b${n}`, start: at, end: at + line.length };
    at = block.end + 1;
    return block;
  });
  return { text: lines.join('\n'), blocks };
};

const live = page(
  'Hồ Thủy Yên đầy nước. Giá nước sạch tăng từ tháng bảy.',
  'Dân xã Tân Hòa lo lắng. Giá nước sạch tăng từ tháng bảy.',
);

const found = (exact: string, prefix = '', suffix = '', on = live) => {
  const { verdict, parts } = anchorQuote({ exact, prefix, suffix }, on);
  return [verdict, ...parts.map(({ start, end }) => on.text.slice(start, end).normalize('NFC'))];
};

describe('anchorQuote', () => {
  it('goes where the surroundings single out one place, also on a decomposed page', () => {
    const nfd = page(...live.text.split('\n').map((line) => line.normalize('NFD')));
    const quote = { exact: 'Giá nước sạch', prefix: 'Tân Hòa lo lắng. ', suffix: ' tăng từ' };
    for (const on of [live, nfd]) {
      const { verdict, parts } = anchorQuote(quote, on);
      expect([verdict, parts[0]!.blockId]).toEqual(['exact', 'b1']);
    }
  });

  it('asks where the same words stand twice and nothing tells them apart', () => {
    expect(found('Giá nước sạch tăng')[0]).toBe('review');
    expect(found('Giá nước sạch', '', ' tăng từ tháng bảy.')[0]).toBe('review');
  });

  it('asks where the surroundings are gone or the quote is short', () => {
    expect(found('Hồ Thủy Yên', 'Chiều qua, tin từ ', ' cho biết')).toEqual(['review', 'Hồ Thủy Yên']);
    expect(found('lo lắng')[0]).toBe('review');
  });

  it('finds changed words between the old neighbours, over a border of paragraphs too', () => {
    expect(found('Dân xã Tân Hoà lo ngại', 'tháng bảy.', '. Giá nước sạch')[0]).toMatch(/changed|review/);
    expect(found('từ tháng bảy. Dân xã', 'Giá nước sạch tăng ', ' Tân Hòa lo')).toEqual([
      'exact',
      'từ tháng bảy.',
      'Dân xã',
    ]);
  });

  it('is an orphan where nothing like it stands', () => {
    expect(found('Bóng đá nữ thắng đậm', 'Chiều qua ', ' ở Huế')).toEqual(['orphan']);
    expect(found('')).toEqual(['orphan']);
    expect(found('x', '', '', { text: '', blocks: [] })).toEqual(['orphan']);
  });
});
