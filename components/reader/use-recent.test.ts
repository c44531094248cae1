import { expect, test } from 'vitest';
import { keepPlaces } from './use-recent';

const NONE = new Map<number, string>();

test('a code that is used again keeps its digit', () => {
  expect(keepPlaces(['a', 'b', 'c'], ['c', 'a', 'b'], NONE)).toEqual(['a', 'b', 'c']);
});

test('a new code takes the first free digit', () => {
  expect(keepPlaces(['a', 'b', 'c'], ['n', 'c', 'a'], NONE)).toEqual(['a', 'n', 'c']);
  expect(keepPlaces([], ['x', 'y'], NONE)).toEqual(['x', 'y']);
});

test('a digit of its own comes before all', () => {
  expect(keepPlaces(['a', 'b'], ['b', 'a'], new Map([[0, 'z']]))).toEqual(['z', 'b', 'a']);
  expect(keepPlaces([], ['a'], new Map([[3, 'a']]))).toEqual([null, null, null, 'a']);
});
