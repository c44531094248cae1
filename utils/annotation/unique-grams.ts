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

/** Units looked at between two rests: a page that is just loading runs this before the browser has compiled it well. */
const STRETCH = 12_000;

/** A text, and where its units stand in the other one; -1 for those that have no place yet. */
export interface Side {
  units: Uint16Array;
  placed: Int32Array;
}

/**
 * For every unit of `a` at which such a stretch starts, its place in `b`; -1 elsewhere, and where the stretch stands in a
 * run already. Uniqueness is counted over the whole of both texts. Yields where it may rest.
 */
export function* uniqueGrams(a: Side, b: Side, k: number): Generator<void, Int32Array> {
  let open = 0;
  for (let at = 0; at < a.placed.length; at += 1) if (!isInRun(a.placed, at, k)) open += 1;
  let bits = 6;
  while (1 << bits < open * 2) bits += 1;
  const table = new GramTable(bits);
  yield* inStretches(a, k, (grams, from) => table.open(grams, from, a.placed, k));
  // The first round has no runs, and with them nothing more to count.
  if (open < a.placed.length)
    yield* inStretches(a, k, (grams, from) => table.recount(grams, from, a.placed, k));
  yield* inStretches(b, k, (grams, from) => table.seek(grams, from));
  return table.places(a.units, b.units, k);
}

function* inStretches(
  { units }: Side,
  k: number,
  use: (grams: Grams, from: number) => void,
): Generator<void> {
  for (let from = 0; from < units.length; from += STRETCH) {
    use(gramsOf(units, from, Math.min(units.length, from + STRETCH + k - 1), k), from);
    yield;
  }
}

const isInRun = (placed: Int32Array, at: number, k: number): boolean =>
  placed[at]! >= 0 && placed[at + k - 1] === placed[at]! + k - 1;

/** Rows of (hash, place in a, place in b): side by side, so that a look-up touches one line of the processor's cache. */
class GramTable {
  private readonly rows: Int32Array;
  private readonly shift: number;
  private readonly mask: number;

  constructor(bits: number) {
    this.rows = new Int32Array(4 << bits).fill(NONE);
    this.shift = 32 - bits;
    this.mask = (4 << bits) - 1;
  }

  /** The row of a hash, or the free one that it would have. */
  private rowOf(hash: number): number {
    const { rows, mask } = this;
    let row = (hash >>> this.shift) << 2;
    while (rows[row + 1] !== NONE && rows[row] !== hash) row = (row + 4) & mask;
    return row;
  }

  /** Takes up the stretches of the first text that stand in no run. */
  open({ hashes, valid }: Grams, from: number, placed: Int32Array, k: number): void {
    const { rows } = this;
    for (let n = 0; n < hashes.length; n += 1) {
      if (valid[n] === 0 || isInRun(placed, from + n, k)) continue;
      const row = this.rowOf(hashes[n]!);
      rows[row] = hashes[n]!;
      rows[row + 1] = rows[row + 1] === NONE || rows[row + 1] === from + n ? from + n : MANY;
    }
  }

  /** Those of them that stand in a run as well stand more than once. */
  recount({ hashes, valid }: Grams, from: number, placed: Int32Array, k: number): void {
    const { rows } = this;
    for (let n = 0; n < hashes.length; n += 1) {
      if (valid[n] === 0 || !isInRun(placed, from + n, k)) continue;
      const row = this.rowOf(hashes[n]!);
      if (rows[row + 1] !== NONE) rows[row + 1] = MANY;
    }
  }

  /** Looks for them in the second text. */
  seek({ hashes, valid }: Grams, from: number): void {
    const { rows } = this;
    for (let n = 0; n < hashes.length; n += 1) {
      if (valid[n] === 0) continue;
      const row = this.rowOf(hashes[n]!);
      if (rows[row + 1] !== NONE)
        rows[row + 2] = rows[row + 2] === NONE || rows[row + 2] === from + n ? from + n : MANY;
    }
  }

  places(a: Uint16Array, b: Uint16Array, k: number): Int32Array {
    const { rows } = this;
    const places = new Int32Array(a.length).fill(NONE);
    for (let row = 0; row < rows.length; row += 4) {
      const at = rows[row + 1]!;
      const to = rows[row + 2]!;
      if (at < 0 || to < 0) continue;
      let same = 0;
      while (same < k && a[at + same] === b[to + same]) same += 1;
      // Two different stretches may have one hash.
      if (same === k) places[at] = to;
    }
    return places;
  }
}
