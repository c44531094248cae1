/**
 * Few kinds of numbers, some far more frequent than others, in close to the bits that they tell (Huffman 1952, canonical codes).
 * Numbers from `ESCAPE` on follow in full.
 */
import type { BitReader, BitWriter } from './bits';

const ESCAPE = 15;
const LENGTH_BITS = 4;

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

export function writeSmall(bits: BitWriter, numbers: readonly number[]): void {
  const most = Math.min(
    ESCAPE,
    numbers.reduce((a, b) => Math.max(a, b), 0),
  );
  const uses = Array.from({ length: most + 1 }, () => 0);
  for (const number of numbers) uses[Math.min(ESCAPE, number)]! += 1;
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
  for (const number of numbers) {
    const symbol = Math.min(ESCAPE, number);
    bits.write(codes[symbol]!, lengths[symbol]!);
    if (symbol === ESCAPE) bits.gamma(number - ESCAPE + 1);
  }
}

export function readSmall(bits: BitReader, count: number, visit: (n: number, number: number) => void): void {
  const most = bits.read(LENGTH_BITS);
  const sorted = byLength(Array.from({ length: most + 1 }, () => bits.read(LENGTH_BITS)));
  const flat = sorted.flat();
  const counts = Uint8Array.from(sorted, ({ length }) => length);
  for (let n = 0; n < count; n += 1) {
    let code = 0;
    let first = 0;
    let before = 0;
    let symbol = 0;
    for (let length = 1; length < 16; length += 1) {
      code = code * 2 + bits.bit();
      first = (first + counts[length - 1]!) * 2;
      before += counts[length - 1]!;
      const place = code - first;
      if (place < counts[length]!) {
        symbol = flat[before + place]!;
        break;
      }
    }
    visit(n, symbol === ESCAPE ? bits.gamma() + ESCAPE - 1 : symbol);
  }
}
