import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPause } from './after-pause';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PACE = { pauseMs: 25, mostMs: 400 };

describe('work after a pause', () => {
  it('begins once when it is asked for several times', async () => {
    const work = vi.fn(async () => undefined);
    const { soon } = afterPause(work, PACE);
    soon();
    await vi.advanceTimersByTimeAsync(20);
    soon();
    await vi.advanceTimersByTimeAsync(20);
    expect(work).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('waits while other things are wanted, but not for ever', async () => {
    const work = vi.fn(async () => undefined);
    const { soon, putOff } = afterPause(work, PACE);
    putOff();
    await vi.advanceTimersByTimeAsync(500);
    expect(work).toHaveBeenCalledTimes(0);
    soon();
    for (let turn = 0; turn < 19; turn += 1) {
      await vi.advanceTimersByTimeAsync(20);
      putOff();
    }
    expect(work).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(21);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('runs once more when it was asked for while it ran, and never twice at once', async () => {
    let end = () => undefined as void;
    const work = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    const { soon } = afterPause(work, PACE);
    soon();
    await vi.advanceTimersByTimeAsync(30);
    soon();
    await vi.advanceTimersByTimeAsync(500);
    expect(work).toHaveBeenCalledTimes(1);
    end();
    await vi.advanceTimersByTimeAsync(30);
    expect(work).toHaveBeenCalledTimes(2);
    end();
    await vi.advanceTimersByTimeAsync(500);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
