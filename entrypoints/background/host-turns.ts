/** Whose turn is it? One page at a time per host, and a pause after each. */
export interface HostTurns {
  isFree: (host: string) => boolean;
  begin: (host: string) => void;
  /** `pauseMs` is the least; up to half as much again is added. */
  end: (host: string, pauseMs: number) => void;
  /** Until the next host is free by the clock, ms. */
  untilFree: () => number;
}

/** A site under its name with and without www is one. */
const nameOf = (host: string) => host.replace(/^www\./, '');

export function hostTurns(now: () => number, chance: () => number): HostTurns {
  const freeAt = new Map<string, number>();
  return {
    isFree: (host) => (freeAt.get(nameOf(host)) ?? 0) <= now(),
    begin: (host) => void freeAt.set(nameOf(host), Infinity),
    end: (host, pauseMs) => void freeAt.set(nameOf(host), now() + pauseMs * (1 + chance() / 2)),
    untilFree() {
      const times = [...freeAt.values()].filter((at) => at !== Infinity && at > now());
      return times.length === 0 ? Infinity : Math.min(...times) - now();
    },
  };
}
