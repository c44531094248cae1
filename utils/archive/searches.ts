/** Searches kept under a name. Promise: all of it can be undone, and no two of a project bear the same name. */
import type { SavedSearch } from '@/utils/db/records';
import { listSearches } from '@/utils/db/searches';
import { utcIso } from './clock';
import { codeName, twinKey } from './codes';
import { projectOf } from './first-use';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

export interface NewSearch {
  name: string;
  query: string;
  sort: string;
}

/** Left out: stays as it is. */
export type SearchPatch = Partial<NewSearch>;

/** More than this the query language does not read either. */
const LONGEST_QUERY = 10_000;

/** All searches of the project that the search belongs to. */
async function besides(context: ArchiveContext, searchId: string): Promise<SavedSearch[]> {
  return listSearches(context.db, (await context.db.searches.get(searchId))?.projectId ?? '');
}

function searchOf(all: SavedSearch[], searchId: string): SavedSearch {
  const search = all.find(({ id }) => id === searchId);
  if (!search) throw new ArchiveError('notFound', searchId);
  return search;
}

function freeName(all: SavedSearch[], typed: string, exceptId?: string): string {
  const name = codeName(typed);
  const isTaken = all.some((other) => other.id !== exceptId && twinKey(other.name) === twinKey(name));
  if (isTaken) throw new ArchiveError('nameTaken', name);
  return name;
}

function queryText(typed: string): string {
  const query = typed.normalize('NFC').trim().toWellFormed();
  if (query.length > LONGEST_QUERY) throw new ArchiveError('badRequest', 'query too long');
  return query;
}

/** Keeps it after the others. @returns its id. @throws ArchiveError nameTaken, badRequest (no name, too long) */
export function createSearch(context: ArchiveContext, typed: NewSearch): Promise<string> {
  return journaled(context, 'journalSearchSaved', ['searches'], async (journal) => {
    const projectId = projectOf(context);
    const all = await listSearches(context.db, projectId);
    const id = context.uuid();
    await journal.put<SavedSearch>('searches', {
      id,
      projectId,
      name: freeName(all, typed.name),
      query: queryText(typed.query),
      sort: typed.sort,
      order: (all.at(-1)?.order ?? -1) + 1,
      createdAt: utcIso(context.now()),
      touched: {},
    });
    return id;
  });
}

/** Another name, another query or order of the results. @throws ArchiveError notFound, nameTaken, badRequest */
export async function editSearch(
  context: ArchiveContext,
  searchId: string,
  patch: SearchPatch,
): Promise<void> {
  const isRenamed = patch.name !== undefined;
  const label = isRenamed ? 'journalSearchRenamed' : 'journalSearchChanged';
  await journaled(context, label, ['searches'], async (journal) => {
    const all = await besides(context, searchId);
    const search = searchOf(all, searchId);
    await journal.put<SavedSearch>('searches', {
      ...search,
      ...(isRenamed && { name: freeName(all, patch.name!, searchId) }),
      ...(patch.query !== undefined && { query: queryText(patch.query) }),
      ...(patch.sort !== undefined && { sort: patch.sort }),
    });
  });
}

/** Puts it before another, or after all when `beforeId` is null. */
export async function moveSearch(
  context: ArchiveContext,
  searchId: string,
  beforeId: string | null,
): Promise<void> {
  await journaled(context, 'journalSearchesOrdered', ['searches'], async (journal) => {
    const all = await besides(context, searchId);
    const search = searchOf(all, searchId);
    const others = all.filter(({ id }) => id !== searchId);
    const place = beforeId === null ? others.length : others.indexOf(searchOf(others, beforeId));
    const ordered = others.toSpliced(place, 0, search);
    await journal.putAll<SavedSearch>(
      'searches',
      ordered.map((one, order) => ({ ...one, order })),
    );
  });
}

export async function removeSearch(context: ArchiveContext, searchId: string): Promise<void> {
  await journaled(context, 'journalSearchRemoved', ['searches'], async (journal) => {
    const search = searchOf(await besides(context, searchId), searchId);
    await journal.put<SavedSearch>('searches', { ...search, deletedAt: utcIso(context.now()) });
  });
}
