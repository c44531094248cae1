import type { SavedSearch } from './records';
import type { PressmarkDatabase } from './schema';

/** Saved searches in their order. */
export async function listSearches(db: PressmarkDatabase): Promise<SavedSearch[]> {
  const all = await db.searches.toArray();
  return all
    .filter(({ deletedAt }) => !deletedAt)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
