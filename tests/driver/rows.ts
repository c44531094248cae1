/** The archive read past the program: what the database really holds. */
import type { Driver } from './driver';

export type Row = Record<string, unknown> & { id: string };

/** All rows of a table, read past the program: what the database really holds. */
export function rowsOf<T = Row>(driver: Driver, table: string): Promise<T[]> {
  return driver.inExtension<T[]>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('pressmark');
    let isNone = false;
    // Looking must not make a database where there is none.
    opening.onupgradeneeded = () => { isNone = true; opening.transaction.abort(); };
    opening.onerror = () => (isNone ? resolve([]) : reject(opening.error));
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains(${JSON.stringify(table)})) { db.close(); resolve([]); return; }
      const asking = db.transaction(${JSON.stringify(table)}).objectStore(${JSON.stringify(table)}).getAll();
      asking.onsuccess = () => { db.close(); resolve(asking.result.map((row) => row.bytes ? { ...row, bytes: row.bytes.length } : row)); };
      asking.onerror = () => reject(asking.error);
    };
  })`);
}
