/** Numbers beside what the library can be narrowed to: over a set of documents, in one pass each. */
import { NO_DATE, type Catalogue, type NameKind } from './catalogue';
import type { DocSet } from './doc-set';

export interface NameCount {
  /** The name itself, or the id of what has one; '' where there is none. */
  name: string;
  count: number;
}

/** How many documents of a set have each name of a kind; the most frequent first, then by name in Vietnamese order. */
export function countNames(catalogue: Catalogue, kind: NameKind, within: DocSet): NameCount[] {
  const counts = new Uint32Array(catalogue.names.length);
  const seenIn = new Int32Array(catalogue.names.length).fill(-1);
  let doc = 0;
  const count = (name: number) => {
    // One code by two coders is one article.
    if (seenIn[name] === doc) return;
    seenIn[name] = doc;
    counts[name]! += 1;
  };
  within.and(catalogue.here).forEach((one) => {
    doc = one;
    catalogue.eachName(kind, one, count);
  });
  const found: NameCount[] = [];
  for (let name = 0; name < counts.length; name += 1)
    if (counts[name]! > 0) found.push({ name: catalogue.names[name]!, count: counts[name]! });
  const collator = new Intl.Collator('vi');
  return found.toSorted((a, b) => b.count - a.count || collator.compare(a.name, b.name));
}

export type TimeUnit = 'month' | 'week' | 'year';

export interface TimeCount {
  /** First day, `2026-03-01`. */
  from: string;
  /** The day after its last. */
  to: string;
  count: number;
}

const DAY = 24 * 60;

/** Documents of a set by time, the latest first, and how many have no date. Times without any are left out. */
export function countTimes(
  catalogue: Catalogue,
  by: 'published' | 'saved',
  unit: TimeUnit,
  within: DocSet,
): { times: TimeCount[]; undated: number } {
  const byDay = new Map<number, number>();
  let undated = 0;
  const { published, saved } = catalogue;
  const zone = zoneMinutes();
  within.and(catalogue.here).forEach((doc) => {
    const minutes = by === 'published' ? published[doc]! : saved[doc]! / 60_000 + zone(saved[doc]!);
    if (minutes === NO_DATE) {
      undated += 1;
      return;
    }
    const day = Math.floor(minutes / DAY);
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
  });
  const counts = new Map<string, TimeCount>();
  for (const [day, count] of byDay) {
    const [from, to] = spanOf(day, unit);
    const known = counts.get(from);
    if (known) known.count += count;
    else counts.set(from, { from, to, count });
  }
  return { times: [...counts.values()].toSorted((a, b) => (a.from < b.from ? 1 : -1)), undated };
}

/** The device's offset at a time, asked of the calendar once for each day only. */
function zoneMinutes(): (ms: number) => number {
  const known = new Map<number, number>();
  return (ms) => {
    const day = Math.floor(ms / 86_400_000);
    let offset = known.get(day);
    if (offset === undefined) {
      offset = -new Date(ms).getTimezoneOffset();
      known.set(day, offset);
    }
    return offset;
  };
}

const spelled = (time: number) => new Date(time).toISOString().slice(0, 10);

function spanOf(day: number, unit: TimeUnit): [from: string, to: string] {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'year') return [spelled(Date.UTC(year, 0)), spelled(Date.UTC(year + 1, 0))];
  if (unit === 'month') return [spelled(Date.UTC(year, month)), spelled(Date.UTC(year, month + 1))];
  // Weeks begin on Monday.
  const monday = day - ((date.getUTCDay() + 6) % 7);
  return [spelled(monday * 86_400_000), spelled((monday + 7) * 86_400_000)];
}
