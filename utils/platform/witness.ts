/**
 * A witness of the archive outside IndexedDB. On a full disk or after damage a browser may silently recreate the database
 * empty; `storage.local` survived every such wipe we know of (domain/quality.md §0). It holds the generation (a random id
 * also kept in the database) and the number of articles last seen.
 */
import { browser } from 'wxt/browser';

export interface Witness {
  generation: string;
  articles: number;
}

const KEY = 'witness';

export async function readWitness(): Promise<Witness | null> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<Witness> | undefined;
  return typeof stored?.generation === 'string' && typeof stored.articles === 'number'
    ? { generation: stored.generation, articles: stored.articles }
    : null;
}

export async function writeWitness(witness: Witness): Promise<void> {
  await browser.storage.local.set({ [KEY]: witness });
}

/** Written down when the database was found replaced, so that the library can say so until the user has read it. */
export interface LostArchive {
  articles: number;
  noticedAt: string;
}

export async function readLostArchive(): Promise<LostArchive | null> {
  const stored = (await browser.storage.local.get('lostArchive')).lostArchive as
    | Partial<LostArchive>
    | undefined;
  return typeof stored?.articles === 'number' && typeof stored.noticedAt === 'string'
    ? { articles: stored.articles, noticedAt: stored.noticedAt }
    : null;
}

export async function writeLostArchive(lost: LostArchive | null): Promise<void> {
  if (lost) await browser.storage.local.set({ lostArchive: lost });
  else await browser.storage.local.remove('lostArchive');
}

/** A random name of this device, made once: it names the ledger's chain. */
export async function deviceId(): Promise<string> {
  const stored = (await browser.storage.local.get('device')).device;
  if (typeof stored === 'string') return stored;
  const made = crypto.randomUUID();
  await browser.storage.local.set({ device: made });
  return made;
}
