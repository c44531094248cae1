/** Acts on collections that can be undone; part of `every-act.ts`. */
import {
  createCollection,
  moveCollection,
  removeCollection,
  renameCollection,
} from '@/utils/archive/collections';
import { collectArticles } from '@/utils/archive/edit-articles';
import { ArchiveError } from '@/utils/archive/types';
import type { World } from './every-act';

async function living({ context, chance }: World, table: 'articles' | 'collections') {
  const rows = (
    await context.db.table<{ id: string; parentId: string | null; deletedAt?: string }>(table).toArray()
  ).filter(({ deletedAt }) => !deletedAt);
  if (rows.length === 0) throw new ArchiveError('notFound', table);
  return chance.pick(rows);
}

const collection = (world: World) => living(world, 'collections');

const name = ({ chance }: World) => `Bộ ${chance.below(1e6)}`;

export const COLLECTION_ACTS = {
  journalCollectionMade: async (world: World) =>
    createCollection(
      world.context,
      name(world),
      world.chance.next() < 0.5 ? null : (await collection(world)).id,
    ),
  journalCollectionRenamed: async (world: World) =>
    renameCollection(world.context, (await collection(world)).id, name(world)),
  journalCollectionMoved: async (world: World) => {
    const { id, parentId } = await collection(world);
    return moveCollection(world.context, id, parentId === null ? (await collection(world)).id : null);
  },
  journalCollectionRemoved: async (world: World) =>
    removeCollection(world.context, (await collection(world)).id),
  journalCollected: async (world: World) =>
    collectArticles(
      world.context,
      [(await living(world, 'articles')).id],
      (await collection(world)).id,
      world.chance.next() < 0.7,
    ),
};
