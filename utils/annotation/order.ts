import type { Part } from './types';

interface Placed {
  id: string;
  parts: readonly Part[];
  createdAt: string;
}

/** In the order of the text: by first letter, the longer first, then the older. */
export function inTextOrder<T extends Placed>(annotations: readonly T[]): T[] {
  const first = (one: Placed) => one.parts[0]?.start ?? Infinity;
  const last = (one: Placed) => one.parts.at(-1)?.end ?? Infinity;
  return annotations.toSorted(
    (a, b) =>
      first(a) - first(b) ||
      last(b) - last(a) ||
      (a.createdAt < b.createdAt ? -1 : Number(a.createdAt > b.createdAt)) ||
      (a.id < b.id ? -1 : 1),
  );
}
