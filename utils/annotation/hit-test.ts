/** Which highlights lie under a point: caret → offset → intervals, then a look at the real boxes (a caret snaps to far words). */
import { nodeAfter, type TextIndex } from './text-index';
import type { Part } from './types';

export interface HitTarget {
  id: string;
  parts: readonly Part[];
  ranges: readonly Range[];
}

interface Interval {
  start: number;
  end: number;
  target: HitTarget;
}

export interface HitMap {
  intervals: readonly Interval[];
  /** Largest `end` of the intervals up to and including each: where a search backwards may stop. */
  reach: readonly number[];
}

/** Prepares highlights for many questions. */
export function mapHits(targets: readonly HitTarget[]): HitMap {
  const intervals = targets
    .flatMap((target) => target.parts.map(({ start, end }) => ({ start, end, target })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const reach: number[] = [];
  for (const { end } of intervals) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return { intervals, reach };
}

/** Highlights whose words hold the letter at or before `offset`; the shortest first. */
export function targetsAt(map: HitMap, offset: number): HitTarget[] {
  let low = 0;
  let high = map.intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map.intervals[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = new Set<HitTarget>();
  for (let at = low - 1; at >= 0 && map.reach[at]! >= offset; at -= 1)
    if (map.intervals[at]!.end >= offset) found.add(map.intervals[at]!.target);
  const length = ({ parts }: HitTarget) => parts.reduce((sum, part) => sum + part.end - part.start, 0);
  return [...found].toSorted((a, b) => length(a) - length(b));
}

/** Ids of the highlights under a point of the window, the shortest (innermost) first. */
export function highlightsAt(map: HitMap, index: TextIndex, x: number, y: number): string[] {
  const offset = offsetAt(index, x, y);
  if (offset === null) return [];
  return targetsAt(map, offset)
    .filter(({ ranges }) => ranges.some((range) => isUnder(range, x, y)))
    .map(({ id }) => id);
}

/** Does one of the boxes of a range hold the point? */
export function isUnder(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
}

interface CaretDocument {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
}

function offsetAt(index: TextIndex, x: number, y: number): number | null {
  const doc = index.root.ownerDocument as unknown as CaretDocument;
  const caret = doc.caretPositionFromPoint?.(x, y);
  // Safari before 26 has only the older name.
  const range = caret ? null : doc.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer;
  if (!node) return null;
  const known = findNode(index, node);
  return known ? known.start + (caret?.offset ?? range?.startOffset ?? 0) : null;
}

function findNode(index: TextIndex, node: Node) {
  const id = node.parentElement?.closest('[data-block]')?.getAttribute('data-block');
  const block = id ? index.blocks.find((candidate) => candidate.id === id) : undefined;
  if (!block) return undefined;
  for (let at = nodeAfter(index, block.start); at < index.nodes.length; at += 1) {
    const known = index.nodes[at]!;
    if (known.block !== block) return undefined;
    if (known.node === node) return known;
  }
  return undefined;
}
