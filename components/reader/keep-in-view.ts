/** Pictures come after the words and push them down: what a reader was sent to is kept where it can be seen. */

const SETTLES_WITHIN_MS = 3_000;
const BY_PERSON = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Puts it in the middle of the window, again whenever the page grows, until a person moves or all has settled. */
export function keepInView(element: Element): void {
  const view = element.ownerDocument.defaultView;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (!view?.ResizeObserver) return;
  const end = new AbortController();
  const growth = new view.ResizeObserver(() => {
    if (element.isConnected) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  growth.observe(element.ownerDocument.body);
  const stop = () => {
    growth.disconnect();
    end.abort();
  };
  for (const name of BY_PERSON)
    view.addEventListener(name, stop, { signal: end.signal, capture: true, passive: true });
  view.setTimeout(stop, SETTLES_WITHIN_MS);
}
