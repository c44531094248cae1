/**
 * How fast a batch goes. There is no setting for it in the interface; `storage.local` may hold one under `pace`, in
 * milliseconds, for tests and for who must be slower still: `{ pace: { delayMs, limitMs } }`.
 */
import { browser } from 'wxt/browser';

export interface Pace {
  /** Between two pages of one host; up to half as much again is added by chance. */
  delayMs: number;
  /** A page that has not come to rest by then is a page without end. */
  limitMs: number;
}

const DEFAULT: Pace = { delayMs: 2_000, limitMs: 60_000 };

export async function readPace(): Promise<Pace> {
  const { pace } = await browser.storage.local.get('pace');
  const from = (typeof pace === 'object' && pace !== null ? pace : {}) as Record<string, unknown>;
  const within = (value: unknown, low: number, high: number, fallback: number) =>
    typeof value === 'number' && value >= low && value <= high ? value : fallback;
  return {
    delayMs: within(from.delayMs, 0, 600_000, DEFAULT.delayMs),
    limitMs: within(from.limitMs, 1_000, 600_000, DEFAULT.limitMs),
  };
}
