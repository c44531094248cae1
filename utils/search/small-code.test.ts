import { describe, expect, it } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { BitReader, BitWriter } from './bits';
import { readList, writeList } from './number-list';
import { readSmall, writeSmall } from './small-code';

describe('small numbers', () => {
  it.each([
    { name: 'all the same', of: (n: number) => n * 0 },
    { name: 'all the same, not 0', of: () => 7 },
    { name: 'beyond the table', of: (n: number) => n * 37 },
    { name: 'mostly few', of: (n: number) => (n % 9 === 0 ? n % 20 : n % 3) },
    { name: 'a long tail', of: (n: number) => Math.floor(Math.log2(n + 1)) },
  ])('come back: $name', ({ of }) => {
    const numbers = Array.from({ length: 500 }, (_, n) => of(n));
    const bits = new BitWriter();
    writeSmall(bits, numbers);
    bits.write(5, 3);
    const reader = new BitReader(bits.finish());
    expect([...readSmall(reader, numbers.length)]).toEqual(numbers);
    expect(reader.read(3)).toBe(5);
  });
});

describe('ascending numbers', () => {
  it.each([0, 0.01, 0.3, 0.5, 0.51, 0.9, 1])('come back where %f of them are there', (share) => {
    const chance = chanceOf(3);
    for (const of of [0, 1, 2, 40, 4_096]) {
      const numbers = Array.from({ length: of }, (_, n) => n).filter(() => chance.next() < share);
      const bits = new BitWriter();
      writeList(bits, numbers, of);
      bits.write(5, 3);
      const reader = new BitReader(bits.finish());
      expect([...readList(reader, numbers.length, of)]).toEqual(numbers);
      expect(reader.read(3)).toBe(5);
    }
  });
});
