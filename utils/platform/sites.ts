/** Which sites are watched, read off the browser's permissions: they are the truth, our setting only remembers the wish. */
import { allOrigins, hasOrigins, removeOrigins, requestOrigins, watchPermissions } from './permissions';
import type { Settings } from './settings';

const EVERYTHING = '*://*/*';

export interface SitesNow {
  mode: Settings['sites'];
  /** Match patterns allowed now. */
  allowed: string[];
}

/** @param press the origins that "the press" stands for */
export async function sitesNow(press: string[]): Promise<SitesNow> {
  const [allowed, isAll, isPress] = await Promise.all([
    allOrigins(),
    hasOrigins([EVERYTHING]),
    hasOrigins(press),
  ]);
  if (isAll) return { mode: 'all', allowed };
  if (allowed.length === 0) return { mode: 'click', allowed };
  return { mode: isPress ? 'press' : 'custom', allowed };
}

/**
 * Asks for what the choice needs and gives back what it does not. Must be called straight from a click.
 * @returns false when the user refused in the browser's prompt; nothing changed then
 */
export async function chooseSites(mode: 'click' | 'press' | 'all', press: string[]): Promise<boolean> {
  if (mode === 'all') return requestOrigins([EVERYTHING]);
  if (mode === 'press') {
    if (!(await requestOrigins(press))) return false;
    if (await hasOrigins([EVERYTHING])) await removeOrigins([EVERYTHING]);
    return true;
  }
  const allowed = await allOrigins();
  return allowed.length === 0 || removeOrigins(allowed);
}

/** Calls back with the state now and after every change, wherever it was made. */
export function watchSites(press: string[], onChange: (now: SitesNow) => void): () => void {
  const tell = () => void sitesNow(press).then(onChange);
  tell();
  return watchPermissions(tell);
}
