import { liveQuery } from 'dexie';
import { openDatabase } from './open';
import type { PressmarkDatabase } from './schema';

/**
 * Runs `query` now and again whenever rows it read change, in this context or another. The database is the state of
 * every view. Returns the function that stops watching.
 */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  // Dexie follows native awaits only through a function that is itself async: without this, a query that waits for another
  // async function of ours is no longer followed after it, and never runs again.
  const subscription = liveQuery(async () => await query()).subscribe({ next: onValue, error: onError });
  return () => subscription.unsubscribe();
}

/**
 * `watch` over the archive of this context. It is opened before the query, never inside it: a query that waits for an opening
 * that another one began loses what Dexie knows of it, and would never run again.
 */
export function watchArchive<T>(
  query: (db: PressmarkDatabase) => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  let isOver = false;
  let stop = () => {};
  const begin = () => {
    openDatabase().then((db) => {
      if (isOver) return;
      stop();
      stop = watch(() => query(db), onValue, onError);
      // Closed for an upgrade, or thrown away: what is shown must come from the new one.
      db.on('close', () => {
        if (!isOver) begin();
      });
    }, onError);
  };
  begin();
  return () => {
    isOver = true;
    stop();
  };
}
