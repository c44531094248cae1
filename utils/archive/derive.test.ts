/** Derived rows after anything that can happen are those made anew from what they are derived from. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { buildArchive, fillDatabase } from '@/utils/testing/builders';
import { makeCapture } from '@/utils/testing/captures';
import { EVERY_ACT, takeTurns } from '@/utils/testing/every-act';
import { chanceOf } from '@/utils/testing/random';
import { CHUNK_SIZE, decodeChunk } from '@/utils/search/catalogue-chunk';
import { catchUp, markAll, markUnderived } from './derive';
import { setArticleState } from './edit-articles';
import { emptyBin } from './empty-bin';
import { undo } from './journal';
import { saveArticle } from './save-article';
import { ArchiveError, type ArchiveContext } from './types';

const chunksOf = async ({ db }: ArchiveContext) =>
  (await db.catalogue.toArray()).map(({ chunk, bytes }) => [chunk, Buffer.from(bytes).toString('hex')]);

async function filled(seed: number, articles: number): Promise<ArchiveContext> {
  const context = await testArchive();
  await fillDatabase(context.db, await buildArchive(seed, { articles }));
  return context;
}

/** Throws the catalogue away and makes it again. Numbers stay: they are given once. */
async function anew(context: ArchiveContext) {
  await context.db.catalogue.clear();
  await markAll(context);
  await catchUp(context);
  return chunksOf(context);
}

describe('derived rows', () => {
  it.each([1, 2, 3])('after random acts, undone or not, are as if made anew (seed %i)', async (seed) => {
    const context = await filled(seed, 5);
    const world = { context, chance: chanceOf(seed) };
    const names = Object.keys(EVERY_ACT);
    for (let act = 0; act < 120; act += 1)
      try {
        const chance = world.chance.next();
        if (chance < 0.15) await undo(context);
        else if (chance < 0.2) await takeTurns(world);
        else if (chance < 0.3) await catchUp(context);
        else await EVERY_ACT[world.chance.pick(names)]!(world);
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
      }
    await catchUp(context);
    expect(await context.db.stale.count()).toBe(0);
    const kept = await chunksOf(context);
    expect(kept.length).toBeGreaterThan(0);
    expect(await anew(context)).toEqual(kept);
  });

  it('are up to date in the moment an article is saved, and numbers are given in order and once', async () => {
    const context = await testArchive();
    const wishes = { byHand: {}, tags: ['Mùa biển'], collections: [] };
    for (const n of [1, 2, 1]) {
      const url = `https://bao.example/${n}.html`;
      await saveArticle(context, makeCapture({ url, title: `Tít ${n}` }), null, [url], wishes);
    }
    expect(await context.db.stale.count()).toBe(0);
    expect(await context.db.docs.orderBy('doc').keys()).toEqual([0, 1]);
    const [entry] = decodeChunk((await context.db.catalogue.get(0))!.bytes);
    expect(entry!.work).toMatchObject([{ coderId: context.coder, articleCodes: [expect.any(String)] }]);
    expect(entry!.words).toBeGreaterThan(0);
  });

  it('of an archive that had none are made in steps, whatever stops them on the way', async () => {
    const context = await filled(8, 250);
    await context.db.stale.clear();
    await markUnderived(context);
    expect(await context.db.stale.count()).toBe(250);
    const progress: number[] = [];
    for (let left = 250; left > 0;) {
      const stop = new AbortController();
      await catchUp(context, {
        signal: stop.signal,
        onProgress: ({ left: now }) => {
          progress.push(now);
          stop.abort();
        },
      });
      const now = await context.db.stale.count();
      expect(now).toBeLessThan(left);
      left = now;
    }
    expect(progress).toEqual([150, 50, 0]);
    expect(await context.db.docs.count()).toBe(250);
    const kept = await chunksOf(context);
    expect(await anew(context)).toEqual(kept);
    await markUnderived(context);
    expect(await context.db.stale.count()).toBe(0);
  });

  it('of an article that is let go for good are gone, and its number is not given again', async () => {
    const context = await filled(9, 3);
    await catchUp(context);
    const [first] = await context.db.docs.orderBy('doc').toArray();
    await setArticleState(context, [first!.id], 'bin');
    await emptyBin(context, [first!.id]);
    await catchUp(context);
    const entries = decodeChunk((await context.db.catalogue.get(0))!.bytes);
    expect(entries[first!.doc]).toBeUndefined();
    expect(entries.filter(Boolean)).toHaveLength(2);
    const url = 'https://bao.example/neu.html';
    await saveArticle(context, makeCapture({ url }), null, [url], { byHand: {}, tags: [], collections: [] });
    expect((await context.db.docs.orderBy('doc').last())!.doc).toBe(3);
  });

  it('of neighbours share a chunk; a chunk that cannot be read is begun anew', async () => {
    const context = await filled(10, 3);
    await context.db.docs.add({ id: 'annotation/x', doc: CHUNK_SIZE - 2 });
    await catchUp(context);
    expect(await context.db.catalogue.toCollection().primaryKeys()).toEqual([0, 1]);
    const kept = await chunksOf(context);
    await context.db.catalogue.update(0, { bytes: new Uint8Array([9, 9, 9]) });
    await markAll(context);
    await catchUp(context);
    expect(await chunksOf(context)).toEqual(kept);
  });
});
