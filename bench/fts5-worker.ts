/** The limit that search is held against: SQLite's FTS5 in the origin's private file system, in a worker. */

// No types of its own for use by address: the files of the package are copied beside the bench, not bundled.
interface Statement {
  bind(values: unknown[]): Statement;
  step(): boolean;
  stepReset(): Statement;
  reset(): Statement;
  get(column: number): unknown;
  finalize(): void;
}
interface Sqlite {
  installOpfsSAHPoolVfs(options: { name: string }): Promise<{
    OpfsSAHPoolDb: new (name: string) => { exec(sql: string): void; prepare(sql: string): Statement };
    wipeFiles(): Promise<void>;
  }>;
}

export type Fts5Request =
  | { ask: 'open'; sqlite: string }
  | { ask: 'insert'; rows: { id: string; title: string; folded: string }[] }
  | { ask: 'query'; match: string; isRanked: boolean }
  | { ask: 'size' }
  | { ask: 'close' };

let pool: Awaited<ReturnType<Sqlite['installOpfsSAHPoolVfs']>>;
let db: InstanceType<(typeof pool)['OpfsSAHPoolDb']>;

async function answer(request: Fts5Request): Promise<unknown> {
  switch (request.ask) {
    case 'open': {
      const { default: init } = (await import(/* @vite-ignore */ request.sqlite)) as {
        default: () => Promise<Sqlite>;
      };
      pool = await (await init()).installOpfsSAHPoolVfs({ name: 'bench' });
      await pool.wipeFiles();
      db = new pool.OpfsSAHPoolDb('/fts5.db');
      db.exec(
        `pragma journal_mode = truncate; pragma synchronous = normal;
         create table articles (doc integer primary key, id text, title text, text text);
         create virtual table words using fts5 (text, content = '', tokenize = 'unicode61');`,
      );
      return null;
    }
    case 'insert': {
      const start = performance.now();
      db.exec('begin');
      const row = db.prepare('insert into articles (id, title, text) values (?, ?, ?)');
      const words = db.prepare('insert into words (rowid, text) values (last_insert_rowid(), ?)');
      for (const { id, title, folded } of request.rows) {
        row.bind([id, title, folded]).stepReset();
        words.bind([folded]).stepReset();
      }
      row.finalize();
      words.finalize();
      db.exec('commit');
      return performance.now() - start;
    }
    case 'query': {
      const found = db.prepare(
        `select articles.id, articles.title, articles.text from words join articles on articles.doc = words.rowid
         where words match ? ${request.isRanked ? 'order by rank' : ''} limit 20`,
      );
      found.bind([request.match]);
      const ids: unknown[] = [];
      while (found.step()) ids.push([found.get(0), found.get(1), found.get(2)]);
      found.finalize();
      return ids.length;
    }
    case 'size': {
      const pages = db.prepare('select sum(length(block)) from words_data');
      pages.step();
      const bytes = pages.get(0);
      pages.finalize();
      return bytes;
    }
    case 'close':
      await pool.wipeFiles();
      return null;
  }
}

let last: Promise<unknown> = Promise.resolve();
globalThis.addEventListener('message', ({ data }: MessageEvent<Fts5Request>) => {
  last = last
    .then(() => answer(data))
    .then(
      (value) => globalThis.postMessage({ value }),
      (error: unknown) => globalThis.postMessage({ error: String(error) }),
    );
});
