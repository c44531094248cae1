import { liveQuery } from 'dexie';

/**
 * Runs `query` now and again whenever rows it read change, in this context or another. The database is the state of
 * every view. Returns the function that stops watching.
 */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  return () => subscription.unsubscribe();
}
