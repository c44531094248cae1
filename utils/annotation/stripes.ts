/**
 * Coding stripes: which code stands in which lane of the margin. Promise: lanes never overlap, a code keeps its lane where
 * it can, and what finds no lane is counted, not hidden.
 */
export interface CodedPlace {
  annotationId: string;
  codeId: string;
  /** px on the page. */
  top: number;
  bottom: number;
}

/** One stripe: places of one code that touch each other. */
export interface Stripe {
  codeId: string;
  annotationIds: string[];
  top: number;
  bottom: number;
  lane: number;
}

export interface StripePlan {
  stripes: Stripe[];
  lanes: number;
  /** Where codes found no lane. */
  crowded: { top: number; bottom: number; codeIds: string[]; annotationIds: string[] }[];
}

export function planStripes(places: readonly CodedPlace[], mostLanes: number): StripePlan {
  const runs = [...groupBy(places, ({ codeId }) => codeId).values()].flatMap(runsOf);
  const free: number[] = [];
  const homes = new Map<string, number>();
  const stripes: Stripe[] = [];
  const left: Stripe[] = [];
  for (const run of runs.toSorted((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    const lane = laneFor(run, free, homes.get(run.codeId), mostLanes);
    if (lane === null) left.push(run);
    else {
      free[lane] = run.bottom;
      homes.set(run.codeId, lane);
      stripes.push({ ...run, lane });
    }
  }
  return { stripes, lanes: free.length, crowded: crowdsOf(left) };
}

function laneFor(
  run: Stripe,
  free: readonly number[],
  home: number | undefined,
  most: number,
): number | null {
  const fits = (lane: number) => (free[lane] ?? -Infinity) <= run.top;
  if (home !== undefined && fits(home)) return home;
  for (let lane = 0; lane < most; lane += 1) if (fits(lane)) return lane;
  return null;
}

/** Places of one code, joined where they touch. */
function runsOf(places: readonly CodedPlace[]): Stripe[] {
  const runs: Stripe[] = [];
  for (const { codeId, annotationId, top, bottom } of places.toSorted((a, b) => a.top - b.top)) {
    const last = runs.at(-1);
    if (last && top < last.bottom) {
      last.bottom = Math.max(last.bottom, bottom);
      if (!last.annotationIds.includes(annotationId)) last.annotationIds.push(annotationId);
    } else runs.push({ codeId, annotationIds: [annotationId], top, bottom, lane: 0 });
  }
  return runs;
}

function crowdsOf(runs: readonly Stripe[]): StripePlan['crowded'] {
  const crowds: StripePlan['crowded'] = [];
  for (const { top, bottom, codeId, annotationIds } of runs) {
    const last = crowds.at(-1);
    if (last && top < last.bottom) {
      last.bottom = Math.max(last.bottom, bottom);
      last.codeIds = [...new Set([...last.codeIds, codeId])];
      last.annotationIds = [...new Set([...last.annotationIds, ...annotationIds])];
    } else crowds.push({ top, bottom, codeIds: [codeId], annotationIds: [...annotationIds] });
  }
  return crowds;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
