import type { Collection } from '@/utils/db/records';
import { branchOf } from '@/utils/search/filter-docs';
import { utcIso } from './clock';
import { codeName } from './codes';
import { projectOf } from './first-use';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

async function refuseTwin(
  context: ArchiveContext,
  name: string,
  { projectId, parentId }: Pick<Collection, 'projectId' | 'parentId'>,
  exceptId?: string,
) {
  const all = await context.db.collections.where('projectId').equals(projectId).toArray();
  const key = name.toLocaleLowerCase('vi');
  const isTwin = all.some(
    (other) =>
      other.id !== exceptId &&
      !other.deletedAt &&
      other.parentId === parentId &&
      other.name.toLocaleLowerCase('vi') === key,
  );
  if (isTwin) throw new ArchiveError('nameTaken', name);
  return all.length;
}

async function collectionOf(context: ArchiveContext, collectionId: string): Promise<Collection> {
  const collection = await context.db.collections.get(collectionId);
  if (!collection || collection.deletedAt) throw new ArchiveError('notFound', collectionId);
  return collection;
}

/** @returns the new collection's id. @throws ArchiveError nameTaken, badRequest (no name), notFound (parent) */
export function createCollection(
  context: ArchiveContext,
  typed: string,
  parentId: string | null,
): Promise<string> {
  return journaled(context, 'journalCollectionMade', ['collections'], async (journal) => {
    const name = codeName(typed);
    const projectId = parentId ? (await collectionOf(context, parentId)).projectId : projectOf(context);
    const order = await refuseTwin(context, name, { projectId, parentId });
    const id = context.uuid();
    const createdAt = utcIso(context.now());
    await journal.put('collections', {
      id,
      projectId,
      parentId,
      name,
      order,
      createdAt,
      touched: {},
    });
    return id;
  });
}

export async function renameCollection(
  context: ArchiveContext,
  collectionId: string,
  typed: string,
): Promise<void> {
  await journaled(context, 'journalCollectionRenamed', ['collections'], async (journal) => {
    const collection = await collectionOf(context, collectionId);
    const name = codeName(typed);
    await refuseTwin(context, name, collection, collectionId);
    await journal.put('collections', { ...collection, name });
  });
}

/**
 * Moves a collection with all below it under another one, or to the top.
 * @throws ArchiveError notFound, nameTaken, badRequest (under itself or one below it, into another project)
 */
export async function moveCollection(
  context: ArchiveContext,
  collectionId: string,
  parentId: string | null,
): Promise<void> {
  await journaled(context, 'journalCollectionMoved', ['collections'], async (journal) => {
    const collection = await collectionOf(context, collectionId);
    if (collection.parentId === parentId) return;
    if (parentId !== null) {
      const parent = await collectionOf(context, parentId);
      if (parent.projectId !== collection.projectId) throw new ArchiveError('badRequest', 'another project');
      const all = await context.db.collections.toArray();
      if (branchOf(all, collectionId).includes(parentId))
        throw new ArchiveError('badRequest', 'under itself');
    }
    await refuseTwin(context, collection.name, { ...collection, parentId }, collectionId);
    await journal.put('collections', { ...collection, parentId });
  });
}

/** Removes a collection and those below it. The articles stay; undo brings back who was in. */
export async function removeCollection(context: ArchiveContext, collectionId: string): Promise<void> {
  await journaled(context, 'journalCollectionRemoved', ['collections', 'articles'], async (journal) => {
    const deletedAt = utcIso(context.now());
    const queue = [await collectionOf(context, collectionId)];
    for (let collection = queue.pop(); collection; collection = queue.pop()) {
      const gone = collection.id;
      queue.push(...(await context.db.collections.where('parentId').equals(gone).toArray()));
      if (!collection.deletedAt) await journal.put('collections', { ...collection, deletedAt });
      for (const article of await context.db.articles.where('collections').equals(gone).toArray())
        await journal.put('articles', {
          ...article,
          collections: article.collections.filter((id) => id !== gone),
        });
    }
  });
}
