/**
 * Highlights that go along to another version of their text. Promise: never silently on other words. A part is placed only
 * where its whole block stands unchanged, or where its own words stand once, between the same neighbours; what is not
 * certain is for a person to review.
 */
import { diffArrays } from 'diff';
import type { Block } from '@/utils/article/types';
import type { Part, Verdict } from './types';

export interface FollowedText {
  text: string;
  blocks: readonly Block[];
}

export interface Followed {
  id: string;
  verdict: Verdict;
  /** In the other text; empty for `review` and `orphan`. */
  parts: Part[];
}

/** Shorter words prove nothing by themselves inside a changed block. */
const LEAST_WORDS = 12;
const MOST_EDITS = 4_000;

export function followHighlights(
  saved: FollowedText,
  now: FollowedText,
  highlights: readonly { id: string; parts: readonly Part[] }[],
): Followed[] {
  const isSame = saved.text === now.text && sameShape(saved.blocks, now.blocks);
  const way = isSame ? null : mapBlocks(saved, now);
  return highlights.map(({ id, parts }) => {
    if (!way) return { id, verdict: 'same', parts: [...parts] };
    return { id, ...joined(parts.map((part) => follow(part, saved, now, way))) };
  });
}

type Step = { verdict: Verdict; part: Part | null };

const GRAVITY: Verdict[] = ['same', 'exact', 'moved', 'changed', 'partial', 'review', 'orphan'];

/** A highlight is as certain as its least certain part. */
function joined(steps: Step[]): Pick<Followed, 'verdict' | 'parts'> {
  const worst = steps.reduce<Verdict>(
    (verdict, step) => (GRAVITY.indexOf(step.verdict) > GRAVITY.indexOf(verdict) ? step.verdict : verdict),
    'same',
  );
  const parts = steps.flatMap(({ part }) => part ?? []);
  const isInOrder = parts.every((part, n) => n === 0 || part.start >= parts[n - 1]!.end);
  if (!isInOrder || worst === 'review') return { verdict: 'review', parts: [] };
  if (worst === 'orphan')
    return parts.length > 0 ? { verdict: 'review', parts: [] } : { verdict: 'orphan', parts };
  return { verdict: worst, parts };
}

interface Way {
  /** Place of a saved block → place of the unchanged block in the other text. */
  to: ReadonlyMap<number, number>;
  /** Places of saved blocks by id. */
  at: ReadonlyMap<string, number>;
}

function follow(part: Part, saved: FollowedText, now: FollowedText, way: Way): Step {
  const at = way.at.get(part.blockId);
  const block = at === undefined ? undefined : saved.blocks[at];
  if (at === undefined || !block) return { verdict: 'orphan', part: null };
  const to = way.to.get(at);
  if (to !== undefined) {
    const there = now.blocks[to]!;
    const start = there.start + part.start - block.start;
    const moved: Part = { blockId: there.id, start, end: start + part.end - part.start };
    return { verdict: isInPlace(at, to, way) ? 'same' : 'moved', part: moved };
  }
  return followWords(part, at, saved, now, way);
}

/** The block before or after went to the place before or after: the neighbourhood is the old one. */
function isInPlace(at: number, to: number, { to: map }: Way): boolean {
  return at === to || map.get(at - 1) === to - 1 || map.get(at + 1) === to + 1;
}

/** Inside a changed block: the words must stand once in either text, and in the gap that the block left. */
function followWords(part: Part, at: number, saved: FollowedText, now: FollowedText, way: Way): Step {
  const words = saved.text.slice(part.start, part.end);
  const found = now.text.indexOf(words);
  if (found < 0) return { verdict: gapOf(at, saved, now, way).length > 0 ? 'review' : 'orphan', part: null };
  const isOnce =
    now.text.indexOf(words, found + 1) < 0 && saved.text.indexOf(words) === saved.text.lastIndexOf(words);
  const there = gapOf(at, saved, now, way).find(
    ({ start, end }) => start <= found && found + words.length <= end,
  );
  if (!isOnce || !there || words.length < LEAST_WORDS) return { verdict: 'review', part: null };
  return { verdict: 'exact', part: { blockId: there.id, start: found, end: found + words.length } };
}

/** Blocks of the other text between the nearest unchanged neighbours of a block. */
function gapOf(at: number, saved: FollowedText, now: FollowedText, { to }: Way): readonly Block[] {
  let before = at - 1;
  while (before >= 0 && !to.has(before)) before -= 1;
  let after = at + 1;
  while (after < saved.blocks.length && !to.has(after)) after += 1;
  return now.blocks.slice((to.get(before) ?? -1) + 1, to.get(after) ?? now.blocks.length);
}

function mapBlocks(saved: FollowedText, now: FollowedText): Way {
  const [old, made] = [saved, now].map(({ text, blocks }) =>
    blocks.map(({ start, end }) => text.slice(start, end)),
  ) as [string[], string[]];
  const to = new Map<number, number>();
  let a = 0;
  let b = 0;
  for (const { count, added, removed } of diffArrays(old, made, { maxEditLength: MOST_EDITS }) ?? []) {
    if (!added && !removed) for (let n = 0; n < count; n += 1) to.set(a + n, b + n);
    if (!added) a += count;
    if (!removed) b += count;
  }
  const [timesOld, timesMade] = [tally(old), tally(made)];
  for (const [n, words] of old.entries()) {
    const isOnce = timesOld.get(words) === 1 && timesMade.get(words) === 1;
    // A block that stands more than once may have been matched with its twin: only its neighbourhood can tell.
    if (!isOnce && to.has(n) && !keepsNeighbours(n, to, old.length, made.length)) to.delete(n);
    else if (isOnce && !to.has(n)) to.set(n, made.indexOf(words));
  }
  return { to, at: new Map(saved.blocks.map(({ id }, n) => [id, n])) };
}

function keepsNeighbours(n: number, to: ReadonlyMap<number, number>, old: number, made: number): boolean {
  const there = to.get(n)!;
  const before = n === 0 ? there === 0 : to.get(n - 1) === there - 1;
  const after = n === old - 1 ? there === made - 1 : to.get(n + 1) === there + 1;
  return before && after;
}

function tally(words: string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const one of words) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

function sameShape(one: readonly Block[], other: readonly Block[]): boolean {
  return (
    one.length === other.length &&
    one.every((block, n) => block.id === other[n]!.id && block.start === other[n]!.start)
  );
}
