/** Long work in short slices, so that a page stays alive: work that yields is run for a while, then the page has its turn. */

export interface SliceOptions {
  /** Lets the page have its turn (a task, `scheduler.yield`, an idle callback). */
  pause: () => Promise<void>;
  signal?: AbortSignal;
  /** Longest slice; the work looks at the clock whenever it yields. */
  milliseconds?: number;
  now?: () => number;
}

/** Short enough for 40 ms to hold even when one step takes long. */
const SLICE = 12;

export function throughout<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** @throws the signal's reason, at the next slice after it was aborted */
export async function inSlices<T>(work: Generator<void, T>, options: SliceOptions): Promise<T> {
  const { pause, signal, milliseconds = SLICE, now = () => performance.now() } = options;
  let began = now();
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done) return step.value;
    if (now() - began >= milliseconds) {
      await pause();
      began = now();
    }
  }
}
