/** Waiting until the machine has little else to do: a database that was just filled goes on tidying up for a while. */
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 2_000;
const LONGEST_MS = 90_000;
const BUSY_SHARE = 0.12;

function ticks(): { busy: number; all: number } {
  let [busy, all] = [0, 0];
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.irq + times.idle;
    busy += sum - times.idle;
    all += sum;
  }
  return { busy, all };
}

/** Resolves once all processors together were idle for two seconds, or after a minute and a half. */
export async function atRest(): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  for (let before = ticks(); Date.now() < end;) {
    await sleep(LOOK_MS);
    const now = ticks();
    if ((now.busy - before.busy) / Math.max(1, now.all - before.all) < BUSY_SHARE) return;
    before = now;
  }
}
