import { describe, expect, it } from 'vitest';
import { branchIds, inTreeOrder, pathOf, survivorOf, treeOf, type TreeCode } from './code-tree';

const code = (id: string, parentId: string | null = null, order = 0): TreeCode => ({
  id,
  parentId,
  name: id,
  order,
});

const told = (codes: TreeCode[]) =>
  inTreeOrder(treeOf(codes)).map(({ code: { id }, depth }) => `${depth}${id}`);

describe('the tree of codes', () => {
  it('stands in order, then by Vietnamese name', () => {
    expect(told([code('đò', null, 1), code('dù', null, 1), code('ẩn', null, 0), code('x', 'dù')])).toEqual([
      '0ẩn',
      '0dù',
      '1x',
      '0đò',
    ]);
  });

  it('loses no code when a parent is missing or two machines made a circle', () => {
    expect(told([code('a', 'gone'), code('b', 'c'), code('c', 'b'), code('d', 'c')])).toEqual([
      '0a',
      '0b',
      '0c',
      '1d',
    ]);
  });

  it('knows branches and paths', () => {
    const codes = [code('a'), code('b', 'a'), code('c', 'b'), code('d')];
    expect([...branchIds(codes, 'a')].toSorted()).toEqual(['a', 'b', 'c']);
    expect(pathOf(new Map(codes.map((one) => [one.id, one])), 'c')).toEqual(['a', 'b', 'c']);
  });

  it('follows mergers, and a circle of mergers leads nowhere', () => {
    const codes = new Map(
      [
        { id: 'a', mergedInto: 'b' },
        { id: 'b', mergedInto: 'c' },
        { id: 'c' },
        { id: 'x', mergedInto: 'y' },
        { id: 'y', mergedInto: 'x' },
      ].map((one) => [one.id, one]),
    );
    expect(survivorOf(codes, 'a')).toBe('c');
    expect(survivorOf(codes, 'c')).toBe('c');
    expect(survivorOf(codes, 'x')).toBe('x');
  });
});
