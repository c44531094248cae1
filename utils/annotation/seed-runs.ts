/** The first hold of an alignment: stretches that stand once in either text, extended as far as the letters agree. */
import { claim, type Alignment, type Run } from './alignment';
import { BREAK } from './normal-view';
import { uniqueGrams } from './unique-grams';

/** Long stretches first: what they claim, shorter ones cannot take. */
const LENGTHS = [32, 16, 10];
const UNITS_A_STEP = 16_384;

/** Claims the runs, one to one, marks their units as proof, and gives them in the order of the saved text. */
export function* seedRuns(alignment: Alignment): Generator<void, Run[]> {
  const runs: Run[] = [];
  for (const k of LENGTHS) {
    const places = yield* uniqueGrams(
      { units: alignment.saved.units, placed: alignment.to },
      { units: alignment.live.units, placed: alignment.from },
      k,
    );
    for (let at = 0; at < places.length; at += 1) {
      if (at % UNITS_A_STEP === UNITS_A_STEP - 1) yield;
      const to = places[at]!;
      if (to < 0) continue;
      const run = extended(alignment, at, to, k);
      if (run) {
        claim(alignment, run);
        runs.push(run);
      }
      prove(alignment, at, to, k);
    }
    yield;
  }
  return runs.toSorted((a, b) => a.at - b.at);
}

/** The longest free run around a stretch; null when a unit of the stretch is claimed. */
function extended(
  { saved, live, to: claimed, from }: Alignment,
  at: number,
  to: number,
  k: number,
): Run | null {
  for (let n = 0; n < k; n += 1) if (claimed[at + n]! >= 0 || from[to + n]! >= 0) return null;
  const isFree = (a: number, b: number) => {
    const unit = saved.units[a];
    return unit !== undefined && unit === live.units[b] && unit !== BREAK && claimed[a]! < 0 && from[b]! < 0;
  };
  let before = 0;
  while (isFree(at - before - 1, to - before - 1)) before += 1;
  let after = k;
  while (isFree(at + after, to + after)) after += 1;
  return { at: at - before, to: to - before, length: before + after };
}

function prove({ to: claimed, proof }: Alignment, at: number, to: number, k: number): void {
  if (claimed[at] === to && claimed[at + k - 1] === to + k - 1) proof.fill(1, at, at + k);
}
