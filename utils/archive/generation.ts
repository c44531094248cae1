/**
 * The archive's generation: a random id kept in the database and, beside the number of articles, outside it. When they
 * no longer agree the browser has silently replaced the database (full disk, damage), and the user is told at once.
 */
import type { ArchiveContext } from './types';

export interface Witness {
  generation: string;
  /** As many as were ever numbered. */
  articles: number;
}

const KEY = 'generation';

/** Asks for nothing that grows with the archive: it is asked after every save. */
export async function witnessOf(context: ArchiveContext): Promise<Witness> {
  const { db } = context;
  const [generation, articles] = await db.transaction('r', ['settings', 'docs', 'articles'], () =>
    Promise.all([readGeneration(context), countNumbered(context)]),
  );
  return { generation: generation ?? (await nameGeneration(context)), articles };
}

/** Counting rows takes the longer the more there are; documents are numbered one after the other as they come. */
async function countNumbered({ db }: ArchiveContext): Promise<number> {
  const [last, some] = await Promise.all([
    db.docs.orderBy('doc').lastKey(),
    db.articles.limit(1).primaryKeys(),
  ]);
  return Math.max(Number(last ?? -1) + 1, some.length);
}

async function readGeneration({ db }: ArchiveContext): Promise<string | null> {
  const value = (await db.settings.get(KEY))?.value;
  return typeof value === 'string' ? value : null;
}

async function nameGeneration(context: ArchiveContext): Promise<string> {
  const { db } = context;
  return db.transaction('rw', db.settings, async () => {
    const named = await readGeneration(context);
    if (named !== null) return named;
    const value = context.uuid();
    await db.settings.put({ key: KEY, value });
    return value;
  });
}

/** Was the database replaced since `before` was written down? An archive that was empty then has lost nothing. */
export function isReplaced(before: Witness | null, now: Witness): boolean {
  return before !== null && before.articles > 0 && before.generation !== now.generation;
}
