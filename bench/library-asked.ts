/** What is measured in a page of the extension on the archive as it stands. */
import { findArticle } from '@/utils/archive/find-article';
import { saveArticle } from '@/utils/archive/save-article';
import type { ArchiveContext } from '@/utils/archive/types';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { SEED, timeOf } from './library-fill';
import { RawPeer } from './library-peers';
import { addressAt, articleAt, captureOf } from './synthetic-articles';
import type { SyntheticWords } from './synthetic-words';

/** Milliseconds of each look-up: is this address saved? Every second one is not. */
export async function lookUps(db: PressmarkDatabase, size: number, count: number): Promise<number[]> {
  const context = { db } as ArchiveContext;
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const index = Math.floor((at * size) / count);
    const address = at % 2 === 0 ? addressAt(SEED, index) : `https://elsewhere.example/${index}.html`;
    let isFound = false;
    times.push(await timeOf(async () => (isFound = (await findArticle(context, [address])) !== null)));
    if (isFound !== (at % 2 === 0)) throw new Error(`The look-up of ${address} was wrong`);
  }
  return times;
}

/** Tables of what is made for search and lists, and nothing else. */
const DERIVED = [
  'docs',
  'catalogue',
  'stale',
  'tail',
  'segments',
  'postings',
  'pairs',
  'sketches',
  'unpaired',
] as const;

/**
 * Milliseconds of single saves through the verb, and of a raw strict transaction with the rows of one article, by turns.
 * The raw page is left out: it is packed before any transaction.
 */
export async function singleSaves(
  db: PressmarkDatabase,
  words: SyntheticWords,
  { first, count }: { first: number; count: number },
): Promise<{ product: number[]; raw: number[] }> {
  const context: ArchiveContext = {
    db,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    device: 'bench',
    browser: 'Chromium 156',
    extension: '0.1.0',
    timeZone: 'Asia/Ho_Chi_Minh',
    room: () => Promise.resolve(Infinity),
  };
  const peer = await RawPeer.open();
  const product: number[] = [];
  const raw: number[] = [];
  for (let at = first; at < first + count; at += 1) {
    const rows = await articleAt(words, SEED + 1, at);
    const capture = captureOf(words, SEED + 2, at);
    const wishes = { byHand: {}, tags: [], collections: [] };
    raw.push(await timeOf(() => peer.put([rows])));
    product.push(await timeOf(() => saveArticle(context, capture, null, [capture.pageUrl], wishes)));
  }
  await peer.drop();
  return { product, raw };
}

/** Bytes of a table's rows: their packed bytes, and their keys and texts as the browser writes them (two bytes a letter). */
export async function derivedBytes(db: PressmarkDatabase): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const name of DERIVED) {
    let sum = 0;
    await db.table(name).each((row: Record<string, unknown>) => {
      for (const value of Object.values(row)) sum += bytesOf(value);
    });
    sums[name] = sum;
  }
  return sums;
}

function bytesOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.byteLength;
  if (typeof value === 'string') return 2 * value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + bytesOf(part), 0);
  return 8;
}
