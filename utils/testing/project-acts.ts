/** Acts on projects that can be undone; part of `every-act.ts`. */
import { createProject, removeProject, renameProject, switchProject } from '@/utils/archive/projects';
import { ArchiveError } from '@/utils/archive/types';
import type { World } from './every-act';

async function project({ context, chance }: World): Promise<string> {
  const projects = (await context.db.projects.toArray()).filter(({ deletedAt }) => !deletedAt);
  if (projects.length === 0) throw new ArchiveError('notFound', 'projects');
  return chance.pick(projects).id;
}

const name = ({ chance }: World) => `Đề tài ${chance.below(1e6)}`;

/** Another study goes on: part of no act, but undo must bear it between acts. */
export async function changeProject(world: World): Promise<void> {
  await switchProject(world.context, await project(world));
}

export const PROJECT_ACTS = {
  journalProjectMade: (world: World) => createProject(world.context, name(world)),
  journalProjectRenamed: async (world: World) =>
    renameProject(world.context, await project(world), name(world)),
  journalProjectRemoved: async (world: World) => removeProject(world.context, await project(world)),
};
