import { projectIdAtWork } from './projects';
import type { SavedSearch } from './records';
import type { PressmarkDatabase } from './schema';

/** Saved searches of a project, of the one at work without an id, in their order. */
export async function listSearches(db: PressmarkDatabase, projectId?: string): Promise<SavedSearch[]> {
  const own = projectId ?? (await projectIdAtWork(db));
  const all = await db.searches.toArray();
  return all
    .filter((search) => !search.deletedAt && search.projectId === own)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
