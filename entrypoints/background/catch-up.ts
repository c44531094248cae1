/** Derived rows follow what was written: soon after each act, and at the start what a killed background left. */
import { catchUp, markUnderived } from '@/utils/archive/derive';
import { mergeIndex } from '@/utils/archive/merge-index';
import { pairStories } from '@/utils/archive/pair-stories';
import type { Handlers } from '@/utils/messaging/server';
import { stayAwake } from '@/utils/platform/runtime';
import { archive } from './context';

/** Acts come in bursts: a catching up begins when there is a pause. */
const PAUSE_MS = 25;
/** While something is asked for it waits, so as not to hold the tables that are wanted; but not for long. */
const LATEST_MS = 400;

let waiting: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;
/** Whether an archive from before derived rows was looked for in this life of the background. */
let isMarked = false;

/** Begins soon; while one is running it takes in what was marked meanwhile. */
export function catchUpSoon(): void {
  catchUpAfter(PAUSE_MS);
}

function catchUpAfter(pauseMs: number): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    waiting = undefined;
    running ??= stayAwake(follow).finally(() => {
      running = null;
    });
  }, pauseMs);
}

async function follow(): Promise<void> {
  const context = await archive();
  if (!isMarked) await markUnderived(context);
  isMarked = true;
  await catchUp(context);
  await pairStories(context);
  await mergeIndex(context);
}

/** The same handlers; after each answer the derived rows follow. */
export function following(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, answer]) => [
    name,
    async (request: never, sender: never) => {
      if (waiting !== undefined) catchUpAfter(LATEST_MS);
      try {
        return await (answer as (...given: never[]) => Promise<unknown>)(request, sender);
      } finally {
        catchUpSoon();
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}
