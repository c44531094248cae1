/** Acts on saved searches that can be undone; part of `every-act.ts`. */
import { createSearch, editSearch, moveSearch, removeSearch } from '@/utils/archive/searches';
import { ArchiveError } from '@/utils/archive/types';
import type { SavedSearch } from '@/utils/db/records';
import type { World } from './every-act';

async function living({ context }: World): Promise<SavedSearch[]> {
  const found = (await context.db.searches.toArray()).filter(({ deletedAt }) => !deletedAt);
  if (found.length < 2) throw new ArchiveError('notFound', 'searches');
  return found.toSorted((a, b) => a.order - b.order);
}

const search = async (world: World) => world.chance.pick(await living(world));

const name = ({ chance }: World) => `Tìm ${chance.below(1e6)}`;
const query = ({ chance }: World) => `"rừng dương" after:${2000 + chance.below(30)}`;

export const SEARCH_ACTS = {
  journalSearchSaved: (world: World) =>
    createSearch(world.context, { name: name(world), query: query(world), sort: 'published' }),
  journalSearchRenamed: async (world: World) =>
    editSearch(world.context, (await search(world)).id, { name: name(world) }),
  journalSearchChanged: async (world: World) =>
    editSearch(world.context, (await search(world)).id, { query: query(world), sort: 'saved' }),
  journalSearchesOrdered: async (world: World) => {
    const [first, ...others] = await living(world);
    return moveSearch(world.context, others.at(-1)!.id, first!.id);
  },
  journalSearchRemoved: async (world: World) => removeSearch(world.context, (await search(world)).id),
};
