/** Hearing that a page changed: its elements, its frames, its shadow roots, and that it threw out what we put into it. */
import { OWN_TAGS, type PageText } from '@/utils/annotation/page-text';

export interface PageWatch {
  /** Watches these too; what is watched already stays. */
  reach: (roots: PageText['roots']) => void;
  stop: () => void;
}

/** Frameworks change a page in bursts. */
const SETTLES_AFTER_MS = 400;
/** A page that never rests is read no more often than this. */
const AT_LATEST_MS = 2_500;
const KEEP_EVERY_MS = 300;

/**
 * @param onChange the page's text may be another now; never called while the page is hidden, but then when it is shown
 * @param onKeep look after what we put into the page
 * @param onShown the person came back to the page
 */
export function watchPage(
  doc: Document,
  on: { change: () => void; keep: () => void; shown: () => void },
): PageWatch {
  const watched = new WeakSet<Node>();
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | null = null;

  const tell = () => {
    if (doc.hidden) return;
    firstChange = null;
    timer = undefined;
    on.change();
  };
  const soon = () => {
    const now = performance.now();
    firstChange ??= now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(SETTLES_AFTER_MS, firstChange + AT_LATEST_MS - now)));
  };
  const observer = new MutationObserver((records) => {
    if (records.some((record) => !isOurs(record))) soon();
  });
  const listener = { signal: end.signal };
  doc.addEventListener(
    'visibilitychange',
    () => {
      if (doc.hidden) return;
      if (firstChange !== null) tell();
      on.shown();
    },
    listener,
  );
  doc.defaultView?.addEventListener('focus', () => on.shown(), listener);
  // A frame has no text before it is loaded; `load` does not bubble.
  doc.addEventListener(
    'load',
    ({ target }) => {
      if ((target as Element | null)?.localName === 'iframe') soon();
    },
    { ...listener, capture: true },
  );
  // A width at which the page is laid out anew may show other text.
  doc.defaultView?.addEventListener('resize', soon, listener);
  const keeping = setInterval(() => {
    if (!doc.hidden) on.keep();
  }, KEEP_EVERY_MS);

  return {
    reach(roots) {
      for (const root of roots) {
        if (watched.has(root)) continue;
        watched.add(root);
        observer.observe(root, {
          childList: true,
          characterData: true,
          subtree: true,
          attributes: true,
          attributeFilter: ['class', 'hidden', 'open'],
        });
      }
    },
    stop() {
      end.abort();
      observer.disconnect();
      clearTimeout(timer);
      clearInterval(keeping);
    },
  };
}

function isOurs({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type !== 'childList') return false;
  return [...addedNodes, ...removedNodes].every((node) => OWN_TAGS.test((node as Element).localName ?? ''));
}
