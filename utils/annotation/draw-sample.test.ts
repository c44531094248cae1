import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { drawSample, type Drawable, type DrawWish } from './draw-sample';

const OUTLETS = ['Báo Sóng Biển', 'Báo Cát Trắng', 'Tin Chiều', null];

function frameOf(seed: number, count: number): Drawable[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => ({
    id: chance.uuid(),
    outlet: chance.pick(OUTLETS),
    published: chance.pick(['2026-03-05T06:55:00+07:00', '2026-04-30', null]),
    section: chance.pick([['Kinh tế', 'Biển'], ['Thời sự'], []]),
  }));
}

const WISH: DrawWish = { seed: '20260308', strataBy: [], allocation: 'proportional', size: 60 };

function shuffled<T>(items: readonly T[]): T[] {
  const chance = chanceOf(9);
  return items
    .map((item) => ({ item, at: chance.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('drawSample', () => {
  it('draws what the decision says: the least hashes of seed and id', () => {
    const frame = frameOf(1, 500);
    const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    const expected = frame
      .map(({ id }) => ({ id, number: hash(`20260308\n${id}`) }))
      .toSorted((a, b) => (a.number < b.number ? -1 : 1))
      .slice(0, 60)
      .map(({ id }) => id);
    const drawn = drawSample(frame, WISH);
    expect(drawn.articleIds).toEqual(expected);
    expect(drawn).toMatchObject({ frameSize: 500, strata: [{ values: [], inFrame: 500, drawn: 60 }] });
    expect(drawn.frameSha).toBe(
      hash(
        frame
          .map(({ id }) => id)
          .toSorted()
          .join('\n'),
      ),
    );
  });

  it('does not mind the order of the frame; another seed draws others', () => {
    const frame = frameOf(2, 300);
    const wish: DrawWish = { ...WISH, strataBy: ['outlet', 'month'] };
    expect(drawSample(shuffled(frame), wish)).toEqual(drawSample(frame, wish));
    const other = drawSample(frame, { ...wish, seed: 'khác' });
    expect(other.articleIds).not.toEqual(drawSample(frame, wish).articleIds);
    expect(other.strata).toEqual(drawSample(frame, wish).strata);
  });

  it.each(Array.from({ length: 40 }, (_, n) => n))(
    'in proportion every stratum gets its share, rounded down or up, and the sum is as asked (%i)',
    (seed) => {
      const chance = chanceOf(seed);
      const frame = frameOf(seed, 1 + chance.below(400));
      const size = chance.below(450);
      const { strata, articleIds } = drawSample(frame, {
        ...WISH,
        strataBy: ['outlet', 'month', 'section'],
        size,
      });
      const most = Math.min(size, frame.length);
      expect(articleIds).toHaveLength(most);
      expect(new Set(articleIds).size).toBe(most);
      for (const { inFrame, drawn } of strata) {
        const share = (most * inFrame) / frame.length;
        expect([Math.floor(share), Math.ceil(share)]).toContain(drawn);
        expect(drawn).toBeLessThanOrEqual(inFrame);
      }
      const byId = new Map(frame.map((article) => [article.id, article]));
      for (const { values, drawn } of strata)
        expect(
          articleIds.filter((id) => {
            const { outlet, published, section } = byId.get(id)!;
            return `${outlet ?? ''}|${published?.slice(0, 7) ?? ''}|${section[0] ?? ''}` === values.join('|');
          }),
        ).toHaveLength(drawn);
    },
  );

  it('largest remainder; where two are equal the larger stratum is first', () => {
    const frame = ['a', 'b', 'c'].flatMap((outlet, n) =>
      Array.from({ length: [5, 3, 2][n]! }, (_, i) => ({
        id: `${outlet}${i}`,
        outlet,
        published: null,
        section: [],
      })),
    );
    const drawn = (size: number) =>
      drawSample(frame, { ...WISH, strataBy: ['outlet'], size }).strata.map((one) => one.drawn);
    expect([drawn(3), drawn(5), drawn(10), drawn(99), drawn(0)]).toEqual([
      [1, 1, 1],
      [3, 1, 1],
      [5, 3, 2],
      [5, 3, 2],
      [0, 0, 0],
    ]);
    const each = drawSample(frame, { ...WISH, strataBy: ['outlet'], allocation: 'perStratum', size: 3 });
    expect(each.strata.map((one) => one.drawn)).toEqual([3, 3, 2]);
  });

  it('a frame that has grown keeps most of what was drawn before', () => {
    const frame = frameOf(3, 400);
    const before = drawSample(frame, WISH).articleIds;
    const after = new Set(drawSample([...frame, ...frameOf(4, 20)], WISH).articleIds);
    expect(before.filter((id) => after.has(id)).length).toBeGreaterThan(50);
  });

  it('an empty frame gives an empty sample', () => {
    expect(drawSample([], WISH)).toMatchObject({ articleIds: [], strata: [], frameSize: 0 });
  });
});
