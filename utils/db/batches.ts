/** What the page of batches shows: each batch with how far it is, and the addresses near the window. */
import type { Batch, QueuedAddress, QueueState } from './records';
import type { PressmarkDatabase } from './schema';

const LAST = '\uffff';

/** The newest first. */
export async function batchesNow(db: PressmarkDatabase): Promise<Batch[]> {
  return (await db.batches.toArray()).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Ids of a batch's addresses in the order of its list, all or those in these states. */
export async function addressIds(
  db: PressmarkDatabase,
  batchId: string,
  states: readonly QueueState[] | null,
): Promise<string[]> {
  if (states === null) return db.queue.where('id').between(`${batchId}:`, `${batchId}:${LAST}`).primaryKeys();
  const ids = await Promise.all(
    states.map((state) =>
      db.queue
        .where('[batchId+state+host]')
        .between([batchId, state, ''], [batchId, state, LAST], true, true)
        .primaryKeys(),
    ),
  );
  return ids.flat().toSorted();
}

export async function addressesOf(db: PressmarkDatabase, ids: string[]): Promise<QueuedAddress[]> {
  const rows = await db.queue.bulkGet(ids);
  return rows.filter((row) => row !== undefined);
}

/** All addresses of a batch, for its file of outcomes. */
export function allAddresses(db: PressmarkDatabase, batchId: string): Promise<QueuedAddress[]> {
  return db.queue.where('id').between(`${batchId}:`, `${batchId}:${LAST}`).toArray();
}
