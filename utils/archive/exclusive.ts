/**
 * One writer at a time. Within this context a queue; across contexts the Web Lock `archive-writer`, which long jobs in
 * extension pages (import, restore) hold too. A verb may read, hash and then write without another slipping between.
 */
let tail: Promise<unknown> = Promise.resolve();

export const WRITER_LOCK = 'archive-writer';

export function exclusively<T>(job: () => Promise<T>): Promise<T> {
  const run = () =>
    (globalThis.navigator?.locks ? navigator.locks.request(WRITER_LOCK, job) : job()) as Promise<T>;
  const result = tail.then(run, run);
  tail = result.catch(() => undefined);
  return result;
}
