/** What a person does in the page: clicking a highlight opens its card, selecting words of the article shows the bar. */
import type { LiveActs } from '@/components/live/types';
import { pageHighlightsAt } from '@/utils/annotation/page-hits';
import type { PagePainter } from '@/utils/annotation/page-paint';
import { partsOfRange } from '@/utils/annotation/page-range';
import { readSelection } from '@/utils/annotation/page-selection';
import { OWN_TAGS } from '@/utils/annotation/page-text';
import { savedPartsOf } from '@/utils/annotation/saved-parts';
import { boxOfRanges, rangesOfEnds } from './box-of';
import type { LiveCourse } from './live-page';

const ACTIVE = 'a,button,input,select,textarea,label,summary,video,audio,[role=button],[contenteditable]';
/** A selection is being made: the bar waits until the hand rests. */
const RESTS_AFTER_MS = 250;

type Acts = LiveActs & {
  openCard: (id: string, among: readonly string[], focus: 'tag' | 'comment' | null) => void;
};

/** @returns the way to stop */
export function watchPerson(course: LiveCourse, painter: PagePainter, acts: Acts): () => void {
  const end = new AbortController();
  const heard = new WeakSet<Document>();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;

  const isOurs = (event: Event) => OWN_TAGS.test((event.target as Element | null)?.localName ?? '');

  function onClick(event: MouseEvent) {
    if (isOurs(event) || !event.isTrusted || event.button !== 0) return;
    const view = course.view();
    const doc = (event.currentTarget as Document) ?? course.document;
    if (!view || doc.getSelection()?.isCollapsed === false) return;
    const target = event.composedPath()[0] as Element | undefined;
    const ids = target?.closest?.(ACTIVE)
      ? []
      : pageHighlightsAt(view.hits, view.page, doc, event.clientX, event.clientY);
    const { kind } = course.shown();
    const card = course.shown();
    if (ids.length === 0) {
      if (kind === 'card' || kind === 'bar') acts.close();
      return;
    }
    // Clicking again goes on to the next of overlapping highlights.
    const open = card.kind === 'card' ? card.card.annotation.id : '';
    acts.openCard(ids[(ids.indexOf(open) + 1) % ids.length]!, ids, null);
  }

  function offer() {
    const view = course.view();
    if (isPressed || !view || !course.reading()?.selectionBar) return;
    const selection = readSelection(course.document, view.page.roots);
    const isBar = course.shown().kind === 'bar';
    // The focus in our own field takes the page's selection away; the bar keeps it.
    if (OWN_TAGS.test(course.document.activeElement?.localName ?? '')) return;
    if ('refused' in selection) {
      if (isBar) acts.close();
      return;
    }
    const parts = partsOfRange(view.page, selection.ends);
    if (parts.length === 0 || !savedPartsOf(view.alignment, parts).parts) {
      if (isBar) acts.close();
      return;
    }
    const ends = rangesOfEnds(selection.ends)[0] ?? selection.ends;
    void course.put({ kind: 'bar', ends, boxOf: () => boxOfRanges(rangesOfEnds(ends)) });
  }

  const soon = () => {
    clearTimeout(resting);
    resting = setTimeout(offer, RESTS_AFTER_MS);
  };

  function listen(doc: Document) {
    if (heard.has(doc)) return;
    heard.add(doc);
    const options = { signal: end.signal, capture: true, passive: true };
    doc.addEventListener('click', onClick, options);
    doc.addEventListener('selectionchange', soon, options);
    doc.addEventListener(
      'pointerdown',
      (event) => {
        isPressed = !isOurs(event);
      },
      options,
    );
    for (const name of ['pointerup', 'pointercancel'] as const)
      doc.addEventListener(
        name,
        () => {
          isPressed = false;
          soon();
        },
        options,
      );
    doc.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.isComposing || !event.isTrusted || isOurs(event)) return;
        if (course.shown().kind !== 'nothing') acts.close();
        painter.mark('focus', null);
      },
      options,
    );
  }

  listen(course.document);
  const frames = setInterval(() => {
    for (const root of course.view()?.page.roots ?? []) if (root.nodeType === 9) listen(root as Document);
  }, 1_000);
  return () => {
    end.abort();
    clearInterval(frames);
    clearTimeout(resting);
  };
}
