import { expect, test } from 'vitest';
import { foldMarks } from '@/utils/text/fold';
import { fittingCodes, sameNamed } from './palette';

const CODES = ['Nước sạch', 'Khung giá', 'Khủng hoảng', 'khủng bố', 'Thị trường khung', 'Đô thị'].map(
  (name) => ({
    id: name,
    name,
    folded: foldMarks(name),
  }),
);
const names = (typed: string) => fittingCodes(CODES, typed).map(({ name }) => name);

test('marks may be left out', () => {
  expect(names('khung')).toEqual(['Khung giá', 'Khủng hoảng', 'khủng bố', 'Thị trường khung']);
  expect(names('do thi')).toEqual(['Đô thị']);
});

test('what was typed with marks comes first', () => {
  expect(names('khủng')[0]).toBe('Khủng hoảng');
  expect(names('khủng').slice(0, 2)).toEqual(['Khủng hoảng', 'khủng bố']);
});

test('initials and syllables in any order', () => {
  expect(names('kh').slice(0, 3)).toEqual(['Khung giá', 'Khủng hoảng', 'khủng bố']);
  expect(names('ns')).toEqual(['Nước sạch']);
  expect(names('hoang khung')).toEqual(['Khủng hoảng']);
});

test('a shortcut of its own comes before every name', () => {
  const codes = CODES.map((code) => ({ ...code, shortcut: code.name === 'Đô thị' ? 'kh' : null }));
  expect(fittingCodes(codes, 'kh')[0]!.name).toBe('Đô thị');
});

test('nothing typed shows all, as given; nothing alike shows none', () => {
  expect(names(' ')).toEqual(CODES.map(({ name }) => name));
  expect(names('zebra')).toEqual([]);
});

test('marks make another name, case and Unicode form do not', () => {
  expect(sameNamed(CODES, 'KHỦNG HOẢNG'.normalize('NFD'))?.name).toBe('Khủng hoảng');
  expect(sameNamed(CODES, 'khung hoang')).toBeNull();
});
