/** Work for when nothing else is wanted: begun after a pause, one run at a time. */

export interface AfterPause {
  /** Begins after the pause; while a run is under way, once more after it. */
  soon: () => void;
  /** Something else is wanted: what waits goes on waiting, but no longer than `mostMs` in all. */
  putOff: () => void;
}

/**
 * @param pauseMs of quiet before it begins
 * @param mostMs after this it begins all the same
 */
export function afterPause(
  work: () => Promise<void>,
  { pauseMs, mostMs }: { pauseMs: number; mostMs: number },
): AfterPause {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wantedSince: number | null = null;
  let isRunning = false;

  const run = async () => {
    wantedSince = null;
    isRunning = true;
    try {
      await work();
    } finally {
      isRunning = false;
      if (wantedSince !== null) wait(pauseMs);
    }
  };
  const wait = (ms: number) => {
    wantedSince ??= Date.now();
    // A run that is under way begins it again at its end.
    if (isRunning) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };
  return {
    soon: () => wait(pauseMs),
    putOff: () => {
      if (wantedSince !== null) wait(Math.max(0, wantedSince + mostMs - Date.now()));
    },
  };
}
