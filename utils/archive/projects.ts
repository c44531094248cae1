/**
 * Projects: several studies over one archive. Promise: articles and highlights belong to the archive, codes, collections,
 * searches and samples to a project; a removed project takes them out of sight and undo brings all of them back. Which one
 * is at work is a matter of the device: neither undone nor exported.
 */
import type { Project } from '@/utils/db/records';
import { CURRENT_PROJECT } from '@/utils/db/projects';
import { utcIso } from './clock';
import { codeName, twinKey } from './codes';
import { exclusively } from './exclusive';
import { readProject } from './first-use';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

const isLiving = ({ deletedAt }: Project) => !deletedAt;

async function living(context: ArchiveContext, projectId: string): Promise<Project> {
  const project = await context.db.projects.get(projectId);
  if (!project || !isLiving(project)) throw new ArchiveError('notFound', projectId);
  return project;
}

async function refuseTwin(context: ArchiveContext, name: string, exceptId?: string): Promise<void> {
  const projects = (await context.db.projects.toArray()).filter(isLiving);
  if (projects.some((other) => other.id !== exceptId && twinKey(other.name) === twinKey(name)))
    throw new ArchiveError('nameTaken', name);
}

/** Makes a project and goes over to it. @returns its id. @throws ArchiveError nameTaken, badRequest (no name) */
export async function createProject(context: ArchiveContext, typed: string): Promise<string> {
  const projectId = await journaled(
    context,
    'journalProjectMade',
    ['projects', 'settings'],
    async (journal) => {
      const name = codeName(typed);
      await refuseTwin(context, name);
      const id = context.uuid();
      await journal.put<Project>('projects', {
        id,
        name,
        createdAt: utcIso(context.now()),
        touched: {},
      });
      await context.db.settings.put({ key: CURRENT_PROJECT, value: id });
      return id;
    },
  );
  context.project = projectId;
  return projectId;
}

/** @throws ArchiveError notFound, nameTaken, badRequest (no name) */
export async function renameProject(
  context: ArchiveContext,
  projectId: string,
  typed: string,
): Promise<void> {
  await journaled(context, 'journalProjectRenamed', ['projects'], async (journal) => {
    const project = await living(context, projectId);
    const name = codeName(typed);
    await refuseTwin(context, name, projectId);
    await journal.put<Project>('projects', { ...project, name });
  });
}

/**
 * Takes a project out of sight with all that belongs to it; nothing of it is touched. Was it the one at work, the first that
 * is left takes its place. @throws ArchiveError notFound, lastProject
 */
export async function removeProject(context: ArchiveContext, projectId: string): Promise<void> {
  await journaled(context, 'journalProjectRemoved', ['projects'], async (journal) => {
    const project = await living(context, projectId);
    if ((await context.db.projects.toArray()).filter(isLiving).length === 1)
      throw new ArchiveError('lastProject', project.name);
    await journal.put<Project>('projects', { ...project, deletedAt: utcIso(context.now()) });
  });
  // The device's choice stays written down: undo comes back to the project that was at work.
  context.project = await readProject(context);
}

/** From now on this project is at work at this device. @throws ArchiveError notFound */
export function switchProject(context: ArchiveContext, projectId: string): Promise<void> {
  return exclusively(() =>
    context.db.transaction('rw', ['projects', 'settings'], async () => {
      await living(context, projectId);
      await context.db.settings.put({ key: CURRENT_PROJECT, value: projectId });
      context.project = projectId;
    }),
  );
}
