/** Derived rows follow what was written: soon after each act, and at the start what a killed background left. */
import { catchUp, markUnderived } from '@/utils/archive/derive';
import { mergeIndex } from '@/utils/archive/merge-index';
import { pairStories } from '@/utils/archive/pair-stories';
import type { Handlers } from '@/utils/messaging/server';
import { stayAwake } from '@/utils/platform/runtime';
import { afterPause } from './after-pause';
import { archive } from './context';

/** Whether an archive from before derived rows was looked for in this life of the background. */
let isMarked = false;

/** What lists and search show. Acts come in bursts. */
const derived = afterPause(() => stayAwake(derive), { pauseMs: 25, mostMs: 400 });
/** What makes nothing wrong by coming later, but holds the tables that a save wants. */
const tidied = afterPause(() => stayAwake(tidy), { pauseMs: 800, mostMs: 10_000 });

async function derive(): Promise<void> {
  const context = await archive();
  if (!isMarked) await markUnderived(context);
  isMarked = true;
  await catchUp(context);
  tidied.soon();
}

async function tidy(): Promise<void> {
  const context = await archive();
  await pairStories(context);
  await mergeIndex(context);
}

/** Begins soon; while it is at work it begins once more afterwards. */
export function catchUpSoon(): void {
  derived.soon();
}

/** The same handlers; what is wanted comes first, and after each answer the derived rows follow. */
export function following(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, answer]) => [
    name,
    async (request: never, sender: never) => {
      derived.putOff();
      tidied.putOff();
      try {
        return await (answer as (...given: never[]) => Promise<unknown>)(request, sender);
      } finally {
        catchUpSoon();
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}
