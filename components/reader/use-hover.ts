/** The highlights under a resting pointer. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReadAnnotation } from '@/utils/db/reading';
import type { Passages } from './use-passages';

export interface Hover {
  ids: readonly string[];
  annotations: readonly ReadAnnotation[];
  at: { x: number; y: number } | null;
  listeners: {
    onPointerMove: (event: PointerEvent) => void;
    onPointerLeave: () => void;
  };
}

const NOTHING: readonly string[] = [];
/** The card comes only to a pointer that rests, or it would flicker over every line that is crossed. */
const REST_MS = 140;

export function useHover(passages: Passages, annotations: readonly ReadAnnotation[]): Hover {
  const [hit, setHit] = useState<{ ids: readonly string[]; at: { x: number; y: number } | null }>({
    ids: NOTHING,
    at: null,
  });
  const waiting = useRef(0);
  useEffect(() => () => clearTimeout(waiting.current), []);
  // What is under the pointer goes away with the page's scrolling.
  useEffect(() => {
    const leave = () => setHit((now) => (now.at ? { ids: NOTHING, at: null } : now));
    window.addEventListener('scroll', leave, { passive: true });
    return () => window.removeEventListener('scroll', leave);
  }, []);
  const known = useMemo(() => new Map(annotations.map((one) => [one.id, one])), [annotations]);
  return {
    ids: hit.ids,
    annotations: hit.ids.flatMap((id) => known.get(id) ?? []),
    at: hit.at,
    listeners: {
      onPointerMove({ clientX: x, clientY: y, buttons, pointerType }) {
        clearTimeout(waiting.current);
        if (buttons > 0 || pointerType === 'touch') return;
        waiting.current = window.setTimeout(() => {
          const ids = passages.at(x, y);
          setHit((now) =>
            ids.join() === now.ids.join() ? now : { ids, at: ids.length > 0 ? { x, y } : null },
          );
        }, REST_MS);
      },
      onPointerLeave() {
        clearTimeout(waiting.current);
        setHit({ ids: NOTHING, at: null });
      },
    },
  };
}
