/**
 * Many at once: lists of addresses that the background opens and saves one after the other. Promise: each address ends in
 * exactly one outcome, whatever is killed in between. What runs is a row: one that is found running at a start was
 * interrupted and waits again, and the save writes its outcome in its own transaction (`saveArticle`).
 */
import { judgeAddresses, type GivenAddress } from '@/utils/article/address-list';
import {
  QUEUE_STATES,
  type Batch,
  type BatchSource,
  type QueuedAddress,
  type QueueState,
} from '@/utils/db/records';
import { utcIso } from './clock';
import { projectOf } from './first-use';
import { ArchiveError, type ArchiveContext } from './types';

/** A page during which the background dies each time is given up. */
const MOST_ATTEMPTS = 20;

/** Why an address was not saved; each has a sentence `batchReason_<code>`. */
export const BATCH_REASONS = [
  'notWeb',
  'notAddress',
  'cancelled',
  'hostNotAllowed',
  'unreachable',
  'siteError',
  'redirectHome',
  'loginPage',
  'wall',
  'noArticle',
  'notAPage',
  'endless',
  'tabClosed',
  'interrupted',
  'captureFailed',
  'unexpected',
] as const;
export type BatchReason = (typeof BATCH_REASONS)[number];

export interface NewBatch {
  source: BatchSource;
  name: string;
  addresses: GivenAddress[];
  /** Put on every article of the batch: names of tags, ids of collections. */
  tags: string[];
  collections: string[];
}

const LAST = '\uffff';

function rowId(batchId: string, place: number): string {
  return `${batchId}:${String(place).padStart(6, '0')}`;
}

/** Rows of a batch that are in this state, by host. */
function inState({ db }: ArchiveContext, batchId: string, state: QueueState) {
  return db.queue
    .where('[batchId+state+host]')
    .between([batchId, state, ''], [batchId, state, LAST], true, true);
}

async function batchOf({ db }: ArchiveContext, batchId: string): Promise<Batch> {
  const batch = await db.batches.get(batchId);
  if (!batch) throw new ArchiveError('notFound', batchId);
  return batch;
}

/**
 * Puts a list into the queue. What is no web address is in it too, skipped, so that the outcomes are of the whole list.
 * @throws ArchiveError nothingSelected when there is nothing to open in it
 */
export async function createBatch(context: ArchiveContext, wish: NewBatch): Promise<{ batchId: string }> {
  const { db } = context;
  const { fit, unfit } = judgeAddresses(wish.addresses);
  if (fit.length === 0) throw new ArchiveError('nothingSelected');
  const createdAt = utcIso(context.now());
  const batch: Batch = {
    id: context.uuid(),
    source: wish.source,
    name: wish.name.normalize('NFC').trim().slice(0, 200),
    state: 'running',
    problem: null,
    counts: { ...noCounts(), waiting: fit.length, skipped: unfit.length },
    unfit: unfit.length,
    projectId: projectOf(context),
    tags: wish.tags,
    collections: wish.collections,
    createdAt,
  };
  const blank = { batchId: batch.id, detail: null, attempts: 0, articleId: null };
  const rows = [
    ...fit.map((one) => ({ ...one, state: 'waiting' as const, reason: null, finishedAt: null })),
    ...unfit.map(({ text, title, why }) => ({
      url: text,
      title,
      host: '',
      state: 'skipped' as const,
      reason: why,
      finishedAt: createdAt,
    })),
  ].map((row, place): QueuedAddress => ({ ...blank, ...row, id: rowId(batch.id, place) }));
  await db.transaction('rw', [db.batches, db.queue], async () => {
    await db.batches.add(batch);
    await db.queue.bulkAdd(rows);
  });
  return { batchId: batch.id };
}

function noCounts(): Batch['counts'] {
  return Object.fromEntries(QUEUE_STATES.map((state) => [state, 0])) as Batch['counts'];
}

/** `many` addresses of the batch went from one state to another. Inside the transaction that moved them. */
async function recount(
  { db }: ArchiveContext,
  batchId: string,
  from: QueueState,
  to: QueueState,
  many = 1,
): Promise<void> {
  await db.batches
    .where('id')
    .equals(batchId)
    .modify(({ counts }) => {
      counts[from] -= many;
      counts[to] += many;
    });
}

export type Taken = { batch: Batch; row: QueuedAddress };

/**
 * The next address to open, marked as running: of the oldest running batch, the first whose host is free.
 * @returns `'later'` when all that wait are of hosts at work; null when nothing waits
 */
export async function takeNext(
  context: ArchiveContext,
  isFree: (host: string) => boolean,
): Promise<Taken | 'later' | null> {
  const { db } = context;
  return db.transaction('rw', [db.batches, db.queue], async () => {
    let isWaiting = false;
    for (const batch of await runningBatches(context)) {
      const id = await firstWaiting(context, batch.id, isFree, () => (isWaiting = true));
      const row = id === null ? undefined : await db.queue.get(id);
      if (!row) continue;
      const running: QueuedAddress = { ...row, state: 'running', attempts: row.attempts + 1 };
      await db.queue.put(running);
      await recount(context, batch.id, 'waiting', 'running');
      return { batch, row: running };
    }
    return isWaiting ? 'later' : null;
  });
}

/** From host to host by jumps in the index: those at work are few, those that wait may be thousands. */
async function firstWaiting(
  { db }: ArchiveContext,
  batchId: string,
  isFree: (host: string) => boolean,
  onBusy: () => void,
): Promise<string | null> {
  let above = '';
  for (;;) {
    const next = await db.queue
      .where('[batchId+state+host]')
      .between([batchId, 'waiting', above], [batchId, 'waiting', LAST], false, true)
      .first();
    if (!next) return null;
    if (isFree(next.host)) return next.id;
    onBusy();
    above = next.host;
  }
}

async function runningBatches({ db }: ArchiveContext): Promise<Batch[]> {
  const batches = await db.batches.toArray();
  return batches
    .filter(({ state }) => state === 'running')
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/**
 * The end of an address. Inside a transaction over `queue` and `batches`.
 * @returns false when it has its outcome already, which it keeps
 */
export async function settleAddress(
  context: ArchiveContext,
  id: string,
  end: Pick<QueuedAddress, 'state'> & Partial<QueuedAddress>,
): Promise<boolean> {
  const { db } = context;
  const row = await db.queue.get(id);
  if (row?.state !== 'running') return false;
  const title = row.title || (end.title ?? '');
  await db.queue.put({ ...row, ...end, title, finishedAt: utcIso(context.now()) });
  await recount(context, row.batchId, 'running', end.state);
  return true;
}

/** The end of an address that was not saved. */
export async function failAddress(
  context: ArchiveContext,
  id: string,
  reason: BatchReason,
  detail: string | null = null,
): Promise<void> {
  const { db } = context;
  const end = { state: 'failed' as const, reason, detail: detail?.slice(0, 2_000) ?? null };
  await db.transaction('rw', [db.queue, db.batches], () => settleAddress(context, id, end));
}

/** An address that was taken and could not be looked at now: it waits again, and this try does not count. */
export async function putBack(context: ArchiveContext, id: string): Promise<void> {
  const { db } = context;
  await db.transaction('rw', [db.queue, db.batches], async () => {
    const row = await db.queue.get(id);
    if (row?.state !== 'running') return;
    await db.queue.put({ ...row, state: 'waiting', attempts: Math.max(0, row.attempts - 1) });
    await recount(context, row.batchId, 'running', 'waiting');
  });
}

/** Stops a batch because nothing more can be saved now (a full disk); it can be gone on with. */
export async function stopBatch(context: ArchiveContext, batchId: string, problem: string): Promise<void> {
  await context.db.batches.update(batchId, { state: 'paused', problem });
}

/**
 * Called once at a start: what was running when the background died waits again.
 * @returns is there anything to go on with?
 */
export async function recoverBatches(context: ArchiveContext): Promise<boolean> {
  const { db } = context;
  return db.transaction('rw', [db.batches, db.queue], async () => {
    let isWork = false;
    for (const { id, state } of await db.batches.toArray()) {
      for (const row of await inState(context, id, 'running').toArray()) {
        if (state === 'cancelled' || row.attempts >= MOST_ATTEMPTS)
          await settleAddress(context, row.id, { state: 'failed', reason: 'interrupted' });
        else {
          await db.queue.put({ ...row, state: 'waiting' });
          await recount(context, id, 'running', 'waiting');
        }
      }
      await closeWhenDone(context, id);
      isWork ||= (await db.batches.get(id))?.state === 'running';
    }
    return isWork;
  });
}

async function closeWhenDone({ db }: ArchiveContext, batchId: string): Promise<void> {
  await db.batches
    .where('id')
    .equals(batchId)
    .modify((batch) => {
      if (batch.state === 'running' && batch.counts.waiting + batch.counts.running === 0)
        batch.state = 'done';
    });
}

/** Batches whose last address has its outcome are done. */
export async function closeBatches(context: ArchiveContext): Promise<void> {
  const { db } = context;
  await db.transaction('rw', [db.batches, db.queue], async () => {
    for (const { id } of await runningBatches(context)) await closeWhenDone(context, id);
  });
}

/**
 * Pause, go on, cancel. Cancelled addresses are skipped and can be tried again; one that is being saved is let finish.
 * @throws ArchiveError notFound
 */
export async function setBatchState(
  context: ArchiveContext,
  batchId: string,
  state: 'running' | 'paused' | 'cancelled',
): Promise<void> {
  const { db } = context;
  await db.transaction('rw', [db.batches, db.queue], async () => {
    const batch = await batchOf(context, batchId);
    if (batch.state === 'done' || batch.state === 'cancelled') return;
    await db.batches.put({ ...batch, state, problem: null });
    if (state === 'running') await closeWhenDone(context, batchId);
    if (state !== 'cancelled') return;
    const ended = { state: 'skipped' as const, reason: 'cancelled', finishedAt: utcIso(context.now()) };
    await inState(context, batchId, 'waiting').modify(ended);
    await recount(context, batchId, 'waiting', 'skipped', batch.counts.waiting);
  });
}

/**
 * Failed and cancelled addresses wait again: these, or all of them.
 * @returns how many
 * @throws ArchiveError notFound
 */
export async function retryAddresses(
  context: ArchiveContext,
  batchId: string,
  ids: string[] | null,
): Promise<number> {
  const { db } = context;
  return db.transaction('rw', [db.batches, db.queue], async () => {
    await batchOf(context, batchId);
    const wanted = ids && new Set(ids);
    let again = 0;
    for (const state of ['failed', 'skipped'] as const) {
      let moved = 0;
      await inState(context, batchId, state).modify((row) => {
        if (!canRetry(row) || (wanted && !wanted.has(row.id))) return;
        Object.assign(row, { state: 'waiting', reason: null, detail: null, attempts: 0, finishedAt: null });
        moved += 1;
      });
      await recount(context, batchId, state, 'waiting', moved);
      again += moved;
    }
    if (again > 0) await db.batches.update(batchId, { state: 'running', problem: null });
    return again;
  });
}

function canRetry({ reason }: QueuedAddress): boolean {
  return reason !== 'notWeb' && reason !== 'notAddress';
}

/** Takes a batch off the list with its outcomes; the articles stay. @throws ArchiveError notFound, badRequest while it runs */
export async function removeBatch(context: ArchiveContext, batchId: string): Promise<void> {
  const { db } = context;
  await db.transaction('rw', [db.batches, db.queue], async () => {
    const batch = await batchOf(context, batchId);
    if (batch.state === 'running' || batch.counts.running > 0)
      throw new ArchiveError('badRequest', 'running');
    await db.queue.where('id').between(`${batchId}:`, `${batchId}:${LAST}`).delete();
    await db.batches.delete(batchId);
  });
}
