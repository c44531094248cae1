import { describe, expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture } from '@/utils/testing/captures';
import {
  closeBatches,
  createBatch,
  failAddress,
  putBack,
  recoverBatches,
  removeBatch,
  retryAddresses,
  setBatchState,
  takeNext,
  type Taken,
} from './batches';
import { saveArticle } from './save-article';
import type { ArchiveContext } from './types';

const anyHost = () => true;
const lines = (...texts: string[]) => texts.map((text, index) => ({ text, title: '', line: index + 1 }));

async function batch(context: ArchiveContext, ...texts: string[]): Promise<string> {
  const { batchId } = await createBatch(context, {
    source: 'list',
    name: 'Đợt 1',
    addresses: lines(...texts),
    tags: ['biển'],
    collections: [],
  });
  return batchId;
}

async function take(context: ArchiveContext, isFree: (host: string) => boolean = anyHost): Promise<Taken> {
  const taken = await takeNext(context, isFree);
  if (taken === null || taken === 'later') throw new Error(`nothing taken: ${taken}`);
  return taken;
}

async function states(context: ArchiveContext): Promise<string[]> {
  await expectTrueCounts(context);
  return (await context.db.queue.orderBy('id').toArray()).map(({ state, reason }) =>
    reason ? `${state}: ${reason}` : state,
  );
}

/** What is counted on the way is what a count would give. */
async function expectTrueCounts({ db }: ArchiveContext): Promise<void> {
  const rows = await db.queue.toArray();
  for (const { id, counts } of await db.batches.toArray())
    for (const [state, count] of Object.entries(counts))
      expect(count, `${id} ${state}`).toBe(
        rows.filter((row) => row.batchId === id && row.state === state).length,
      );
}

/** What the background does with a page that was captured. */
async function save(context: ArchiveContext, { row, batch: of }: Taken) {
  const wishes = { byHand: {}, tags: of.tags, collections: of.collections };
  return saveArticle(context, makeCapture({ url: row.url }), null, [row.url], wishes, 'page', row.id);
}

describe('a batch', () => {
  it('holds the whole list: each address once, and what cannot be opened with its reason', async () => {
    const context = await testArchive();
    await batch(
      context,
      'https://a.vn/x-1.html',
      'javascript:alert(1)',
      'http://www.a.vn/x-1.html#top',
      'gì đó',
    );
    expect(await states(context)).toEqual(['waiting', 'skipped: notWeb', 'skipped: notAddress']);
    await expect(batch(context, 'mailto:a@b.vn')).rejects.toMatchObject({ code: 'nothingSelected' });
  });

  it('gives addresses in their order, one host at a time', async () => {
    const context = await testArchive();
    await batch(context, 'https://a.vn/1', 'https://a.vn/2', 'https://b.vn/1');
    const first = await take(context);
    expect(first.row).toMatchObject({ url: 'https://a.vn/1', state: 'running', attempts: 1 });
    const notA = (host: string) => host !== 'a.vn';
    expect((await take(context, notA)).row.url).toBe('https://b.vn/1');
    expect(await takeNext(context, notA)).toBe('later');
    expect((await take(context)).row.url).toBe('https://a.vn/2');
    expect(await takeNext(context, anyHost)).toBeNull();
  });

  it('writes the outcome with the save: killed right after it, the address is done and not "unchanged"', async () => {
    const context = await testArchive();
    await batch(context, 'https://a.vn/1', 'https://a.vn/2');
    await save(context, await take(context));
    await take(context);
    expect(await recoverBatches(context)).toBe(true);
    expect(await states(context)).toEqual(['saved', 'waiting']);
    const again = await take(context);
    expect(again.row).toMatchObject({ url: 'https://a.vn/2', attempts: 2 });
    await save(context, again);
    await closeBatches(context);
    expect((await context.db.batches.toArray()).map(({ state }) => state)).toEqual(['done']);
    const [article] = await context.db.articles.toArray();
    const codings = await context.db.codings.where('targetId').equals(article!.id).toArray();
    expect(codings).toHaveLength(1);
  });

  it('a save that fails leaves the address running, to be failed with its reason once', async () => {
    const context = await testArchive();
    await batch(context, 'https://a.vn/1');
    const { row } = await take(context);
    const empty = makeCapture({ url: row.url, lead: '', paragraphs: [] });
    await expect(
      saveArticle(context, empty, null, [row.url], { byHand: {}, tags: [], collections: [] }, 'page', row.id),
    ).rejects.toMatchObject({ code: 'emptyArticle' });
    await failAddress(context, row.id, 'noArticle');
    await failAddress(context, row.id, 'endless');
    expect(await states(context)).toEqual(['failed: noArticle']);
  });

  it('a save that comes after the address was given up leaves nothing in the archive', async () => {
    const context = await testArchive();
    await batch(context, 'https://a.vn/1');
    const taken = await take(context);
    await failAddress(context, taken.row.id, 'endless');
    await expect(save(context, taken)).rejects.toMatchObject({ code: 'pageGone' });
    expect(await states(context)).toEqual(['failed: endless']);
    expect(await context.db.articles.count()).toBe(0);
  });

  it('can be paused and gone on with; what was put back has lost no try', async () => {
    const context = await testArchive();
    const id = await batch(context, 'https://a.vn/1');
    const { row } = await take(context);
    await setBatchState(context, id, 'paused');
    await putBack(context, row.id);
    expect(await takeNext(context, anyHost)).toBeNull();
    expect(await recoverBatches(context)).toBe(false);
    await setBatchState(context, id, 'running');
    expect((await take(context)).row.attempts).toBe(1);
  });

  it('cancelled, it skips what waits, lets the page at work finish, and can be tried again', async () => {
    const context = await testArchive();
    const id = await batch(context, 'https://a.vn/1', 'https://a.vn/2', 'javascript:1');
    const taken = await take(context);
    await setBatchState(context, id, 'cancelled');
    await save(context, taken);
    expect(await states(context)).toEqual(['saved', 'skipped: cancelled', 'skipped: notWeb']);
    expect(await retryAddresses(context, id, null)).toBe(1);
    expect(await states(context)).toEqual(['saved', 'waiting', 'skipped: notWeb']);
  });

  it('tries again only the failed ones that were named', async () => {
    const context = await testArchive();
    const id = await batch(context, 'https://a.vn/1', 'https://a.vn/2');
    const first = await take(context);
    await failAddress(context, first.row.id, 'siteError', '503');
    await failAddress(context, (await take(context)).row.id, 'unreachable');
    await closeBatches(context);
    expect(await retryAddresses(context, id, [first.row.id])).toBe(1);
    expect(await context.db.queue.get(first.row.id)).toMatchObject({
      state: 'waiting',
      reason: null,
      detail: null,
      attempts: 0,
    });
    expect(await context.db.batches.get(id)).toMatchObject({ state: 'running' });
  });

  it('gives up a page during which the background dies again and again', async () => {
    const context = await testArchive();
    await batch(context, 'https://a.vn/1');
    for (let times = 0; times < 20; times += 1) {
      await take(context);
      await recoverBatches(context);
    }
    expect(await states(context)).toEqual(['failed: interrupted']);
  });

  it('goes with its outcomes when taken off the list, not while it runs', async () => {
    const context = await testArchive();
    const id = await batch(context, 'https://a.vn/1');
    const other = await batch(context, 'https://b.vn/1');
    await expect(removeBatch(context, id)).rejects.toMatchObject({ code: 'badRequest' });
    await setBatchState(context, id, 'cancelled');
    await removeBatch(context, id);
    expect((await context.db.queue.toArray()).map(({ batchId }) => batchId)).toEqual([other]);
  });

  it('takes 50,000 addresses', async () => {
    const context = await testArchive();
    await batch(context, ...Array.from({ length: 50_000 }, (_, n) => `https://b${n % 40}.vn/bai-${n}.html`));
    expect(await context.db.queue.count()).toBe(50_000);
    expect((await take(context)).row.url).toBe('https://b0.vn/bai-0.html');
  }, 60_000);
});
