/** Messages about projects, and the verbs that answer them. */
import { createProject, removeProject, renameProject, switchProject } from '@/utils/archive/projects';
import type { Handlers } from '@/utils/messaging/server';
import { archive } from './context';

export const projectHandlers: Pick<
  Handlers,
  'project/create' | 'project/rename' | 'project/remove' | 'project/switch'
> = {
  'project/create': async ({ name }) => ({ projectId: await createProject(await archive(), name) }),
  'project/rename': async ({ projectId, name }) => {
    await renameProject(await archive(), projectId, name);
    return null;
  },
  'project/remove': async ({ projectId }) => {
    await removeProject(await archive(), projectId);
    return null;
  },
  'project/switch': async ({ projectId }) => {
    await switchProject(await archive(), projectId);
    return null;
  },
};
