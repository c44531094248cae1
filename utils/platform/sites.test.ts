import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { chooseSites, sitesNow } from './sites';

const PRESS = ['*://*.a.vn/*', '*://*.b.vn/*'];
const ALL = '*://*/*';
let allowed: Set<string>;
let isRefusing: boolean;

/** The browser's permissions as far as origins go; a broad pattern contains every other. */
beforeEach(() => {
  allowed = new Set();
  isRefusing = false;
  const has = (origin: string) => allowed.has(origin) || allowed.has(ALL);
  Object.assign(browser, {
    permissions: {
      contains: ({ origins }: { origins: string[] }) => Promise.resolve(origins.every(has)),
      getAll: () => Promise.resolve({ origins: [...allowed] }),
      request: ({ origins }: { origins: string[] }) => {
        if (!isRefusing) for (const origin of origins) allowed.add(origin);
        return Promise.resolve(!isRefusing);
      },
      remove: ({ origins }: { origins: string[] }) => {
        for (const origin of origins) allowed.delete(origin);
        return Promise.resolve(true);
      },
    },
  });
});

describe('sites', () => {
  it('reads the mode off the permissions', async () => {
    expect((await sitesNow(PRESS)).mode).toBe('click');
    allowed.add(PRESS[0]!);
    expect((await sitesNow(PRESS)).mode).toBe('custom');
    allowed.add(PRESS[1]!);
    expect((await sitesNow(PRESS)).mode).toBe('press');
    allowed.add(ALL);
    expect((await sitesNow(PRESS)).mode).toBe('all');
  });

  it('narrows from all sites to the press, and to none', async () => {
    expect(await chooseSites('all', PRESS)).toBe(true);
    expect(await chooseSites('press', PRESS)).toBe(true);
    expect([...allowed]).toEqual(PRESS);
    expect(await chooseSites('click', PRESS)).toBe(true);
    expect([...allowed]).toEqual([]);
    expect(await chooseSites('click', PRESS)).toBe(true);
  });

  it('changes nothing when the user refuses', async () => {
    allowed.add(ALL);
    isRefusing = true;
    expect(await chooseSites('press', PRESS)).toBe(false);
    expect([...allowed]).toEqual([ALL]);
  });
});
