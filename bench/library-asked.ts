/** What is measured in a page of the extension on the archive as it stands. */
import { findArticle } from '@/utils/archive/find-article';
import type { ArchiveContext } from '@/utils/archive/types';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { SEED, timeOf } from './library-fill';
import { RawPeer } from './library-peers';
import { addressAt, articleAt } from './synthetic-articles';
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

/** Milliseconds of a raw strict transaction with the rows of one article. */
export async function rawSingles(words: SyntheticWords, count: number): Promise<number[]> {
  const peer = await RawPeer.open();
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const rows = await articleAt(words, SEED + 1, at);
    times.push(await timeOf(() => peer.put([rows])));
  }
  await peer.drop();
  return times;
}
