import { expect, test } from 'vitest';
import type { ReadAnnotation } from '@/utils/db/reading';
import { filterAnnotations, NO_FILTER, stateOf } from './filter-annotations';

const one = (id: string, more: Partial<ReadAnnotation> = {}): ReadAnnotation => ({
  id,
  articleId: 'bai',
  versionId: 'v',
  parts: [],
  quote: { exact: '', prefix: '', suffix: '' },
  comment: '',
  coderId: 'lan',
  origin: 'saved',
  createdAt: '',
  touched: {},
  codes: [],
  verdict: null,
  words: '',
  changedWords: [],
  isPlacedByHand: false,
  ...more,
});
const CRISIS = {
  id: 'c',
  name: 'Khủng hoảng',
  folded: 'khung hoang',
  colour: '#ffffff',
  parentId: null,
  shortcut: null,
  putBy: [],
};
const ALL = [
  one('a', { words: 'Giếng nước ngọt', codes: [CRISIS] }),
  one('b', { comment: 'đối chiếu', coderId: 'minh', verdict: 'changed' }),
  one('c', { verdict: 'review' }),
  one('d', { verdict: 'orphan' }),
  one('e', { isPlacedByHand: true }),
  one('f', { verdict: 'changed', isPlacedByHand: true }),
];
const ids = (filter: Partial<typeof NO_FILTER>) =>
  filterAnnotations(ALL, { ...NO_FILTER, ...filter }).map(({ id }) => id);

test('words are found in quote, comment and code, without marks', () => {
  expect(ids({ words: 'nuoc' })).toEqual(['a']);
  expect(ids({ words: 'doi chieu' })).toEqual(['b']);
  expect(ids({ words: 'khung' })).toEqual(['a']);
  expect(ids({ words: '  ' })).toHaveLength(6);
});

test('by code, without a code, by coder', () => {
  expect(ids({ code: 'c' })).toEqual(['a']);
  expect(ids({ code: 'none' })).toEqual(['b', 'c', 'd', 'e', 'f']);
  expect(ids({ coder: 'minh' })).toEqual(['b']);
  expect(ids({ coder: 'minh', words: 'nuoc' })).toEqual([]);
});

test('every highlight is in one state, and a decision by hand shows as such', () => {
  expect(ALL.map(stateOf)).toEqual(['sure', 'changed', 'review', 'orphan', 'moved', 'moved']);
  expect(ids({ verdict: 'review' })).toEqual(['c']);
});
