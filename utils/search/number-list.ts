/** Ascending numbers below a limit, by their gaps; where more than half are there, those that are missing are written. */
import { riceFor, type BitReader, type BitWriter } from './bits';

const codeFor = (of: number, count: number) => riceFor(of / (count + 1) - 1);

/** @param of all numbers are below it; reader and writer must know it and how many there are */
export function writeList(bits: BitWriter, numbers: ArrayLike<number>, of: number): void {
  if (numbers.length * 2 <= of) return writeGaps(bits, numbers, codeFor(of, numbers.length));
  const missing: number[] = [];
  let next = 0;
  for (let number = 0; number < of; number += 1)
    if (numbers[next] === number) next += 1;
    else missing.push(number);
  return writeGaps(bits, missing, codeFor(of, missing.length));
}

function writeGaps(bits: BitWriter, numbers: ArrayLike<number>, k: number): void {
  let before = -1;
  for (let n = 0; n < numbers.length; n += 1) {
    const number = numbers[n]!;
    bits.rice(number - before - 1, k);
    before = number;
  }
}

export function readList(bits: BitReader, count: number, of: number): Uint16Array {
  const numbers = new Uint16Array(count);
  const isMost = count * 2 > of;
  const written = isMost ? of - count : count;
  const k = codeFor(of, written);
  let number = -1;
  if (!isMost) {
    for (let n = 0; n < count; n += 1) {
      number += bits.rice(k) + 1;
      numbers[n] = number;
    }
    return numbers;
  }
  let n = 0;
  for (let left = written; left >= 0; left -= 1) {
    const missing = left > 0 ? number + bits.rice(k) + 1 : of;
    for (let one = number + 1; one < missing; one += 1) {
      numbers[n] = one;
      n += 1;
    }
    number = missing;
  }
  return numbers;
}
