/** Stretches of k units that stand once in either text and cross no block border: the same words can mean no other place. */
import { BREAK } from './normal-view';

const FACTOR = 0x01000193;
const NONE = -1;
const MANY = -2;

/** Hash of the stretch of `k` units from every place; 0 in `valid` where it would cross a border. */
export interface Grams {
  hashes: Int32Array;
  valid: Uint8Array;
}

/** Hashes of all stretches of `k` units within `[from, to)`, by their distance from `from`. */
export function gramsOf(units: Uint16Array, from: number, to: number, k: number): Grams {
  const hashes = new Int32Array(to - from);
  const valid = new Uint8Array(to - from);
  let power = 1;
  for (let n = 1; n < k; n += 1) power = Math.imul(power, FACTOR);
  let hash = 0;
  let filled = 0;
  for (let at = from; at < to; at += 1) {
    const unit = units[at]!;
    if (unit === BREAK) {
      hash = 0;
      filled = 0;
      continue;
    }
    if (filled === k) hash = (hash - Math.imul(units[at - k]!, power)) | 0;
    else filled += 1;
    hash = (Math.imul(hash, FACTOR) + unit) | 0;
    if (filled === k) {
      const start = at - k + 1 - from;
      hashes[start] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      valid[start] = 1;
    }
  }
  return { hashes, valid };
}

/**
 * For every unit of `a` at which such a stretch starts, its place in `b`; -1 elsewhere. Uniqueness is counted over the whole
 * of both texts. Yields where it may rest.
 */
export function* uniqueGrams(a: Uint16Array, b: Uint16Array, k: number): Generator<void, Int32Array> {
  let bits = 6;
  while (1 << bits < a.length * 2) bits += 1;
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  const keys = new Int32Array(1 << bits);
  const inA = new Int32Array(1 << bits).fill(NONE);
  const inB = new Int32Array(1 << bits).fill(NONE);
  const { hashes, valid } = gramsOf(a, 0, a.length, k);
  for (let at = 0; at < hashes.length; at += 1) {
    if (valid[at] === 0) continue;
    const hash = hashes[at]!;
    let slot = hash >>> shift;
    while (inA[slot] !== NONE && keys[slot] !== hash) slot = (slot + 1) & mask;
    keys[slot] = hash;
    inA[slot] = inA[slot] === NONE ? at : MANY;
  }
  yield;
  const other = gramsOf(b, 0, b.length, k);
  for (let at = 0; at < other.hashes.length; at += 1) {
    if (other.valid[at] === 0) continue;
    const hash = other.hashes[at]!;
    let slot = hash >>> shift;
    while (inA[slot] !== NONE && keys[slot] !== hash) slot = (slot + 1) & mask;
    if (inA[slot] !== NONE) inB[slot] = inB[slot] === NONE ? at : MANY;
  }
  yield;
  const places = new Int32Array(a.length).fill(NONE);
  for (let slot = 0; slot < inA.length; slot += 1) {
    const at = inA[slot]!;
    const to = inB[slot]!;
    if (at < 0 || to < 0) continue;
    let same = 0;
    while (same < k && a[at + same] === b[to + same]) same += 1;
    // Two different stretches may have one hash.
    if (same === k) places[at] = to;
  }
  return places;
}
