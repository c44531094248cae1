/** Truth by character: what of a highlight is left in the live text, and whether a placement is on it. */
import type { AnchorCase, AnchorHighlight } from './anchor-cases';

export interface AnchorAnswer {
  id: string;
  verdict: string;
  start: number | null;
  end: number | null;
  parts: { start: number; end: number }[] | null;
  score: number;
}

export interface Judgement {
  /** At least half of its letters are left: it can be asked to be found. */
  isAlive: boolean;
  isAutomatic: boolean;
  /** On what is left of it: at least 80 % of that, or all but 6 letters; and at least half of what is placed is of it. */
  isRight: boolean;
  /** Placed without asking, on letters most of which are not of it. */
  isWrong: boolean;
}

const isLetter = (unit: string) => !/[\s\u200B]|\p{M}/u.test(unit);

export function judge(
  one: AnchorCase,
  highlight: AnchorHighlight,
  answer: AnchorAnswer,
  left: Survivors,
): Judgement {
  const { start, end } = highlight;
  const survivors = left(start, end);
  let size = 0;
  for (let at = start; at < end; at += 1) if (isLetter(one.saved[at]!)) size += 1;
  const isAutomatic = answer.verdict !== 'review' && answer.verdict !== 'orphan';
  let placed = 0;
  let own = 0;
  for (const part of answer.parts ?? [])
    for (let at = part.start; at < part.end; at += 1) {
      if (!isLetter(one.live[at]!)) continue;
      placed += 1;
      const from = one.from[at]!;
      if (from >= start && from < end) own += 1;
    }
  const isMost = own * 2 >= placed && own > 0;
  const isCovered = own >= survivors * 0.8 || survivors - own <= 6;
  return {
    isAlive: survivors * 2 >= size && survivors > 0,
    isAutomatic,
    isRight: isMost && isCovered,
    isWrong: isAutomatic && !isMost,
  };
}

/** Letters of a span of the saved text that stand in the live one. */
export type Survivors = (start: number, end: number) => number;

export function survivorsOf({ saved, live, from }: AnchorCase): Survivors {
  const counts = new Int32Array(saved.length + 1);
  for (const [at, place] of from.entries())
    if (place >= 0 && isLetter(live[at]!)) counts[place] = (counts[place] ?? 0) + 1;
  const sums = new Int32Array(saved.length + 1);
  for (let at = 0; at < saved.length; at += 1) sums[at + 1] = sums[at]! + counts[at]!;
  return (start, end) => sums[end]! - sums[start]!;
}
