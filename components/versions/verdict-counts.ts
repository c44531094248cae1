/** How the highlights of an article came to a version, counted. */
import type { Verdict } from '@/utils/annotation/types';

export interface VerdictCounts {
  stay: number;
  moved: number;
  /** Their words were edited, or some are gone. */
  changed: number;
  /** A person must decide, or they are nowhere. */
  review: number;
}

const KIND: Record<Verdict, keyof VerdictCounts> = {
  same: 'stay',
  exact: 'stay',
  moved: 'moved',
  changed: 'changed',
  partial: 'changed',
  review: 'review',
  orphan: 'review',
};

export function countVerdicts(verdicts: readonly Verdict[]): VerdictCounts {
  const counts: VerdictCounts = { stay: 0, moved: 0, changed: 0, review: 0 };
  for (const verdict of verdicts) counts[KIND[verdict]] += 1;
  return counts;
}
