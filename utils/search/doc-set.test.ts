import { describe, expect, it } from 'vitest';
import { DocSet } from './doc-set';

const of = (...docs: number[]) => DocSet.of(100, docs);

describe('a set of documents', () => {
  it('holds what was put in, in order, up to its size', () => {
    expect([...of(99, 0, 31, 32, 31, 100, 4_000).toArray()]).toEqual([0, 31, 32, 99]);
    expect(of(31).has(31)).toBe(true);
    expect(of(31).has(30)).toBe(false);
    const set = of(5, 6);
    set.delete(5);
    expect([...set.toArray()]).toEqual([6]);
  });

  it('joins, cuts and takes away', () => {
    expect([
      ...of(1, 40, 99)
        .and(of(40, 98, 99))
        .toArray(),
    ]).toEqual([40, 99]);
    expect([...of(1, 40).or(of(2, 99)).toArray()]).toEqual([1, 2, 40, 99]);
    expect([...of(1, 40, 99).without(of(40)).toArray()]).toEqual([1, 99]);
  });

  it.each([0, 1, 31, 32, 33, 64, 100])('a full set of %i counts all of them and no more', (size) => {
    const full = DocSet.full(size);
    expect(full.count).toBe(size);
    expect(full.isEmpty).toBe(size === 0);
    expect([...full.toArray()]).toEqual(Array.from({ length: size }, (_, doc) => doc));
  });
});
