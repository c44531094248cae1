import { expect, test } from 'vitest';
import { mapHits, targetsAt } from './hit-test';
import { inTextOrder } from './order';

const target = (id: string, ...spans: [number, number][]) => ({
  id,
  parts: spans.map(([start, end]) => ({ blockId: 'b0', start, end })),
  ranges: [],
});

test('finds what a simple search finds, the shortest first', () => {
  let state = 42;
  const next = (below: number) => (state = (state * 48271) % 2147483647) % below;
  const targets = Array.from({ length: 200 }, (_, n) => {
    const start = next(1000);
    return target(`a${n}`, [start, start + 1 + next(n % 10 === 0 ? 400 : 30)]);
  });
  const map = mapHits(targets);
  for (let offset = 0; offset <= 1400; offset += 1) {
    const found = targetsAt(map, offset);
    const expected = targets.filter(({ parts: [part] }) => part!.start <= offset && offset <= part!.end);
    expect(new Set(found)).toEqual(new Set(expected));
    const lengths = found.map(({ parts: [part] }) => part!.end - part!.start);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  }
});

test('a highlight of several parts is found once', () => {
  const map = mapHits([target('a', [0, 5], [5, 9])]);
  expect(targetsAt(map, 5).map(({ id }) => id)).toEqual(['a']);
});

test('text order: place, then the longer, then the older', () => {
  const at = (id: string, start: number, end: number, createdAt = '2026') => ({
    ...target(id, [start, end]),
    createdAt,
  });
  const ordered = inTextOrder([at('d', 5, 6, '2027'), at('c', 5, 6, '2026'), at('b', 5, 9), at('a', 1, 2)]);
  expect(ordered.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});
