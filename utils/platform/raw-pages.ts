/** Page sources kept beside the page until the background has fetched them: too big for the answer of one script. */

const PIECE = 4_000_000;
const KEPT_FOR_MS = 10 * 60_000;
const MOST_KEPT = 3;

interface Kept {
  captureId: string;
  raw: string;
  until: number;
}

interface Port {
  name: string;
  postMessage(message: unknown): void;
  disconnect(): void;
}

type Store = { kept: Kept[] };

/** One store for all injections into this page: a second one must not listen a second time. */
const world = globalThis as typeof globalThis & {
  pressmarkRaw?: Store;
  chrome?: { runtime?: { onConnect?: { addListener(listener: (port: Port) => void): void } } };
  browser?: { runtime?: { onConnect?: { addListener(listener: (port: Port) => void): void } } };
};

/**
 * Keeps the source and serves it on a port named `raw/<captureId>` in pieces of at most 4 million characters. The browser's
 * own object is used, not the polyfill: this script goes into pages, and `onConnect` is the same in both browsers. Outside
 * an extension (benchmarks) nobody can ask, so nothing is kept.
 */
export function keepRaw(captureId: string, raw: string): void {
  const onConnect = (world.browser ?? world.chrome)?.runtime?.onConnect;
  if (!onConnect) return;
  const known = world.pressmarkRaw;
  const store = known ?? { kept: [] };
  world.pressmarkRaw = store;
  store.kept = store.kept.filter(({ until }) => until > Date.now()).slice(-(MOST_KEPT - 1));
  store.kept.push({ captureId, raw, until: Date.now() + KEPT_FOR_MS });
  setTimeout(() => {
    store.kept = store.kept.filter((kept) => kept.captureId !== captureId);
  }, KEPT_FOR_MS);
  if (!known) onConnect.addListener((port) => serve(store, port));
}

function serve(store: Store, port: Port): void {
  if (!port.name.startsWith('raw/')) return;
  const raw = store.kept.find(({ captureId }) => port.name === `raw/${captureId}`)?.raw;
  if (raw !== undefined) {
    const total = Math.max(1, Math.ceil(raw.length / PIECE));
    for (let index = 0; index < total; index += 1)
      port.postMessage({ index, total, chunk: raw.slice(index * PIECE, (index + 1) * PIECE) });
    port.postMessage({ done: true });
  }
  // What was posted before arrives before the hang-up.
  port.disconnect();
}
