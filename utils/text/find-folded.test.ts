import { expect, test } from 'vitest';
import { findFolded, searchable } from './find-folded';

const TEXT = 'Khủng hoảng nước sạch. KHUNG cửa, khung giá; Đồng Đăng 😀 hoà bình.';
const found = (query: string, text = TEXT) =>
  findFolded(searchable(text), query).map(({ start, end }) => text.slice(start, end));

test('without marks everything alike is found', () => {
  expect(found('khung')).toEqual(['Khủng', 'KHUNG', 'khung']);
  expect(found('dong dang')).toEqual(['Đồng Đăng']);
});

test('with marks only these marks are found', () => {
  expect(found('khủng')).toEqual(['Khủng']);
  expect(found('KHỦNG')).toEqual(['Khủng']);
});

test('letters after an emoji and in decomposed form keep their place', () => {
  expect(found('hoa binh')).toEqual(['hoà bình']);
  const decomposed = 'Rừng dương'.normalize('NFD');
  expect(found('duong', decomposed)).toEqual(['dương'.normalize('NFD')]);
});

test('nothing typed finds nothing', () => {
  expect(found('  ')).toEqual([]);
  expect(found('́')).toEqual([]);
});
