/** From places in a live page's text to ranges in the page, and back. */
import type { PageRun, PageText } from './page-text';
import type { Part } from './types';

/** Place in `runs` of the first one that ends after `offset`. */
function runAfter({ runs }: PageText, offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.start + runs[middle]!.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Ranges over the letters of a part: one where it stands in one document or shadow root, else one for each of them. None
 * where the page changed since it was read.
 */
export function rangesOfPart(page: PageText, { start, end }: Pick<Part, 'start' | 'end'>): Range[] {
  const stretches: PageRun[][] = [];
  for (let at = runAfter(page, start); at < page.runs.length && page.runs[at]!.start < end; at += 1) {
    const run = page.runs[at]!;
    const last = stretches.at(-1);
    if (last?.[0]!.root === run.root) last.push(run);
    else stretches.push([run]);
  }
  return stretches.flatMap((runs) => {
    const whole = rangeOver(runs[0]!, runs.at(-1)!, start, end);
    // Slotted words may be shown in another order than they are written in.
    if (!whole || !whole.collapsed) return whole ?? [];
    return runs.flatMap((run) => rangeOver(run, run, start, end) ?? []);
  });
}

function rangeOver(first: PageRun, last: PageRun, start: number, end: number): Range | null {
  const range = first.node.ownerDocument.createRange();
  try {
    range.setStart(first.node, first.from + Math.max(0, start - first.start));
    range.setEnd(last.node, last.from + Math.min(last.length, end - last.start));
  } catch {
    return null;
  }
  return range;
}

export interface Ends {
  startContainer: Node;
  startOffset: number;
  endContainer: Node;
  endOffset: number;
}

/** The parts of the text that a range covers, one per block, without blanks at their ends. */
export function partsOfRange(page: PageText, ends: Ends): Part[] {
  const from = placeOf(page, ends.startContainer, ends.startOffset, 'start');
  const to = placeOf(page, ends.endContainer, ends.endOffset, 'end');
  if (from === null || to === null || from >= to) return [];
  return page.blocks.flatMap((block) => {
    const start = Math.max(from, block.start);
    const end = Math.min(to, block.end);
    if (start >= end) return [];
    const covered = page.text.slice(start, end);
    const kept = covered.trim();
    if (!kept) return [];
    const first = start + covered.indexOf(kept);
    return [{ blockId: block.id, start: first, end: first + kept.length }];
  });
}

/** Place in the text of a point in the page: of the first letter after it, or behind the last one before it. */
export function placeOf(page: PageText, node: Node, offset: number, side: 'start' | 'end'): number | null {
  const known = page.firstRun.get(node);
  if (known !== undefined) return placeInNode(page, known, node, offset, side);
  const point = node.ownerDocument?.createRange();
  if (!point) return null;
  try {
    point.setStart(node, offset);
  } catch {
    return null;
  }
  const root = node.getRootNode();
  const inRoot = page.runs.filter((run) => run.root === root && run.node.isConnected);
  if (side === 'start') {
    const next = inRoot.find((run) => point.comparePoint(run.node, run.from) >= 0);
    return next ? next.start : null;
  }
  const before = inRoot.findLast((run) => point.comparePoint(run.node, run.from + run.length) <= 0);
  return before ? before.start + before.length : null;
}

function placeInNode(page: PageText, first: number, node: Node, offset: number, side: 'start' | 'end') {
  let place: number | null = null;
  for (let at = first; page.runs[at]?.node === node; at += 1) {
    const run = page.runs[at]!;
    if (side === 'start') {
      if (offset < run.from + run.length) return run.start + Math.max(0, offset - run.from);
      place = run.start + run.length;
    } else {
      if (offset <= run.from) return place ?? run.start;
      place = run.start + Math.min(run.length, offset - run.from);
    }
  }
  return place;
}
