/** Sentences of a normalised block. Rather too long than too short: what lies outside a sentence is used as its witness. */
import { BREAK, type NormalView } from './normal-view';

/** Shorter pieces ("Ông nói:", "TP. HCM") belong to what follows. */
const SHORTEST = 24;

const isEnd = (unit: number) => unit === 0x2e || unit === 0x21 || unit === 0x3f;
const isCloser = (unit: number) => unit === 0x22 || unit === 0x27 || unit === 0x29 || unit === 0x5d;
const OPENING = /^\p{Lu}/u;
/** A sentence of its own also where it is speech. */
export const OPENING_OR_QUOTE = /^["']?\p{Lu}/u;

/**
 * Starts of the sentences in `[start, end)`, `start` always among them.
 * @param opening by default speech in quotes goes with the sentence before it
 */
export function sentenceStarts(
  { units, text }: NormalView,
  start: number,
  end: number,
  opening: RegExp = OPENING,
): number[] {
  const starts = [start];
  for (let at = start; at < end - 1; at += 1) {
    if (!isEnd(units[at]!)) continue;
    let next = at + 1;
    while (next < end && (isEnd(units[next]!) || isCloser(units[next]!))) next += 1;
    if (next >= end || units[next] !== 32) continue;
    next += 1;
    const isLong = next - starts.at(-1)! >= SHORTEST && end - next >= SHORTEST / 2;
    if (isLong && opening.test(text.slice(next, next + 4))) starts.push(next);
  }
  return starts;
}

/** The whole sentences around `[from, to)` in a block. Does not reach over the block's border. */
export function sentencesAround(
  view: NormalView,
  block: number,
  from: number,
  to: number,
): { start: number; end: number } {
  const start = view.blockStart[block]!;
  const end = view.blockEnd[block]!;
  const starts = sentenceStarts(view, start, end);
  let first = start;
  let last = end;
  for (const one of starts) {
    if (one <= from) first = one;
    else if (one >= to) {
      last = one;
      break;
    }
  }
  while (last > first && (view.units[last - 1] === 32 || view.units[last - 1] === BREAK)) last -= 1;
  return { start: first, end: last };
}
