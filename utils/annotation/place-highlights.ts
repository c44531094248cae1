/**
 * Highlights of a saved text, placed in a live one. Promise: never silently on other words. What is placed without asking is
 * held by text around it that stands in both texts; where that is gone, a person decides.
 */
import { snapToGraphemes } from '@/utils/text/graphemes';
import { alignTexts } from './align-texts';
import { pairBetween, type Alignment } from './alignment';
import { changedWords } from './changed-words';
import { remainsOf, type Remains } from './find-remains';
import { gapAround, isCertain } from './judge-remains';
import { unitsIn } from './normal-view';
import { inSlices, throughout, type SliceOptions } from './slices';
import type { AnchorText, Part, Verdict } from './types';

export interface Placed {
  id: string;
  verdict: Verdict;
  /** In the live text, in its order and with its block ids; of a review: the candidate. Empty for an orphan only. */
  parts: Part[];
  /** How much of the saved words and of the placed ones is the same, 0–1. */
  score: number;
  /** Names and numbers that differ: those of the saved words first. */
  changedWords: string[];
}

export interface SavedHighlight {
  id: string;
  /** In the saved text. */
  parts: readonly Part[];
}

export function placeHighlights(
  saved: AnchorText,
  live: AnchorText,
  highlights: readonly SavedHighlight[],
  alignment: Alignment = alignTexts(saved, live),
): Placed[] {
  return throughout(placeSteps(alignment, highlights));
}

/** The same in slices, for a page's own thread. */
export function placeInSlices(
  alignment: Alignment,
  highlights: readonly SavedHighlight[],
  options: SliceOptions,
): Promise<Placed[]> {
  return inSlices(placeSteps(alignment, highlights), options);
}

function* placeSteps(alignment: Alignment, highlights: readonly SavedHighlight[]): Generator<void, Placed[]> {
  const placed: Placed[] = [];
  for (const highlight of highlights) {
    placed.push(alignment.isSame ? asItWas(alignment, highlight) : yield* place(alignment, highlight));
    yield;
  }
  return placed;
}

function asItWas({ saved, live }: Alignment, { id, parts }: SavedHighlight): Placed {
  const places = new Map(saved.raw.blocks.map((block, n) => [block.id, live.raw.blocks[n]!.id]));
  const kept = parts.flatMap((part) => {
    const blockId = places.get(part.blockId);
    return blockId === undefined ? [] : [{ ...part, blockId }];
  });
  const verdict = parts.length === 0 || kept.length < parts.length ? 'orphan' : 'same';
  return {
    id,
    verdict,
    parts: verdict === 'same' ? kept : [],
    score: verdict === 'same' ? 1 : 0,
    changedWords: [],
  };
}

interface Step {
  verdict: Verdict;
  parts: Part[];
  size: number;
  kept: number;
  /** Letters of the live parts. */
  length: number;
}

const GRAVITY: Verdict[] = ['same', 'exact', 'moved', 'changed', 'partial', 'review', 'orphan'];
/** Of a highlight over several paragraphs: so much of it may be uncertain or astray before the whole is. */
const MOST_ASTRAY = 0.2;

/** Among words that look alike one part takes as long as a slice may: each is a step, the clock decides. */
function* place(alignment: Alignment, { id, parts }: SavedHighlight): Generator<void, Placed> {
  const steps: Step[] = [];
  for (const part of parts) {
    if (steps.length > 0) yield;
    steps.push(placePart(alignment, part));
  }
  const size = sum(steps, (step) => step.size);
  const certain = steps.filter(({ verdict }) => verdict !== 'review' && verdict !== 'orphan');
  const candidates = steps.filter(({ verdict }) => verdict !== 'orphan');
  if (candidates.length === 0) return { id, verdict: 'orphan', parts: [], score: 0, changedWords: [] };
  const inReview = sum(candidates, (step) => (step.verdict === 'review' ? step.kept : 0));
  const left = sum(candidates, ({ kept }) => kept);
  const isCertainly = certain.length > 0 && inReview <= left * MOST_ASTRAY;
  const chosen = isCertainly ? certain : candidates;
  const made = inTextOrder(chosen.flatMap((step) => step.parts));
  const worst = chosen.reduce<Verdict>(
    (verdict, step) => (GRAVITY.indexOf(step.verdict) > GRAVITY.indexOf(verdict) ? step.verdict : verdict),
    'same',
  );
  const verdict = !isCertainly ? 'review' : chosen.length < steps.length ? 'partial' : worst;
  const kept = sum(chosen, (step) => step.kept);
  const words = (text: string, list: readonly Part[]) =>
    list.map(({ start, end }) => text.slice(start, end)).join('\n');
  const isKept = verdict === 'same' || verdict === 'exact' || verdict === 'moved';
  return {
    id,
    verdict,
    parts: made,
    score: Math.min(1, (2 * kept) / (size + sum(chosen, ({ length }) => length))),
    changedWords: isKept
      ? []
      : changedWords(words(alignment.saved.raw.text, parts), words(alignment.live.raw.text, made)),
  };
}

function placePart(alignment: Alignment, part: Part): Step {
  const { start, end } = unitsIn(alignment.saved, part.start, part.end);
  const lost: Step = { verdict: 'orphan', parts: [], size: Math.max(1, end - start), kept: 0, length: 0 };
  if (start === end) return lost;
  const remains = remainsOf(alignment, start, end);
  if (!remains) {
    const gap = gapAround(alignment, start, end);
    return gap ? { ...lost, verdict: 'review', parts: [rawPart(alignment, gap.start, gap.end)] } : lost;
  }
  const parts = remains.pieces.map((piece) => rawPart(alignment, piece.start, piece.end));
  return {
    verdict: isCertain(alignment, start, end, remains)
      ? verdictOf(alignment, part, parts, remains)
      : 'review',
    parts,
    size: remains.size,
    kept: remains.kept,
    length: sum(remains.pieces, (piece) => piece.end - piece.start),
  };
}

function verdictOf(alignment: Alignment, part: Part, parts: Part[], remains: Remains): Verdict {
  const { saved, live } = alignment;
  const isUnchanged = remains.kept === remains.size && remains.foreign === 0;
  if (!isUnchanged) return remains.kept < remains.size * 0.6 || remains.elsewhere > 0 ? 'partial' : 'changed';
  const [from, to] = [saved.blockOf[remains.pieces[0]!.first]!, live.blockOf[remains.pieces[0]!.start]!];
  if (!pairBetween(alignment, from, to)?.isInPlace) return 'moved';
  const [one, other] = [saved.raw.blocks[from]!, live.raw.blocks[to]!];
  const isSame =
    parts.length === 1 &&
    part.start - one.start === parts[0]!.start - other.start &&
    saved.raw.text.slice(one.start, one.end) === live.raw.text.slice(other.start, other.end);
  return isSame ? 'same' : 'exact';
}

/** Whole letters of the live text as it is, composed or not. */
function rawPart({ live }: Alignment, start: number, end: number): Part {
  const block = live.raw.blocks[live.blockOf[start]!]!;
  const words = live.raw.text.slice(block.start, block.end);
  const whole = snapToGraphemes(
    words,
    live.rawStart[start]! - block.start,
    live.rawEnd[end - 1]! - block.start,
  );
  return { blockId: block.id, start: block.start + whole.start, end: block.start + whole.end };
}

function inTextOrder(parts: Part[]): Part[] {
  return parts.toSorted((a, b) => a.start - b.start);
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
