/** Long work in slices. */

/**
 * Rests between slices of work. A message, not a promise: others' tasks must come in; and no timer, which would wait for 4 ms.
 * @param sliceMs work that may go on before others have their turn
 */
export function resting(sliceMs: number): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(null);
    });
    since = performance.now();
  };
}
