/** The passages of the shown copy: ranges for every highlight, painted, and found again under a point. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { anchorParts } from '@/utils/annotation/anchor';
import { slotOf } from '@/utils/annotation/colours';
import { highlightsAt, mapHits, type HitTarget } from '@/utils/annotation/hit-test';
import { createPainter, type Painter } from '@/utils/annotation/paint';
import type { TextIndex } from '@/utils/annotation/text-index';
import type { ReadAnnotation } from '@/utils/db/reading';
import type { Part } from '@/utils/annotation/types';

export interface Passages {
  /** Ids of the highlights under a point, the innermost first. */
  at: (x: number, y: number) => string[];
  rangesOf: (id: string) => readonly Range[];
  /** Highlights of which the copy does not show every word. */
  incomplete: ReadonlySet<string>;
}

export function usePassages(
  index: TextIndex | null,
  annotations: readonly ReadAnnotation[],
  open: string | null,
  pending: readonly Part[] | null,
): Passages {
  const painter = useRef<Painter | null>(null);
  const known = useRef(new Map<string, HitTarget>());

  useEffect(() => {
    painter.current = index ? createPainter(index.root.ownerDocument) : null;
    return () => {
      painter.current?.clear();
      painter.current = null;
    };
  }, [index]);

  const targets = useMemo(() => {
    const next = new Map<string, HitTarget>();
    if (index)
      for (const { id, parts } of annotations) {
        const before = known.current.get(id);
        const isSame = before?.ranges[0]?.startContainer.isConnected && before.parts.length === parts.length;
        next.set(id, isSame ? before : { id, parts, ranges: anchorParts(parts, index).ranges });
      }
    known.current = next;
    return next;
  }, [index, annotations]);

  useEffect(() => {
    painter.current?.paint(
      annotations.map(({ id, codes, verdict }) => ({
        id,
        slots: codes.length > 0 ? [...new Set(codes.map(({ colour }) => slotOf(colour)))] : [slotOf(null)],
        // The parts of a review are a candidate; painted, it would look like a place.
        ranges: verdict === 'review' ? [] : (targets.get(id)?.ranges ?? []),
      })),
    );
  }, [targets, annotations]);

  useEffect(() => {
    painter.current?.mark('focus', open ? (targets.get(open)?.ranges ?? null) : null);
  }, [targets, open]);

  useEffect(() => {
    painter.current?.mark('pending', index && pending ? anchorParts(pending, index).ranges : null);
  }, [index, pending]);

  return useMemo(() => {
    const map = mapHits([...targets.values()]);
    return {
      at: (x, y) => (index ? highlightsAt(map, index, x, y) : []),
      rangesOf: (id) => targets.get(id)?.ranges ?? [],
      incomplete: new Set(
        [...targets.values()].filter(({ parts, ranges }) => ranges.length < parts.length).map(({ id }) => id),
      ),
    };
  }, [index, targets]);
}
