/** Coding stripes in the margin, as coding programs draw them: one lane a code, names beside them, one tab stop for all. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import { planStripes, type CodedPlace } from '@/utils/annotation/stripes';
import type { ReadAnnotation, ReadCode } from '@/utils/db/reading';
import type { Passages } from './use-passages';
import './stripes.css';

const WIDE_LANE = 19;
const NARROW_LANE = 5;
const MOST_LANES = 9;
/** Below this height a name has no room. */
const NAMED_HEIGHT = 54;

export interface StripesProps {
  annotations: readonly ReadAnnotation[];
  passages: Passages;
  current: string | null;
  /** Passages under the pointer or the cursor. */
  lit: readonly string[];
  /** Called with the passages of a stripe; pressed again, the next of them. */
  onPick: (annotationIds: readonly string[]) => void;
}

interface Layout {
  places: CodedPlace[];
  room: number;
}

export function Stripes({ annotations, passages, current, lit, onPick }: StripesProps) {
  const { t, number } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const layout = useLayout(box, annotations, passages);
  const [stop, setStop] = useState(0);
  const codes = useMemo(
    () => new Map(annotations.flatMap((one) => one.codes.map((code): [string, ReadCode] => [code.id, code]))),
    [annotations],
  );
  const isWide = layout.room >= WIDE_LANE * 3;
  const lane = isWide ? WIDE_LANE : NARROW_LANE;
  // One lane is kept for what finds none.
  const most = Math.max(1, Math.min(MOST_LANES, Math.floor(layout.room / lane) - 1));
  const plan = useMemo(() => planStripes(layout.places, most), [layout.places, most]);
  const lights = new Set(current ? [current, ...lit] : lit);
  const count = plan.stripes.length + plan.crowded.length;

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -count, End: count }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(0, Math.min(count - 1, stop + by));
    setStop(next);
    box.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    // The stripe that is the tab stop has the focus, not the toolbar around it.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={box}
      class={`stripes ${isWide ? 'wide' : 'thin'}`}
      style={`--lane:${lane}px`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- there is no element for a toolbar
      role="toolbar"
      aria-label={t('readerStripes')}
      aria-orientation="vertical"
      hidden={count === 0}
      onKeyDown={onKeyDown}
    >
      {plan.stripes.map(({ codeId, annotationIds, top, bottom, lane: at }, n) => {
        const code = codes.get(codeId);
        const name = code?.name ?? '';
        const isLit = annotationIds.some((id) => lights.has(id));
        return (
          <button
            key={`${codeId}-${annotationIds[0]}`}
            type="button"
            class={`stripe ${isLit ? 'lit' : ''}`}
            tabIndex={n === Math.min(stop, count - 1) ? 0 : -1}
            style={`--tag-colour:${code?.colour};top:${top}px;height:${Math.max(8, bottom - top)}px;left:${at * lane}px`}
            aria-label={t('readerStripe', name, number(annotationIds.length))}
            onFocus={() => setStop(n)}
            onClick={() => onPick(annotationIds)}
          >
            {isWide && bottom - top >= NAMED_HEIGHT && (
              <span class="stripe-name" aria-hidden="true">
                {name}
              </span>
            )}
            <span class="stripe-tip" aria-hidden="true">
              {name}
            </span>
          </button>
        );
      })}
      {plan.crowded.map(({ top, bottom, codeIds, annotationIds }, n) => (
        <button
          key={`more-${annotationIds[0]}`}
          type="button"
          class="stripe more"
          tabIndex={plan.stripes.length + n === Math.min(stop, count - 1) ? 0 : -1}
          style={`top:${top}px;height:${Math.max(18, bottom - top)}px;left:${plan.lanes * lane}px`}
          aria-label={t('readerCrowded', number(codeIds.length))}
          onFocus={() => setStop(plan.stripes.length + n)}
          onClick={() => onPick(annotationIds)}
        >
          <span aria-hidden="true">+{number(codeIds.length)}</span>
          <span class="stripe-tip" aria-hidden="true">
            {codeIds
              .slice(0, 12)
              .map((id) => codes.get(id)?.name)
              .join(', ')}
            {codeIds.length > 12 && '…'}
          </span>
        </button>
      ))}
    </div>
  );
}

/** Where the coded passages stand, measured again when the text flows anew. */
function useLayout(
  box: { current: HTMLElement | null },
  annotations: readonly ReadAnnotation[],
  passages: Passages,
): Layout {
  const [layout, setLayout] = useState<Layout>({ places: [], room: 0 });
  useLayoutEffect(() => {
    const article = box.current?.parentElement;
    if (!article) return undefined;
    const measure = () => setLayout(layoutOf(article, annotations, passages));
    measure();
    // jsdom has no layout to observe.
    if (typeof ResizeObserver !== 'function') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(article);
    observer.observe(article.ownerDocument.documentElement);
    return () => observer.disconnect();
  }, [box, annotations, passages]);
  return layout;
}

function layoutOf(article: HTMLElement, annotations: readonly ReadAnnotation[], passages: Passages): Layout {
  const frame = article.getBoundingClientRect();
  const places = annotations.flatMap(({ id, codes }) =>
    codes.length === 0
      ? []
      : passages.rangesOf(id).flatMap((range) => {
          const rect = range.getBoundingClientRect?.();
          if (!rect || rect.height === 0) return [];
          const [top, bottom] = [Math.round(rect.top - frame.top), Math.round(rect.bottom - frame.top)];
          return codes.map((code) => ({ annotationId: id, codeId: code.id, top, bottom }));
        }),
  );
  const side = article.closest('.reader-body')?.querySelector('.reader-side')?.getBoundingClientRect();
  const isBeside = side !== undefined && side.left > frame.right;
  const edge = isBeside ? side.left - 14 : article.ownerDocument.documentElement.clientWidth - 2;
  return { places, room: Math.max(0, edge - frame.right - (isBeside ? 10 : 3)) };
}
