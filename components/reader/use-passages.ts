/** The passages of the shown copy: ranges for every highlight, painted, and found again under a point. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { anchorParts } from '@/utils/annotation/anchor';
import { partsOfSpan } from '@/utils/annotation/borders';
import { slotOf } from '@/utils/annotation/colours';
import { highlightsAt, mapHits, type HitTarget } from '@/utils/annotation/hit-test';
import { createPainter, type Painter, type PaintMark } from '@/utils/annotation/paint';
import type { TextIndex } from '@/utils/annotation/text-index';
import type { ReadAnnotation } from '@/utils/db/reading';
import type { Span } from '@/utils/text/sentences';

export interface Passages {
  /** Ids of the highlights under a point, the innermost first. */
  at: (x: number, y: number) => string[];
  rangesOf: (id: string) => readonly Range[];
  /** Highlights of which the copy does not show every word. */
  incomplete: ReadonlySet<string>;
}

/** What is marked beside the highlights, as spans of the text. */
export type Marks = Partial<Record<Exclude<PaintMark, 'focus'>, readonly Span[] | null>>;

export function usePassages(
  index: TextIndex | null,
  annotations: readonly ReadAnnotation[],
  current: string | null,
  marks: Marks,
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
        const isSame = before?.ranges[0]?.startContainer.isConnected && samePlace(before.parts, parts);
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
        ranges: targets.get(id)?.ranges ?? [],
        isUncertain: verdict === 'review',
      })),
    );
  }, [targets, annotations]);

  useEffect(() => {
    painter.current?.mark('focus', current ? (targets.get(current)?.ranges ?? null) : null);
  }, [targets, current]);

  useMark(painter, index, 'cursor', marks.cursor);
  useMark(painter, index, 'pending', marks.pending);
  useMark(painter, index, 'search', marks.search);
  useMark(painter, index, 'found', marks.found);

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

function useMark(
  painter: { current: Painter | null },
  index: TextIndex | null,
  name: PaintMark,
  spans: readonly Span[] | null | undefined,
) {
  useEffect(() => {
    const ranges =
      index && spans ? spans.flatMap((span) => anchorParts(partsOfSpan(index, span), index).ranges) : null;
    painter.current?.mark(name, ranges);
  }, [painter, index, name, spans]);
}

const samePlace = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.length === other.length &&
  one.every(({ start, end }, n) => start === other[n]!.start && end === other[n]!.end);
