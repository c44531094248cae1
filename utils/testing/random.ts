/** Chance that repeats: the same seed gives the same choices (mulberry32). */
export interface Chance {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** A whole number from 0 below `limit`. */
  below: (limit: number) => number;
  pick: <T>(from: readonly T[]) => T;
  uuid: () => string;
  bytes: (length: number) => Uint8Array;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
  return {
    next,
    below,
    pick: (from) => from[below(from.length)]!,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
