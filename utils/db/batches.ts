/** What the page of batches shows: each batch with how far it is, and the addresses near the window. */
import { QUEUE_STATES, type Batch, type QueuedAddress, type QueueState } from './records';
import type { PressmarkDatabase } from './schema';

const LAST = '\uffff';

export type StateCounts = Record<QueueState, number>;

export interface BatchNow extends Batch {
  counts: StateCounts;
  /** Failed and cancelled ones, which can be tried again. */
  again: number;
}

/** The newest first. Counts come from the index, whatever the length of the list. */
export async function batchesNow(db: PressmarkDatabase): Promise<BatchNow[]> {
  const batches = await db.batches.toArray();
  return Promise.all(
    batches
      .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
      .map(async (batch) => {
        const [counts, cancelled] = await Promise.all([countsOf(db, batch.id), cancelledIn(db, batch.id)]);
        return { ...batch, counts, again: counts.failed + cancelled };
      }),
  );
}

async function countsOf(db: PressmarkDatabase, batchId: string): Promise<StateCounts> {
  const counts = await Promise.all(
    QUEUE_STATES.map(async (state) => [state, await inState(db, batchId, state).count()] as const),
  );
  return Object.fromEntries(counts) as StateCounts;
}

/** What has a host is a web address, skipped only because its list was cancelled. */
function cancelledIn(db: PressmarkDatabase, batchId: string): Promise<number> {
  return db.queue
    .where('[batchId+state+host]')
    .between([batchId, 'skipped', ' '], [batchId, 'skipped', LAST], true, true)
    .count();
}

function inState(db: PressmarkDatabase, batchId: string, state: QueueState) {
  return db.queue
    .where('[batchId+state+host]')
    .between([batchId, state, ''], [batchId, state, LAST], true, true);
}

/** Ids of a batch's addresses in the order of its list, all or those in these states. */
export async function addressIds(
  db: PressmarkDatabase,
  batchId: string,
  states: readonly QueueState[] | null,
): Promise<string[]> {
  if (states === null) return db.queue.where('id').between(`${batchId}:`, `${batchId}:${LAST}`).primaryKeys();
  const ids = await Promise.all(states.map((state) => inState(db, batchId, state).primaryKeys()));
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
