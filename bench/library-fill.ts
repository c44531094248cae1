/** Fills the archive of the extension with synthetic articles, beside peers that write the same rows by turns. */
import type MiniSearch from 'minisearch';
import type { PressmarkDatabase } from '@/utils/db/schema';
import {
  DexiePeer,
  type Fts5Peer,
  makeMiniSearch,
  MINISEARCH_LIMIT,
  RawPeer,
  type TimedAnswer,
} from './library-peers';
import { mergeTail, putArticles } from './library-product';
import { hitQueries, type TimedQuery } from './library-queries';
import { foldPlainly, PlainScan, searchedText, writePlainly } from './plain-scan';
import { articleAt, type SyntheticRows } from './synthetic-articles';
import type { SyntheticWords } from './synthetic-words';

export const SEED = 1;
/** Articles in a transaction. */
const LOT = 250;

/** Milliseconds by who wrote. */
export interface Spent {
  articles: number;
  product: number;
  /** The word index's tail merged into segments. */
  merging: number;
  raw: number;
  dexie: number;
  fts5: number;
  miniSearch: number;
}

export async function timeOf(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}

export class Filling {
  filled = 0;
  readonly ids = new Set<string>();
  fts5: Fts5Peer | null = null;
  mini: MiniSearch<{ id: string; text: string }> | null = makeMiniSearch();
  readonly scan: PlainScan;
  /** It holds all articles of a step of the archive: what a put takes grows with what is there, for every one who writes. */
  private raw: RawPeer | null = null;
  private dexie: DexiePeer | null = null;

  constructor(
    private readonly db: PressmarkDatabase,
    private readonly words: SyntheticWords,
  ) {
    this.scan = new PlainScan(hitQueries(words));
  }

  async openWritePeers(): Promise<void> {
    this.raw ??= await RawPeer.open();
    this.dexie ??= new DexiePeer();
  }

  async dropDexie(): Promise<void> {
    await this.dexie?.drop();
    this.dexie = null;
  }

  /** All IndexedDB of an origin is one store on disk: what stays would slow down what is measured next. */
  async dropWritePeers(): Promise<void> {
    await this.dropDexie();
    await this.raw?.drop();
    this.raw = null;
  }

  /** The next `count` articles. Making and scanning them is not measured. */
  async fill(count: number): Promise<Spent> {
    const spent: Spent = {
      articles: count,
      product: 0,
      merging: 0,
      raw: 0,
      dexie: 0,
      fts5: 0,
      miniSearch: 0,
    };
    for (const end = this.filled + count; this.filled < end;) {
      const lot: SyntheticRows[] = [];
      const texts: { id: string; title: string; folded: string }[] = [];
      for (let index = this.filled; index < Math.min(this.filled + LOT, end); index += 1) {
        const rows = await articleAt(this.words, SEED, index);
        const text = searchedText(rows);
        const folded = foldPlainly(text);
        this.scan.look(rows.article.id, folded, writePlainly(text));
        texts.push({ id: rows.article.id, title: rows.article.shown.title, folded });
        this.ids.add(rows.article.id);
        lot.push(rows);
      }
      await this.write(lot, spent);
      spent.merging += await timeOf(() => mergeTail(this.db, false));
      if (this.fts5) spent.fts5 += await this.fts5.insert(texts);
      const { mini } = this;
      if (mini && this.filled < MINISEARCH_LIMIT)
        spent.miniSearch += await timeOf(() =>
          mini.addAllAsync(texts.map(({ id, folded }) => ({ id, text: folded }))),
        );
      this.filled += lot.length;
    }
    return spent;
  }

  /** MiniSearch has no phrases: their words anywhere stand for them. Its rows come from the archive, as ours do. */
  async miniTimes(queries: TimedQuery[]): Promise<TimedAnswer[]> {
    const answers: TimedAnswer[] = [];
    for (const { kind, mode, typed } of queries) {
      const start = performance.now();
      const found = this.mini!.search(typed, { combineWith: 'AND', prefix: mode === 'prefix' });
      const rows = await this.db.articles.bulkGet(found.slice(0, 20).map(({ id }) => String(id)));
      answers.push({ kind, ms: performance.now() - start, hits: rows.length });
    }
    return answers;
  }

  private async write(lot: SyntheticRows[], spent: Spent): Promise<void> {
    const { raw, dexie } = this;
    const writers: ['product' | 'raw' | 'dexie', () => Promise<void>][] = [
      ['product', () => putArticles(this.db, lot)],
    ];
    if (raw) writers.push(['raw', () => raw.put(lot)]);
    if (dexie) writers.push(['dexie', () => dexie.put(lot)]);
    // By turns: who comes first finds the browser's caches cold.
    const turn = (this.filled / LOT) % writers.length;
    for (const [name, write] of [...writers.slice(turn), ...writers.slice(0, turn)])
      spent[name] += await timeOf(write);
  }
}
