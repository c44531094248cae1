/**
 * The archive's generation: a random id kept in the database and, beside the number of articles, outside it. When they
 * no longer agree the browser has silently replaced the database (full disk, damage), and the user is told at once.
 */
import type { ArchiveContext } from './types';

export interface Witness {
  generation: string;
  articles: number;
}

const KEY = 'generation';

export async function witnessOf(context: ArchiveContext): Promise<Witness> {
  const { db } = context;
  return db.transaction('rw', [db.settings, db.articles], async () => {
    const stored = await db.settings.get(KEY);
    const generation = typeof stored?.value === 'string' ? stored.value : context.uuid();
    if (!stored) await db.settings.put({ key: KEY, value: generation });
    return { generation, articles: await db.articles.count() };
  });
}

/** Was the database replaced since `before` was written down? An archive that was empty then has lost nothing. */
export function isReplaced(before: Witness | null, now: Witness): boolean {
  return before !== null && before.articles > 0 && before.generation !== now.generation;
}
