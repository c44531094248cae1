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
  if (!isMost) {
    bits.gaps(numbers, k);
    return numbers;
  }
  const missing = new Uint16Array(written);
  bits.gaps(missing, k);
  let n = 0;
  let number = 0;
  for (let at = 0; at <= written; at += 1) {
    const next = at < written ? missing[at]! : of;
    for (; number < next; number += 1) {
      numbers[n] = number;
      n += 1;
    }
    number = next + 1;
  }
  return numbers;
}
