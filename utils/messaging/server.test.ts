import { describe, expect, it } from 'vitest';
import { ArchiveError } from '@/utils/archive/types';
import type { Sender } from '@/utils/platform/runtime';
import { answer, failureOf, type Handlers } from './server';

const OWN: Sender = { tabId: 1, url: 'chrome-extension://x/library.html', incognito: false, isOwnPage: true };
const PAGE: Sender = { tabId: 2, url: 'https://baosongbien.example/', incognito: false, isOwnPage: false };

const handlers = {
  'article/untag': () => Promise.resolve(null),
  'journal/undo': () => Promise.resolve({ undo: null, redo: null, did: null }),
  'bin/empty': () => Promise.reject(new ArchiveError('notFound', 'a1')),
} as unknown as Handlers;

describe('the message server', () => {
  it('answers our own pages, and refuses a page what only they may ask', async () => {
    const request = { articleIds: ['a'], codeId: 'c' };
    expect(await answer(handlers, 'article/untag', request, OWN)).toEqual({ ok: true, value: null });
    expect(await answer(handlers, 'article/untag', request, PAGE)).toMatchObject({ ok: false });
    expect(await answer(handlers, 'journal/undo', null, PAGE)).toMatchObject({ ok: true });
  });

  it('refuses a malformed request with a code', async () => {
    expect(await answer(handlers, 'article/untag', { articleIds: 'a' }, OWN)).toMatchObject({
      ok: false,
      error: { code: 'badRequest' },
    });
  });

  it('turns failures into codes', async () => {
    expect(await answer(handlers, 'bin/empty', { articleIds: [] }, OWN)).toEqual({
      ok: false,
      error: { code: 'notFound', detail: 'a1' },
    });
    const inner = Object.assign(new Error('x'), { name: 'QuotaExceededError' });
    expect(failureOf(Object.assign(new Error('aborted'), { name: 'AbortError', inner })).code).toBe(
      'storageFull',
    );
    expect(failureOf(Object.assign(new Error('aborted'), { name: 'AbortError' })).code).toBe('storageBroken');
    expect(failureOf(new TypeError('boom')).code).toBe('unexpected');
  });
});
