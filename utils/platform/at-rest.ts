/** Waiting until a page has loaded and has nothing urgent to do. */

/** Scripts that fill the page in after its load event. */
const SETTLES_AFTER_MS = 1000;
const AT_LATEST_MS = 5000;
const SEEN = Symbol.for('pressmark.atRest');

/** Calls back once for each address of this page load, also when the script was injected several times; not if it left the address meanwhile. */
export function whenAtRest(url: string, act: () => void): void {
  const world = globalThis as { [SEEN]?: Set<string> };
  const seen = (world[SEEN] ??= new Set());
  if (seen.has(url)) return;
  seen.add(url);
  const rest = () => {
    if (location.href === url) act();
  };
  const settle = () =>
    setTimeout(() => requestIdleCallback(rest, { timeout: AT_LATEST_MS }), SETTLES_AFTER_MS);
  if (document.readyState === 'complete') settle();
  else addEventListener('load', settle, { once: true });
}
