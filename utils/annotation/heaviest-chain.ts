/** A thing that stands at one place in one text and at another in the other. */
export interface Link {
  at: number;
  to: number;
  weight: number;
}

/**
 * The links that keep one order in both texts and weigh most together. `links` must be sorted by `at`; links with the same
 * `at` or `to` may both be chosen. Gives their places, in order. O(n log n).
 */
export function heaviestChain(links: readonly Link[]): number[] {
  const ranks = new Map(
    [...new Set(links.map(({ to }) => to))].toSorted((a, b) => a - b).map((to, n) => [to, n + 1]),
  );
  // A Fenwick tree of the heaviest chain that ends at or before each rank.
  const best = new Int32Array(ranks.size + 1).fill(-1);
  const sums = new Float64Array(links.length);
  const before = new Int32Array(links.length).fill(-1);
  let last = -1;
  for (const [n, { to, weight }] of links.entries()) {
    const rank = ranks.get(to)!;
    let from = -1;
    for (let at = rank; at > 0; at -= at & -at) {
      const one = best[at]!;
      if (one >= 0 && (from < 0 || sums[one]! > sums[from]!)) from = one;
    }
    before[n] = from;
    sums[n] = weight + (from < 0 ? 0 : sums[from]!);
    for (let at = rank; at < best.length; at += at & -at) {
      const one = best[at]!;
      if (one < 0 || sums[one]! < sums[n]!) best[at] = n;
    }
    if (last < 0 || sums[n]! > sums[last]!) last = n;
  }
  const chain: number[] = [];
  for (let at = last; at >= 0; at = before[at]!) chain.push(at);
  return chain.toReversed();
}
