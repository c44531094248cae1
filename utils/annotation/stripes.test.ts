import { expect, test } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { planStripes, type CodedPlace } from './stripes';

const place = (
  codeId: string,
  top: number,
  bottom: number,
  annotationId = `${codeId}${top}`,
): CodedPlace => ({
  codeId,
  annotationId,
  top,
  bottom,
});

test('codes that overlap stand side by side, codes apart share a lane', () => {
  const { stripes, lanes } = planStripes([place('a', 0, 100), place('b', 50, 80), place('c', 120, 140)], 6);
  expect(lanes).toBe(2);
  expect(stripes.map(({ codeId, lane }) => [codeId, lane])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ]);
});

test('places of one code that touch are one stripe with all their passages', () => {
  const { stripes } = planStripes([place('a', 0, 30, 'one'), place('a', 20, 60, 'two')], 6);
  expect(stripes).toEqual([{ codeId: 'a', annotationIds: ['one', 'two'], top: 0, bottom: 60, lane: 0 }]);
});

test('a code comes back to its lane', () => {
  const { stripes } = planStripes([place('a', 0, 50), place('b', 10, 30), place('b', 60, 90)], 6);
  expect(stripes.filter(({ codeId }) => codeId === 'b').map(({ lane }) => lane)).toEqual([1, 1]);
});

test('what finds no lane is told, with every code and passage', () => {
  const nested = Array.from({ length: 300 }, (_, n) => place(`c${n}`, n / 10, 100 - n / 10));
  const { stripes, lanes, crowded } = planStripes(nested, 6);
  expect(lanes).toBe(6);
  expect(crowded).toHaveLength(1);
  expect(crowded[0]!.codeIds.length + stripes.length).toBe(300);
  expect(crowded[0]!.annotationIds.length).toBe(294);
});

test('lanes never overlap, whatever the places', () => {
  const chance = chanceOf(7);
  const places = Array.from({ length: 400 }, () => {
    const top = chance.below(2_000);
    return place(`c${chance.below(30)}`, top, top + 1 + chance.below(200));
  });
  const { stripes } = planStripes(places, 8);
  const clashes = stripes.flatMap((one) =>
    stripes.filter(
      (other) => one !== other && one.lane === other.lane && one.bottom > other.top && other.bottom > one.top,
    ),
  );
  expect(clashes).toEqual([]);
});
