import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter, riceFor } from './bits';

describe('numbers in bits', () => {
  it('come back as they were, in every code and size', () => {
    const numbers = [0, 1, 2, 3, 7, 8, 100, 255, 256, 4_095, 65_535, 1_000_000, 4_000_000];
    const writer = new BitWriter();
    for (const k of [0, 1, 5, 12, 20]) for (const number of numbers) writer.rice(number, k);
    const small = numbers.filter((number) => number > 0 && number < 4_096);
    for (const number of small) writer.gamma(number);
    writer.write(0b1011, 4);
    const bytes = writer.finish();
    const reader = new BitReader(bytes);
    for (const k of [0, 1, 5, 12, 20]) for (const number of numbers) expect(reader.rice(k)).toBe(number);
    for (const number of small) expect(reader.gamma()).toBe(number);
    expect(reader.read(4)).toBe(0b1011);
  });

  it('begin anywhere a byte begins', () => {
    const writer = new BitWriter();
    writer.write(0xabc, 12);
    const reader = new BitReader(writer.finish(), 1);
    expect(reader.read(4)).toBe(0xc);
    reader.seek(0);
    expect(reader.read(12)).toBe(0xabc);
  });

  it('Rice takes about the bits that numbers of the mean need', () => {
    expect(riceFor(0.5)).toBe(0);
    expect(riceFor(100)).toBe(6);
    expect(riceFor(1e9)).toBe(24);
  });
});
