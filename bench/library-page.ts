/**
 * The page side of `npm run bench:library`: runs in the extension's own origin, on its real archive. Node calls the functions
 * of `globalThis.libraryBench`; nothing of this is in the product's package.
 */
import { openDatabase } from '@/utils/db/open';
import { derivedBytes, lookUps, singleSaves } from './library-asked';
import { Filling, timeOf } from './library-fill';
import { Fts5Peer } from './library-peers';
import { mergeTail, pairSome } from './library-product';
import { hitQueries, timedQueries } from './library-queries';
import { groundOf, hitsOf, productTimes } from './library-search';
import type { ScannedQuery } from './plain-scan';
import { SyntheticWords } from './synthetic-words';

export interface WrongHits {
  query: ScannedQuery;
  hits: number;
  missed: number;
  tooMany: number;
}

async function open() {
  const answer = await fetch('/bench/words.json');
  const words = new SyntheticWords(((await answer.json()) as string[] | null) ?? undefined);
  const db = await openDatabase();
  let filling: Filling | null = null;
  const filler = () => (filling ??= new Filling(db, words));
  return {
    openFts5: async () => {
      filler().fts5 = await Fts5Peer.open();
    },
    closeFts5: async () => filler().fts5?.close(),
    openWritePeers: () => filler().openWritePeers(),
    dropDexie: () => filler().dropDexie(),
    dropWritePeers: () => filler().dropWritePeers(),
    fill: (count: number) => filler().fill(count),
    found: () => Promise.resolve(filler().scan.found),
    fts5Times: (isRanked: boolean) => filler().fts5!.times(timedQueries(words), isRanked),
    fts5Bytes: () => filler().fts5!.ask<number>({ ask: 'size' }),
    miniTimes: () => filler().miniTimes(timedQueries(words)),
    dropMini: async () => {
      filler().mini = null;
    },
    // One lot each time: no call may outlast the driver's patience.
    pairSome: () => pairSome(db),
    mergeAll: () => timeOf(() => mergeTail(db, true)),
    timedQueries: () => Promise.resolve(timedQueries(words)),
    productTimes: async () => productTimes(db, await groundOf(db), timedQueries(words)),
    wrongHits: async ({ first, last }: { first: number; last: number }) => {
      const ground = await groundOf(db);
      const wrong: WrongHits[] = [];
      for (const [n, query] of hitQueries(words).slice(first, last).entries()) {
        const hits = new Set(await hitsOf(db, ground, query));
        const truth = filler().scan.found[first + n]!;
        const missed = truth.filter((id) => !hits.has(id)).length;
        // What was saved by the single saves is not of the scan.
        const scanned = new Set(truth);
        const tooMany = [...hits].filter((id) => !scanned.has(id) && filler().ids.has(id)).length;
        wrong.push({ query, hits: hits.size, missed, tooMany: tooMany });
      }
      return wrong;
    },
    hitQueries: () => Promise.resolve(hitQueries(words).length),
    lookUps: ({ size, count }: { size: number; count: number }) => lookUps(db, size, count),
    singleSaves: (wish: { first: number; count: number }) => singleSaves(db, words, wish),
    derivedBytes: () => derivedBytes(db),
  };
}

export type LibraryBench = Awaited<ReturnType<typeof open>>;

Object.assign(globalThis, { libraryBench: open() });
