/**
 * Articles whose derived rows are behind. Promise: whatever writes a row that the catalogue or the search index is made from
 * marks its article in the same transaction, whoever wrote it: a verb, an undo, an import. So nothing has to remember it.
 */
import Dexie, { type DBCore, type DBCoreMutateRequest, type DBCoreTable, type Middleware } from 'dexie';

type Trans = DBCoreMutateRequest['trans'];

/** What the derived rows are made from. */
export const SOURCE_TABLES: readonly string[] = [
  'articles',
  'versions',
  'pictures',
  'annotations',
  'placements',
  'codings',
  'memos',
  'revisits',
];

/** Their rows have the id of the article. */
const BY_ARTICLE: readonly string[] = ['articles', 'revisits'];

interface SourceRow {
  id: string;
  articleId?: string;
  subjectType?: string;
  subjectId?: string;
}

/** Tables in which a memo's subject says which article it belongs to. */
const TABLE_OF_SUBJECT: Record<string, string> = { annotation: 'annotations', coding: 'codings' };

/** A transaction that writes sources spans the marks too; with memos, what they may be about. */
function widened(stores: string[]): string[] {
  if (!stores.some((store) => SOURCE_TABLES.includes(store))) return stores;
  const more = stores.includes('memos') ? ['stale', ...Object.values(TABLE_OF_SUBJECT)] : ['stale'];
  return [...new Set([...stores, ...more])];
}

type Soon<T> = PromiseLike<T>;
// Dexie's own promises, chained by `then`: after a native `await` here the transaction at work would be forgotten.
const soon = <T>(value: T): Soon<T> => Dexie.Promise.resolve(value);

/** Ids of the articles that rows of a table belong to. Rows may be missing: nothing was there to be deleted. */
function articlesOf(
  core: DBCore,
  trans: Trans,
  table: string,
  rows: (SourceRow | undefined)[],
): Soon<string[]> {
  const here = rows.filter((row) => row !== undefined);
  if (BY_ARTICLE.includes(table)) return soon(here.map(({ id }) => id));
  if (table !== 'memos') return soon(here.flatMap(({ articleId }) => articleId ?? []));
  const subjectsOf = (type: string) =>
    here.flatMap(({ subjectType, subjectId }) => (subjectType === type && subjectId ? [subjectId] : []));
  const through = Object.entries(TABLE_OF_SUBJECT).map(([type, subjectTable]): Soon<string[]> => {
    const keys = subjectsOf(type);
    if (keys.length === 0) return soon([]);
    return core
      .table(subjectTable)
      .getMany({ trans, keys })
      .then((subjects: (SourceRow | undefined)[]) => subjects.flatMap((row) => row?.articleId ?? []));
  });
  return Dexie.Promise.all(through).then((found) => [...subjectsOf('article'), ...found.flat()]);
}

/** Rows that a request is about to write or delete. */
function rowsOf(table: DBCoreTable, req: DBCoreMutateRequest): Soon<(SourceRow | undefined)[]> {
  const { trans } = req;
  if (req.type === 'add' || req.type === 'put') return soon([...req.values] as SourceRow[]);
  if (req.type === 'delete') return table.getMany({ trans, keys: req.keys });
  const query = { index: table.schema.primaryKey, range: req.range };
  return table.query({ trans, values: true, query }).then(({ result }) => result as SourceRow[]);
}

/** Articles of a transaction that need no mark, or no further one. */
const marked = new WeakMap<Trans, Set<string>>();

function marks(trans: Trans): Set<string> {
  const known = marked.get(trans) ?? new Set<string>();
  marked.set(trans, known);
  return known;
}

/** See `PressmarkDatabase.willDerive`. */
export function markNone(ids: readonly string[]): void {
  const trans = Dexie.currentTransaction?.idbtrans;
  if (trans) for (const id of ids) marks(trans).add(id);
}

export const MARK_STALE: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'MarkStale',
  // Beneath Dexie's hooks, which know only the tables a transaction was asked for; above what tells the watchers.
  level: 1,
  create(core) {
    function mark(table: DBCoreTable, req: DBCoreMutateRequest): Soon<unknown> {
      const { trans } = req;
      return rowsOf(table, req)
        .then((rows) => articlesOf(core, trans, table.name, rows))
        .then((ids): Soon<unknown> => {
          const known = marks(trans);
          const values = [...new Set(ids)].filter((id) => !known.has(id)).map((id) => ({ id }));
          if (values.length === 0) return soon(null);
          for (const { id } of values) known.add(id);
          return core.table('stale').mutate({ type: 'put', trans, values });
        });
    }
    return {
      ...core,
      transaction: (stores, mode, options) =>
        core.transaction(mode === 'readwrite' ? widened(stores) : stores, mode, options),
      table(name) {
        const table = core.table(name);
        if (name === 'stale')
          return {
            ...table,
            mutate(req) {
              // Caught up: what the same transaction writes after this must be marked anew.
              if (req.type !== 'add' && req.type !== 'put') marked.delete(req.trans);
              return table.mutate(req);
            },
          };
        if (!SOURCE_TABLES.includes(name)) return table;
        return {
          ...table,
          // The marking asks first: what is deleted must be read before it is gone.
          mutate: (req) =>
            Dexie.Promise.all([mark(table, req), table.mutate(req)]).then(([, response]) => response),
        };
      },
    };
  },
};
