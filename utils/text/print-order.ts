/**
 * Which of several texts was printed first, as far as their dates tell: one gives a minute, another only the day. A bare
 * date is any minute of that day in Vietnam.
 */
export type PrintPlace = 'first' | 'sameDay' | 'later' | 'unknown';

const DAY = 24 * 60 * 60 * 1000;

function spanOf(published: string | null): { from: number; to: number } | null {
  if (!published) return null;
  const isBare = /^\d{4}-\d{2}-\d{2}$/.test(published);
  const from = Date.parse(isBare ? `${published}T00:00:00+07:00` : published);
  return Number.isNaN(from) ? null : { from, to: isBare ? from + DAY - 1 : from };
}

/**
 * The place of each in the order of printing: `first` only where it is certain; `sameDay` where several may have been. One
 * date alone says nothing.
 */
export function printPlaces(published: readonly (string | null)[]): PrintPlace[] {
  const spans = published.map(spanOf);
  const known = spans.filter((span) => span !== null);
  if (known.length < 2) return spans.map(() => 'unknown');
  const earliest = Math.min(...known.map(({ to }) => to));
  const mayBeFirst = known.filter(({ from }) => from <= earliest).length;
  return spans.map((span) => {
    if (!span) return 'unknown';
    if (span.from > earliest) return 'later';
    return mayBeFirst === 1 ? 'first' : 'sameDay';
  });
}

/** Indexes in the order of printing; those that tell no date last. */
export function printOrder(published: readonly (string | null)[]): number[] {
  const at = published.map((one) => spanOf(one)?.to ?? Infinity);
  return at.map((_, n) => n).sort((a, b) => (at[a] === at[b] ? a - b : at[a]! - at[b]!));
}
