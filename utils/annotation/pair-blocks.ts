/** Which block of the live text holds which saved block, from the runs between them. */
import { release, sortPairs, type Alignment, type Pair, type Run } from './alignment';
import { heaviestChain } from './heaviest-chain';

/** A run that stands alone between two blocks proves them only from this length on; chance makes shorter ones. */
const LEAST_ISLAND = 24;
/** The same for a run that does not keep the order within its blocks. */
const LEAST_CROSSING = 28;

interface Candidate {
  pair: Pair;
  /** In the order of both blocks. */
  runs: Run[];
  weight: number;
}

/** Keeps the pairs with enough behind them and gives their runs; whatever else was claimed is free again. */
export function pairBlocks(alignment: Alignment, runs: readonly Run[]): Map<Pair, Run[]> {
  const candidates = candidatesOf(alignment, runs);
  const isStrong = ({ weight }: Candidate) => weight >= LEAST_ISLAND;
  const strong = candidates.filter(isStrong);
  const order = heaviestChain(strong.map(({ pair, weight }) => ({ at: pair.saved, to: pair.live, weight })));
  for (const n of order) strong[n]!.pair.isInPlace = true;
  const inPlace = order.map((n) => strong[n]!.pair);
  const kept = new Map<Pair, Run[]>();
  for (const candidate of candidates) {
    const { pair } = candidate;
    if (!isStrong(candidate)) pair.isInPlace = isBetween(pair, inPlace);
    if (isStrong(candidate) || pair.isInPlace) kept.set(pair, candidate.runs);
    else for (const run of candidate.runs) release(alignment, run);
  }
  alignment.pairs = [...kept.keys()];
  sortPairs(alignment);
  return kept;
}

function candidatesOf(alignment: Alignment, runs: readonly Run[]): Candidate[] {
  const groups = new Map<number, Run[]>();
  const { saved, live } = alignment;
  for (const run of runs) {
    const key = saved.blockOf[run.at]! * live.blockStart.length + live.blockOf[run.to]!;
    const group = groups.get(key);
    if (group) group.push(run);
    else groups.set(key, [run]);
  }
  const candidates: Candidate[] = [];
  for (const group of groups.values()) {
    const chosen = new Set(heaviestChain(group.map(({ at, to, length }) => ({ at, to, weight: length }))));
    const inOrder = group.filter((_, n) => chosen.has(n));
    for (const [n, run] of group.entries())
      if (!chosen.has(n) && run.length < LEAST_CROSSING) release(alignment, run);
    candidates.push({
      pair: {
        saved: saved.blockOf[group[0]!.at]!,
        live: live.blockOf[group[0]!.to]!,
        isInPlace: false,
        isContested: false,
      },
      runs: inOrder,
      weight: inOrder.reduce((sum, { length }) => sum + length, 0),
    });
  }
  return candidates.toSorted((a, b) => a.pair.saved - b.pair.saved || a.pair.live - b.pair.live);
}

/** Do the nearest pairs in place before and after it leave room for this one? `inPlace` is in order. */
export function isBetween(pair: Pick<Pair, 'saved' | 'live'>, inPlace: readonly Pair[]): boolean {
  let low = 0;
  let high = inPlace.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inPlace[middle]!.saved < pair.saved) low = middle + 1;
    else high = middle;
  }
  const before = inPlace[low - 1];
  if (before && before.live > pair.live) return false;
  while (low < inPlace.length && inPlace[low]!.saved === pair.saved) {
    if (Math.abs(inPlace[low]!.live - pair.live) > 1) return false;
    low += 1;
  }
  const after = inPlace[low];
  return !after || after.live >= pair.live;
}
