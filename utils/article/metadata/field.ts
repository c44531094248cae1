import type { Candidate, Field, FieldState } from '../types';

export function empty<T>(state: FieldState = 'notFound', candidates: Candidate<T>[] = []): Field<T> {
  return { value: null, state, source: null, ...(candidates.length > 0 ? { candidates } : {}) };
}

/**
 * The first candidate that was not rejected wins; the others stay for the "sources" view. Equal values of lower rank are
 * kept too: that two places agree is worth seeing.
 */
export function choose<T>(candidates: Candidate<T>[], absent = false): Field<T> {
  const winner = candidates.find((candidate) => candidate.rejected === undefined);
  if (!winner) return empty(absent ? 'absent' : 'notFound', candidates);
  const losers = candidates.filter((candidate) => candidate !== winner);
  return {
    value: winner.value,
    state: 'found',
    source: winner.source,
    ...(winner.printed === undefined ? {} : { printed: winner.printed }),
    ...(losers.length > 0 ? { candidates: losers } : {}),
  };
}
