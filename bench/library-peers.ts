/** Peers of the library in the same page: raw IndexedDB, Dexie with four indexes, SQLite's FTS5, MiniSearch. */
import Dexie from 'dexie';
import MiniSearch from 'minisearch';
import type { Fts5Request } from './fts5-worker';
import type { TimedQuery } from './library-queries';
import { foldPlainly } from './plain-scan';
import type { SyntheticRows } from './synthetic-articles';

const RAW_STORES = ['articles', 'versions', 'pictures'] as const;

export interface TimedAnswer {
  kind: string;
  ms: number;
  /** Rows that came back. */
  hits: number;
}

/** Puts into stores with a primary key and nothing else: what the browser itself takes. */
export class RawPeer {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(): Promise<RawPeer> {
    const request = indexedDB.open('bench-raw', 1);
    request.addEventListener('upgradeneeded', () => {
      for (const store of RAW_STORES) request.result.createObjectStore(store, { keyPath: 'id' });
    });
    await done(request, 'success');
    return new RawPeer(request.result);
  }

  async put(rows: SyntheticRows[]): Promise<void> {
    const transaction = this.db.transaction(RAW_STORES, 'readwrite', { durability: 'strict' });
    for (const { article, version, pictures } of rows) {
      transaction.objectStore('articles').put(article);
      transaction.objectStore('versions').put(version);
      for (const picture of pictures) transaction.objectStore('pictures').put(picture);
    }
    await done(transaction, 'complete');
  }

  async drop(): Promise<void> {
    this.db.close();
    await done(indexedDB.deleteDatabase('bench-raw'), 'success');
  }
}

/** A request's success or a transaction's completion; rejects with its error. */
function done(target: IDBRequest | IDBTransaction, event: 'success' | 'complete'): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(event, () => resolve());
    target.addEventListener('error', () => reject(target.error ?? new Error('IndexedDB refused')));
    target.addEventListener('abort', () => reject(target.error ?? new Error('IndexedDB gave up')));
  });
}

/** What an application would have without search: four indexes on the articles. */
export class DexiePeer {
  private readonly db = new Dexie('bench-dexie', { chromeTransactionDurability: 'strict' });

  constructor() {
    this.db
      .version(1)
      .stores({ articles: 'id, *addresses, state, savedAt, shown.outlet', versions: 'id', pictures: 'id' });
  }

  async put(rows: SyntheticRows[]): Promise<void> {
    await this.db.transaction('rw', ['articles', 'versions', 'pictures'], async () => {
      await this.db.table('articles').bulkPut(rows.map(({ article }) => article));
      await this.db.table('versions').bulkPut(rows.map(({ version }) => version));
      await this.db.table('pictures').bulkPut(rows.flatMap(({ pictures }) => pictures));
    });
  }

  async drop(): Promise<void> {
    await this.db.delete();
  }
}

export class Fts5Peer {
  private constructor(private readonly worker: Worker) {}

  static async open(): Promise<Fts5Peer> {
    const url = '/bench/fts5-worker.js';
    const policy = (
      globalThis as {
        trustedTypes?: {
          createPolicy(
            name: string,
            rules: { createScriptURL(text: string): string },
          ): {
            createScriptURL(text: string): string;
          };
        };
      }
    ).trustedTypes?.createPolicy('bench', { createScriptURL: (text) => text });
    const worker = new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' });
    const peer = new Fts5Peer(worker);
    await peer.ask({ ask: 'open', sqlite: '/bench/sqlite/index.mjs' });
    return peer;
  }

  ask<T>(request: Fts5Request): Promise<T> {
    return new Promise((resolve, reject) => {
      this.worker.addEventListener(
        'message',
        ({ data }: MessageEvent<{ value: T; error?: string }>) =>
          data.error ? reject(new Error(data.error)) : resolve(data.value),
        { once: true },
      );
      this.worker.postMessage(request);
    });
  }

  /** @returns milliseconds that SQLite took */
  insert(rows: { id: string; title: string; folded: string }[]): Promise<number> {
    return this.ask<number>({ ask: 'insert', rows });
  }

  /** The queries one after the other, 20 rows fetched each. */
  async times(queries: TimedQuery[], isRanked: boolean): Promise<TimedAnswer[]> {
    const answers: TimedAnswer[] = [];
    for (const query of queries) {
      const match = matchOf(query);
      const start = performance.now();
      const hits = await this.ask<number>({ ask: 'query', match, isRanked });
      answers.push({ kind: query.kind, ms: performance.now() - start, hits });
    }
    return answers;
  }

  async close(): Promise<void> {
    await this.ask({ ask: 'close' });
    this.worker.terminate();
  }
}

/** FTS5's own language; its texts were folded before. */
function matchOf({ mode, typed }: TimedQuery): string {
  const words = foldPlainly(typed).trim().split(' ');
  if (mode === 'phrase') return `"${words.join(' ')}"`;
  return words.map((word) => (mode === 'prefix' ? `"${word}" *` : `"${word}"`)).join(' AND ');
}

export const MINISEARCH_LIMIT = 10_000;

export function makeMiniSearch(): MiniSearch<{ id: string; text: string }> {
  return new MiniSearch({ fields: ['text'], tokenize: (text) => foldPlainly(text).trim().split(' ') });
}
