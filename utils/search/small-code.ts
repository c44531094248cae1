/**
 * Few kinds of numbers, some far more frequent than others, in close to the bits that they tell (Huffman 1952, canonical codes).
 * Numbers from `ESCAPE` on follow in full.
 */
import type { BitReader, BitWriter } from './bits';

const ESCAPE = 15;
const LENGTH_BITS = 4;
/** Codes of so many bits are looked up; longer ones are rare. */
const LOOKED_UP = 8;

/** Code lengths by number; 0: it does not occur. */
function lengthsFor(uses: readonly number[]): number[] {
  const lengths = uses.map(() => 0);
  let nodes = uses.flatMap((weight, symbol) => (weight > 0 ? [{ weight, symbols: [symbol] }] : []));
  if (nodes.length === 1) lengths[nodes[0]!.symbols[0]!] = 1;
  while (nodes.length > 1) {
    nodes = nodes.sort((a, b) => b.weight - a.weight);
    const [second, first] = [nodes.pop()!, nodes.pop()!];
    const symbols = [...first.symbols, ...second.symbols];
    for (const symbol of symbols) lengths[symbol]! += 1;
    nodes.push({ weight: first.weight + second.weight, symbols });
  }
  return lengths;
}

/** For each length, shortest first, the symbols of it in order. */
function byLength(lengths: readonly number[]): number[][] {
  const sorted: number[][] = Array.from({ length: 16 }, () => []);
  for (const [symbol, length] of lengths.entries()) if (length > 0) sorted[length]!.push(symbol);
  return sorted;
}

export function writeSmall(bits: BitWriter, numbers: ArrayLike<number>): void {
  let most = 0;
  for (let n = 0; n < numbers.length; n += 1) most = Math.max(most, Math.min(ESCAPE, numbers[n]!));
  const uses = Array.from({ length: most + 1 }, () => 0);
  for (let n = 0; n < numbers.length; n += 1) uses[Math.min(ESCAPE, numbers[n]!)]! += 1;
  const lengths = lengthsFor(uses);
  const codes: number[] = [];
  let code = 0;
  for (const symbols of byLength(lengths)) {
    for (const symbol of symbols) {
      codes[symbol] = code;
      code += 1;
    }
    code *= 2;
  }
  bits.write(most, LENGTH_BITS);
  for (const length of lengths) bits.write(length, LENGTH_BITS);
  for (let n = 0; n < numbers.length; n += 1) {
    const number = numbers[n]!;
    const symbol = Math.min(ESCAPE, number);
    bits.write(codes[symbol]!, lengths[symbol]!);
    if (symbol === ESCAPE) bits.gamma(number - ESCAPE + 1);
  }
}

export function readSmall(bits: BitReader, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  const most = bits.read(LENGTH_BITS);
  const sorted = byLength(Array.from({ length: most + 1 }, () => bits.read(LENGTH_BITS)));
  const symbols = Uint8Array.from(sorted.flat());
  const counts = Uint8Array.from(sorted, ({ length }) => length);
  const short = lookUpTable(symbols, counts);
  let n = 0;
  while (n < count) {
    n = bits.lookUp(short, numbers, n, ESCAPE);
    if (n >= count) break;
    const known = short[bits.peek8()]!;
    let symbol = known >>> 4;
    if (known > 0) bits.skip(known & 15);
    else symbol = readLong(bits, symbols, counts);
    numbers[n] = symbol === ESCAPE ? bits.gamma() + ESCAPE - 1 : symbol;
    n += 1;
  }
  return numbers;
}

/** Of all that 8 bits can be: the symbol whose code they begin with, and its length; 0 where the code is longer. */
function lookUpTable(symbols: Uint8Array, counts: Uint8Array): Uint8Array {
  const table = new Uint8Array(1 << LOOKED_UP);
  let at = 0;
  let place = 0;
  for (let length = 1; length <= LOOKED_UP; length += 1)
    for (let left = counts[length]!; left > 0; left -= 1) {
      const next = at + (1 << (LOOKED_UP - length));
      table.fill((symbols[place]! << 4) | length, at, next);
      at = next;
      place += 1;
    }
  return table;
}

function readLong(bits: BitReader, symbols: Uint8Array, counts: Uint8Array): number {
  let code = 0;
  let first = 0;
  let before = 0;
  for (let length = 1; length < 16; length += 1) {
    code = code * 2 + bits.bit();
    first = (first + counts[length - 1]!) * 2;
    before += counts[length - 1]!;
    const place = code - first;
    if (place < counts[length]!) return symbols[before + place]!;
  }
  return 0;
}
