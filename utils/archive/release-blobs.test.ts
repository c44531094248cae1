/** Letting bytes go: exact savings, nothing that is needed, nothing half, and an archive file that says what is gone. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { releasedAt } from '@/utils/db/released';
import { testArchive } from '@/utils/testing/archive-context';
import { buildArchive, fillDatabase } from '@/utils/testing/builders';
import { catchUp, markAll } from './derive';
import { emptyBin } from './empty-bin';
import { exportArchive } from './export-archive';
import { applyImport, planImport } from './import-archive';
import { firstBrokenLedgerEntry } from './ledger';
import { planRelease, type ReleasePlan, type ReleaseWish } from './plan-release';
import { rawPageOf } from './raw-page';
import { releaseBlobs, releaseInSteps } from './release-blobs';
import type { ArchiveContext } from './types';
import { rowBytes, weighArchive } from './weigh-archive';

const LATER = '2030-01-01T00:00:00.000Z';
const unheard = () => undefined;
const going = () => new AbortController().signal;

async function filled(articles = 12): Promise<ArchiveContext> {
  const context = await testArchive();
  await fillDatabase(context.db, await buildArchive(4, { articles }));
  return context;
}

const weigh = ({ db }: ArchiveContext) => weighArchive(db, unheard, going());
const blobBytes = async ({ db }: ArchiveContext) =>
  (await db.blobs.toArray()).reduce((sum, { bytes }) => sum + bytes.length, 0);

const release = (
  context: ArchiveContext,
  plan: ReleasePlan,
  onProgress: (done: number) => void = unheard,
  signal = going(),
) => releaseInSteps(plan, (wish, hashes) => releaseBlobs(context, wish, hashes), onProgress, signal);

async function letGo(context: ArchiveContext, wish: ReleaseWish) {
  await weigh(context);
  const plan = await planRelease(context.db, wish);
  return { plan, released: await release(context, plan) };
}

async function exported(db: PressmarkDatabase): Promise<string> {
  const chunks: Uint8Array[] = [];
  await exportArchive(db, {}, (chunk) => {
    chunks.push(chunk);
    return Promise.resolve();
  });
  return Buffer.concat(chunks).toString('utf8');
}

async function takeIn({ db }: ArchiveContext, text: string) {
  const planned = await planImport(db, new Blob([text]));
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const applied = await applyImport(db, new Blob([text]), planned.plan);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
}

describe('weighing the archive', () => {
  it('counts every byte under its kind, once for whatever shares it', async () => {
    const context = await filled();
    const { db } = context;
    await markAll(context);
    await catchUp(context);
    const shares = await weigh(context);
    const blobs = await db.blobs.toArray();
    const bytesOf = (isPage: boolean) =>
      blobs
        .filter(({ type }) => type.startsWith('text/html') === isPage)
        .reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(shares.pages).toBe(bytesOf(true));
    expect(shares.pictures).toBe(bytesOf(false));
    const texts = [...(await db.versions.toArray()), ...(await db.articles.toArray())];
    expect(shares.articles).toBe(texts.reduce((sum: number, one) => sum + rowBytes(one), 0));
    expect(shares.index).toBeGreaterThan(0);
    expect(shares.other).toBeGreaterThan(0);
    expect((await weigh(context)).pages).toBe(shares.pages);
  });

  it('is stopped between two rows and goes on there; tells how far it is', async () => {
    const { db } = await filled();
    const stop = new AbortController();
    const seen: number[] = [];
    const broken = weighArchive(
      db,
      ({ done, total }) => {
        seen.push(done / total);
        if (done === 5) stop.abort();
      },
      stop.signal,
    );
    await expect(broken).rejects.toThrow(/abort/i);
    const shares = await weighArchive(db, ({ done, total }) => seen.push(done / total), going());
    expect(shares.pages).toBeGreaterThan(0);
    expect(seen.at(-1)).toBe(1);
    expect(seen.every((part) => part <= 1)).toBe(true);
  });

  it('forgets what was emptied from the bin', async () => {
    const context = await filled();
    await weigh(context);
    const ids = (await context.db.articles.toArray()).map(({ id }) => id);
    await context.db.articles.toCollection().modify({ state: 'bin' });
    await emptyBin(context, ids);
    const { pages, pictures } = await weigh(context);
    expect([pages, pictures, await context.db.weights.count()]).toEqual([0, 0, 0]);
  });
});

describe('letting go', () => {
  it.each<ReleaseWish>([
    { what: 'pages', before: LATER },
    { what: 'pictures', above: 1000 },
    { what: 'binPictures' },
  ])('saves exactly what was said before: $what', async (wish) => {
    const context = await filled(30);
    const before = await blobBytes(context);
    const { plan, released } = await letGo(context, wish);
    expect(plan.bytes).toBeGreaterThan(0);
    expect(before - (await blobBytes(context))).toBe(plan.bytes);
    expect(released).toEqual({ blobs: plan.hashes.length, bytes: plan.bytes });
    const again = await letGo(context, wish);
    expect(again.plan).toMatchObject({ hashes: [], bytes: 0 });
    const [entry] = await context.db.ledger.filter(({ event }) => event === 'released').toArray();
    expect(entry!.detail).toMatchObject({ what: wish.what });
    expect(await firstBrokenLedgerEntry(context)).toBeNull();
  });

  it('tells that the page is gone and when; the text stays', async () => {
    const context = await filled(3);
    const version = (await context.db.versions.toArray())[0]!;
    expect(await releasedAt(context.db, version.rawSha!)).toBeNull();
    await letGo(context, { what: 'pages', before: LATER });
    expect(await rawPageOf(context.db, version)).toBeNull();
    expect(await releasedAt(context.db, version.rawSha!)).toMatch(/^2026-/);
    expect(await context.db.versions.get(version.id)).toEqual(version);
  });

  it('leaves a page that a later capture shares, and a picture that stands outside the bin, too', async () => {
    const context = await filled(12);
    const { db } = context;
    const [old, late] = await db.versions.orderBy('id').limit(2).toArray();
    await db.versions.bulkPut([
      { ...old!, capturedAt: '2020-01-01T00:00:00.000Z' },
      { ...late!, rawSha: old!.rawSha, capturedAt: '2026-06-01T00:00:00.000Z' },
    ]);
    await weigh(context);
    const plan = await planRelease(db, { what: 'pages', before: '2021-01-01T00:00:00.000Z' });
    expect([plan.hashes, plan.needed]).toEqual([[], 1]);

    await db.articles.toCollection().modify({ state: 'kept' });
    const kept = await db.pictures.filter(({ outcome }) => outcome === 'kept').toArray();
    const one = kept[0]!;
    const two = kept.find(({ articleId }) => articleId !== one.articleId)!;
    await db.pictures.put({ ...two, blobSha: one.blobSha });
    await db.articles.update(one.articleId, { state: 'bin' });
    const inBin = await planRelease(db, { what: 'binPictures' });
    expect(inBin.hashes).not.toContain(one.blobSha);
    expect(inBin.needed).toBe(1);
  });

  it('looks again at the moment itself: a plan may be old', async () => {
    const context = await filled(20);
    await weigh(context);
    const plan = await planRelease(context.db, { what: 'binPictures' });
    expect(plan.hashes.length).toBeGreaterThan(0);
    await context.db.articles.toCollection().modify({ state: 'kept' });
    expect(await release(context, plan)).toEqual({ blobs: 0, bytes: 0 });
  });

  it('stops between two steps, and the rest is whole', async () => {
    const context = await filled(80);
    await weigh(context);
    const plan = await planRelease(context.db, { what: 'pages', before: LATER });
    const stop = new AbortController();
    const { blobs } = await release(context, plan, () => stop.abort(), stop.signal);
    expect(blobs).toBe(50);
    const rest = await planRelease(context.db, { what: 'pages', before: LATER });
    expect(rest.hashes).toHaveLength(plan.hashes.length - 50);
  });

  it('killed at any write has changed nothing of that step, and is done when asked again', async () => {
    const context = await filled(8);
    const { db } = context;
    await weigh(context);
    const plan = await planRelease(db, { what: 'pictures', above: 0 });
    const rows = async () =>
      JSON.stringify([await db.blobs.toArray(), await db.pictures.toArray(), await db.ledger.toArray()]);
    const before = await rows();
    const tables = [db.blobs, db.pictures, db.weights, db.ledger];
    /** Lets go, but the write of this number does not happen. null: it was killed. */
    async function killedAt(number: number) {
      let writes = 0;
      const kill = () => {
        writes += 1;
        if (writes === number) throw new Error('killed');
      };
      for (const table of tables) {
        table.hook('creating', kill);
        table.hook('updating', kill);
        table.hook('deleting', kill);
      }
      const released = await release(context, plan).catch(() => null);
      for (const table of tables)
        for (const event of ['creating', 'updating', 'deleting'] as const)
          table.hook(event).unsubscribe(kill);
      return released;
    }
    const traces: string[] = [];
    let kills = 0;
    let released = await killedAt(1);
    while (!released) {
      kills += 1;
      traces.push(await rows());
      released = await killedAt(kills + 1);
    }
    expect(kills).toBeGreaterThan(3);
    expect(new Set(traces)).toEqual(new Set([before]));
    expect(released.bytes).toBe(plan.bytes);
    expect(await firstBrokenLedgerEntry(context)).toBeNull();
  });
});

describe('an archive file', () => {
  it('says what was let go; taken in elsewhere it is the same again', async () => {
    const context = await filled(6);
    await letGo(context, { what: 'pages', before: LATER });
    await letGo(context, { what: 'pictures', above: 500 });
    const text = await exported(context.db);
    expect(text).toContain('"releasedAt":"');
    const elsewhere = await testArchive();
    await elsewhere.db.projects.clear();
    await takeIn(elsewhere, text);
    expect(await exported(elsewhere.db)).toBe(text);
  });

  it('from before brings the bytes back, and one from after takes none away', async () => {
    const context = await filled(6);
    const whole = await exported(context.db);
    const pictures = await context.db.pictures.toArray();
    await letGo(context, { what: 'pages', before: LATER });
    await letGo(context, { what: 'pictures', above: 0 });
    const without = await exported(context.db);
    await takeIn(context, whole);
    expect(await exported(context.db)).toBe(whole);
    expect(await context.db.pictures.toArray()).toEqual(pictures);
    await takeIn(context, without);
    expect(await exported(context.db)).toBe(whole);
  });

  it('with bytes in a record that says they are gone is refused', async () => {
    const context = await filled(2);
    const whole = await exported(context.db);
    const forged = whole.replace(/("compression":"gzip")/, '$1,"releasedAt":"2026-01-01T00:00:00.000Z"');
    const planned = await planImport((await testArchive()).db, new Blob([forged]));
    expect(planned).toMatchObject({ ok: false, error: { code: 'badRecord' } });
  });
});
