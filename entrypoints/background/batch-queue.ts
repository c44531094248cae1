/** The queue of batches: two addresses at a time, one per host, until nothing waits; also after a killed background. */
import { closeBatches, recoverBatches, stopBatch, takeNext } from '@/utils/archive/batches';
import type { ArchiveContext } from '@/utils/archive/types';
import { stopWaking, wakeEvery } from '@/utils/platform/alarms';
import { readPace } from '@/utils/platform/pace';
import { stayAwake } from '@/utils/platform/runtime';
import { closeLeftVisits } from '@/utils/platform/visit-tab';
import { archive } from './context';
import { hostTurns } from './host-turns';
import { visitAddress } from './visit-address';

export const BATCH_ALARM = 'batch';

const AT_ONCE = 2;
/** Without a network, or a window to open tabs in, it is looked again after this. */
const LOOK_AGAIN_MS = 15_000;
const SHORTEST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 1_000;

const turns = hostTurns(Date.now, Math.random);
let atWork = 0;
/** Counts calls, so that one that comes while a worker is about to end is not missed. */
let calls = 0;
let recovered: Promise<boolean> | null = null;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Called at every start of the background, by the alarm, and whenever there may be something new to do. */
export async function goOnWithBatches(): Promise<void> {
  calls += 1;
  const context = await archive();
  recovered ??= recover(context).catch((error: unknown) => {
    recovered = null;
    throw error;
  });
  const isWork = await recovered;
  if (!isWork && calls === 1) return stopWaking(BATCH_ALARM);
  await wakeEvery(BATCH_ALARM, 0.5);
  while (atWork < AT_ONCE) {
    atWork += 1;
    void stayAwake(() => work(context)).finally(() => {
      atWork -= 1;
      if (atWork === 0) void settle(context);
    });
  }
}

async function recover(context: ArchiveContext): Promise<boolean> {
  await closeLeftVisits();
  return recoverBatches(context);
}

async function settle(context: ArchiveContext): Promise<void> {
  await closeBatches(context);
  const seen = calls;
  const batches = await context.db.batches.toArray();
  if (seen === calls && batches.every(({ state }) => state !== 'running')) await stopWaking(BATCH_ALARM);
}

async function work(context: ArchiveContext): Promise<void> {
  for (;;) {
    const seen = calls;
    const taken = await takeNext(context, turns.isFree);
    if (taken === null) {
      if (seen !== calls) continue;
      return;
    }
    if (taken === 'later') {
      await sleep(Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, turns.untilFree())));
      continue;
    }
    const { host } = taken.row;
    turns.begin(host);
    const pace = await readPace();
    try {
      const visit = await visitAddress(context, taken, pace.limitMs);
      if (typeof visit === 'object') await stopBatch(context, taken.batch.id, visit.stopped);
      else if (visit !== 'ended') await sleep(LOOK_AGAIN_MS);
    } finally {
      turns.end(host, pace.delayMs);
    }
    await closeBatches(context);
  }
}
