/**
 * Keeping derived rows (`utils/db/derived.ts`) up. Promise: an article is either up to date or marked `stale`; whatever
 * kills the background between two steps, the next `catchUp` goes on where it was. A new kind of derived row is one more
 * function in `DERIVERS`.
 */
import { DERIVED_TABLES, type DocNumber } from '@/utils/db/derived';
import type { Article, TableName, Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { catalogueArticles } from './catalogue-articles';
import type { HangingRows } from './catalogue-entry';
import type { DerivedEntry, Deriver } from './derived-entry';
import { exclusively } from './exclusive';
import { indexArticles, packArticle } from './index-articles';
import { markElsewhere, pairedWith } from './mark-elsewhere';
import type { Ahead } from './read-ahead';
import { sketchArticles } from './sketch-articles';
import type { ArchiveContext } from './types';

/** Each brings its own rows up for the same articles, in the same transaction; none reads what another writes. */
const DERIVERS: readonly Deriver[] = [catalogueArticles, indexArticles, sketchArticles];

/** What a transaction that calls `deriveArticles` must span. */
export const DERIVING_TABLES: readonly (TableName | (typeof DERIVED_TABLES)[number])[] = [
  ...DERIVED_TABLES,
  'articles',
  'versions',
  'pictures',
  'annotations',
  'placements',
  'codings',
  'memos',
  'revisits',
];

/** Articles in a transaction of `catchUp`. A verb waits no longer than for one. */
const BATCH = 100;
/** Marks that are sorted at once. */
const MOST_SORTED = 20_000;
/** Marks written in a transaction of `markAll`. */
const MARKS_AT_ONCE = 5_000;

type NumberedDoc = DocNumber & Pick<DerivedEntry, 'isNew'>;

/**
 * Numbers of documents, in the order asked for; those without one get the next. A number is given once and never again. The rows
 * of new ones are not written yet: `indexArticles` does, with what their words were made from. Inside a transaction over `docs`.
 */
async function numberDocs(db: PressmarkDatabase, ids: readonly string[]): Promise<NumberedDoc[]> {
  const [known, last] = await Promise.all([db.docs.bulkGet([...ids]), db.docs.orderBy('doc').lastKey()]);
  const given = new Map<string, NumberedDoc>();
  let next = Number(last ?? -1) + 1;
  for (const [n, id] of ids.entries()) {
    if (known[n] || given.has(id)) continue;
    given.set(id, { id, doc: next, isNew: true });
    next += 1;
  }
  return ids.map((id, n) => known[n] ?? given.get(id)!);
}

/**
 * Brings up what is derived from these articles and takes their marks away. Call it last inside a running transaction over
 * `DERIVING_TABLES`: what is written after it is marked again.
 * @param versionOf the latest version of an article where it is new; by default it is read when needed
 * @param inHandOf rows of an article that were just written, so that they need not be read
 * @param ahead what was read before the transaction of the one article there is: then nothing is read any more, nor a mark taken
 *   away; the caller keeps off new ones (`PressmarkDatabase.willDerive`)
 */
export async function deriveArticles(
  db: PressmarkDatabase,
  articles: readonly Article[],
  versionOf?: (article: Article) => Version | undefined,
  inHandOf?: (article: Article) => Partial<HangingRows>,
  ahead?: Ahead | null,
): Promise<void> {
  const ids = articles.map(({ id }) => id);
  const numbering: Promise<NumberedDoc[]> = ahead
    ? Promise.resolve(ids.map((id) => ({ id, doc: ahead.doc, isNew: true })))
    : numberDocs(db, ids);
  // What the caller has to write goes out first: while the database is at that, the words are packed.
  await Promise.resolve();
  const packed = articles.map((article) => {
    const version = versionOf?.(article);
    return ahead?.packed ?? (version && packArticle(article, version));
  });
  const docs = await numbering;
  const entries = articles.map((article, n): DerivedEntry => {
    let version: Promise<Version | undefined> | null = null;
    return {
      ...docs[n]!,
      article: article.deletedAt || article.mergedInto ? null : article,
      version: () => {
        const given = versionOf?.(article);
        version ??= given ? Promise.resolve(given) : db.versions.get(article.latestVersionId);
        return version;
      },
      packed: packed[n],
      inHand: inHandOf?.(article) ?? {},
    };
  });
  await settle(db, entries, ahead);
}

async function settle(
  db: PressmarkDatabase,
  entries: readonly DerivedEntry[],
  ahead?: Ahead | null,
): Promise<void> {
  const paired = ahead ? [] : await pairedWith(db, entries);
  await Promise.all([
    ...DERIVERS.map((derive) => derive(db, entries, ahead)),
    !ahead && db.stale.bulkDelete(entries.map(({ id }) => id)),
  ]);
  await markElsewhere(db, paired);
}

/** Articles whose row is gone, too: whatever stands under their number goes. Those never numbered left nothing behind. */
async function settleMissing(db: PressmarkDatabase, ids: readonly string[]): Promise<void> {
  const docs = await db.docs.bulkGet([...ids]);
  const entries = docs.flatMap((row): DerivedEntry[] =>
    row
      ? [
          {
            ...row,
            article: null,
            version: () => Promise.resolve(undefined),
            inHand: {},
          },
        ]
      : [],
  );
  if (entries.length > 0) await settle(db, entries);
  await db.stale.bulkDelete([...ids]);
}

export interface CatchUpWish {
  onProgress?: (progress: { done: number; left: number }) => void;
  signal?: AbortSignal;
}

/**
 * Brings up all marked articles, a batch in each transaction. May be stopped after any of them; what is left is still marked.
 * @returns how many were brought up
 */
export async function catchUp(
  context: ArchiveContext,
  { onProgress, signal }: CatchUpWish = {},
): Promise<number> {
  const { db } = context;
  let done = 0;
  while (!signal?.aborted) {
    const marked = await db.stale.limit(MOST_SORTED).primaryKeys();
    if (marked.length === 0) break;
    const sorted = await byNumber(db, marked);
    for (let at = 0; at < sorted.length && !signal?.aborted; at += BATCH) {
      const ids = sorted.slice(at, at + BATCH);
      await exclusively(() => bringUp(db, ids));
      done += ids.length;
      if (onProgress) onProgress({ done, left: await db.stale.count() });
    }
  }
  return done;
}

/** Neighbours in the catalogue together, so that a batch writes few chunks. */
async function byNumber(db: PressmarkDatabase, ids: string[]): Promise<string[]> {
  const docs = await db.docs.bulkGet(ids);
  const number = new Map(ids.map((id, n) => [id, docs[n]?.doc ?? Infinity]));
  return ids.toSorted((a, b) => {
    const [one, other] = [number.get(a)!, number.get(b)!];
    return one === other ? 0 : one - other;
  });
}

function bringUp(db: PressmarkDatabase, ids: string[]): Promise<void> {
  return db.transaction('rw', [...DERIVING_TABLES], async () => {
    // A verb may have brought some up meanwhile.
    const left = (await db.stale.bulkGet(ids)).flatMap((mark) => (mark ? [mark.id] : []));
    const articles = await db.articles.bulkGet(left);
    const here = articles.filter((article) => article !== undefined);
    if (here.length > 0) await deriveArticles(db, here);
    const missing = left.filter((_, n) => !articles[n]);
    if (missing.length > 0) await settleMissing(db, missing);
  });
}

/** Key in `settings`: which form the derived rows have, and how far the marking of all articles has come. */
const FORM_KEY = 'derived/form';
/** Counted up when derived rows must be made anew. */
const FORM = 2;

interface Form {
  form: number;
  /** The last article that was marked; null: all were. */
  after: string | null;
}

/**
 * At every start: an archive from before there were derived rows, or with rows of another form, has all its articles marked,
 * in steps. `catchUp` does the rest.
 */
export async function markUnderived(context: ArchiveContext): Promise<void> {
  const { db } = context;
  for (let isDone = false; !isDone;) {
    isDone = await exclusively(() =>
      db.transaction('rw', ['settings', 'articles', 'stale'], async () => {
        const known = (await db.settings.get(FORM_KEY))?.value as Form | undefined;
        if (known?.form === FORM && known.after === null) return true;
        const after = known?.form === FORM ? known.after! : '';
        const ids = await db.articles.where('id').above(after).limit(MARKS_AT_ONCE).primaryKeys();
        await db.stale.bulkPut(ids.map((id) => ({ id })));
        const isLast = ids.length < MARKS_AT_ONCE;
        await db.settings.put({
          key: FORM_KEY,
          value: { form: FORM, after: isLast ? null : ids.at(-1)! } satisfies Form,
        });
        return isLast;
      }),
    );
  }
}

/** Marks every article, to have all derived rows made anew: they were found damaged, or someone asks. */
export async function markAll(context: ArchiveContext): Promise<void> {
  await exclusively(() => context.db.settings.delete(FORM_KEY));
  await markUnderived(context);
}
