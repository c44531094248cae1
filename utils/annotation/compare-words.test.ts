import { expect, test } from 'vitest';
import { compareWords } from './compare-words';

const read = (from: string, to: string) =>
  compareWords(from, to).map(({ is, text }) => `${{ same: '=', removed: '-', added: '+' }[is]}${text}`);

test('changed words are told one by one', () => {
  expect(read('Giá xăng tăng 500 đồng mỗi lít', 'Giá xăng giảm 500 đồng một lít')).toEqual([
    '=Giá xăng',
    '- tăng',
    '+ giảm',
    '= 500 đồng',
    '- mỗi',
    '+ một',
    '= lít',
  ]);
});

test('a stop changes without the word before it; a number is one word', () => {
  expect(read('rừng chắn cát ở 1.200 hộ', 'rừng chắn cát: ở 1.250 hộ')).toEqual([
    '=rừng chắn cát',
    '+:',
    '= ở',
    '- 1.200',
    '+ 1.250',
    '= hộ',
  ]);
});

test('both passages can be read from it whole', () => {
  const [from, to] = ['Một hai  ba\nbốn.', 'Hai ba bốn năm.'];
  const changes = compareWords(from, to);
  const join = (leftOut: string) => changes.map(({ is, text }) => (is === leftOut ? '' : text)).join('');
  expect(join('added')).toBe(from);
  expect(join('removed')).toBe(to);
});

test('nothing is one whole removal', () => {
  expect(read('Cát bay', '')).toEqual(['-Cát bay']);
});
