/**
 * Letting bytes go for good. Promise: what goes, what says so, and the ledger's entry are one transaction; killed in the middle,
 * some went and are told of, the others are whole. The hash stays where the bytes were: a version still says which page it
 * was made from, and a file that still has the bytes brings them back.
 */
import type { Picture, StoredBlob } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { utcIso } from './clock';
import { exclusively } from './exclusive';
import { nextLedgerEntry } from './ledger';
import type { ReleasePlan, ReleaseWish } from './plan-release';
import type { ArchiveContext } from './types';

/** Blobs in one step: what a verb of the background waits for, and what one ledger entry names. */
export const RELEASED_AT_ONCE = 50;

export interface Released {
  blobs: number;
  bytes: number;
}

/**
 * Goes through a plan, step by step.
 * @param step lets some of it go (`releaseBlobs`, in the background)
 * @param signal stops between two steps; what went is gone
 */
export async function releaseInSteps(
  { wish, hashes }: ReleasePlan,
  step: (wish: ReleaseWish, hashes: string[]) => Promise<Released>,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Released> {
  const released: Released = { blobs: 0, bytes: 0 };
  for (let at = 0; at < hashes.length && !signal.aborted; at += RELEASED_AT_ONCE) {
    const { blobs, bytes } = await step(wish, hashes.slice(at, at + RELEASED_AT_ONCE));
    released.blobs += blobs;
    released.bytes += bytes;
    onProgress(Math.min(hashes.length, at + RELEASED_AT_ONCE), hashes.length);
  }
  return released;
}

/** One step: lets these go, all or none, but for those that something else has come to need meanwhile. */
export function releaseBlobs(
  context: ArchiveContext,
  wish: ReleaseWish,
  hashes: string[],
): Promise<Released> {
  return exclusively(() => releaseSome(context, wish, hashes));
}

async function releaseSome(context: ArchiveContext, wish: ReleaseWish, hashes: string[]): Promise<Released> {
  const { db } = context;
  const going: StoredBlob[] = [];
  const users = new Map<string, Picture[]>();
  // The archive is ours alone until this step is over, so that looking first and hashing between is safe.
  for (const sha256 of hashes) {
    const blob = await db.blobs.get(sha256);
    if (!blob || blob.releasedAt) continue;
    const pictures = await db.pictures.where('blobSha').equals(sha256).toArray();
    if (!(await isFree(db, wish, blob, pictures))) continue;
    going.push(blob);
    users.set(sha256, pictures);
  }
  const bytes = going.reduce((sum, blob) => sum + blob.bytes.length, 0);
  const [first] = going;
  if (!first) return { blobs: 0, bytes: 0 };
  const entry = await nextLedgerEntry(context, 'released', first.sha256, {
    what: wish.what,
    blobs: going.length,
    bytes,
    hashes: going.map(({ sha256 }) => sha256).join(' '),
  });
  const at = utcIso(context.now());
  await db.transaction('rw', [db.blobs, db.pictures, db.weights, db.ledger], async () => {
    await db.blobs.bulkPut(going.map((blob) => ({ ...blob, bytes: new Uint8Array(), releasedAt: at })));
    await db.pictures.bulkPut(
      [...users.values()].flat().map((picture): Picture => {
        const { status: _, ...rest } = picture;
        return { ...rest, outcome: 'refused', refusal: 'released' };
      }),
    );
    await db.weights.bulkDelete(going.map(({ sha256 }) => `blobs/${sha256}`));
    await db.ledger.add(entry);
  });
  return { blobs: going.length, bytes };
}

/** The wish holds for all who use it: looked at again, since the plan may be old. */
async function isFree(
  db: PressmarkDatabase,
  wish: ReleaseWish,
  blob: StoredBlob,
  pictures: Picture[],
): Promise<boolean> {
  const versions = db.versions.where('rawSha').equals(blob.sha256);
  if (wish.what === 'pages') {
    const limit = Date.parse(wish.before);
    const later = await versions.filter(({ capturedAt }) => Date.parse(capturedAt) >= limit).count();
    return pictures.length === 0 && later === 0;
  }
  if ((await versions.count()) > 0) return false;
  if (wish.what === 'pictures') return blob.bytes.length > wish.above;
  const articles = await db.articles.bulkGet(pictures.map(({ articleId }) => articleId));
  return articles.every((article) => article?.state === 'bin');
}
