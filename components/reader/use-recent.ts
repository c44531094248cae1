/** The codes on keys 1–9: those with a digit of their own, then those used last, each keeping its digit while it can. */
import { useMemo, useRef } from 'preact/hooks';
import type { ReadCode } from '@/utils/db/reading';

export const MOST_RECENT = 9;

/** @param codes what was used last first */
export function useRecent(codes: readonly ReadCode[]): readonly (ReadCode | null)[] {
  const places = useRef<(string | null)[]>([]);
  return useMemo(() => {
    const own = new Map(
      codes.flatMap(({ id, shortcut }) =>
        shortcut && /^[1-9]$/.test(shortcut) ? [[Number(shortcut) - 1, id]] : [],
      ),
    );
    const used = codes.slice(0, MOST_RECENT).map(({ id }) => id);
    places.current = keepPlaces(places.current, used, own);
    return places.current.map((id) => codes.find((code) => code.id === id) ?? null);
  }, [codes]);
}

/** A place of one's own comes first; who stays keeps the place; newcomers take the first free ones. */
export function keepPlaces(
  places: readonly (string | null)[],
  used: readonly string[],
  own: ReadonlyMap<number, string>,
): (string | null)[] {
  const owners = new Set(own.values());
  const next = Array.from({ length: MOST_RECENT }, (_, n) => {
    const before = places[n];
    return own.get(n) ?? (before && used.includes(before) && !owners.has(before) ? before : null);
  });
  for (const id of used) {
    const free = next.indexOf(null);
    if (free >= 0 && !next.includes(id)) next[free] = id;
  }
  while (next.at(-1) === null) next.pop();
  return next;
}
