/** Which highlights of a live page lie under a point of its window: caret → place in the text → intervals → real boxes. */
import { isUnder, targetsAt, type HitMap } from './hit-test';
import { placeOf } from './page-range';
import type { PageText } from './page-text';

interface CaretDocument {
  caretPositionFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
}

/** Ids, the shortest (innermost) first. `doc` is the document that the point is in. */
export function pageHighlightsAt(map: HitMap, page: PageText, doc: Document, x: number, y: number): string[] {
  if (map.intervals.length === 0) return [];
  const caret = caretAt(page, doc, x, y);
  const place = caret && placeOf(page, caret.node, caret.offset, 'start');
  if (place === null) return [];
  return targetsAt(map, place)
    .filter(({ ranges }) =>
      ranges.some((range) => range.startContainer.ownerDocument === doc && isUnder(range, x, y)),
    )
    .map(({ id }) => id);
}

function caretAt(page: PageText, doc: Document, x: number, y: number): { node: Node; offset: number } | null {
  const asked = doc as unknown as CaretDocument;
  const shadowRoots = page.roots.filter(
    (root): root is ShadowRoot => root.nodeType === 11 && root.ownerDocument === doc,
  );
  const caret = asked.caretPositionFromPoint?.(x, y, { shadowRoots });
  if (caret) return { node: caret.offsetNode, offset: caret.offset };
  const range = asked.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
