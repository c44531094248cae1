/** There is always one project and one coder; they are made on first use, with fixed ids so that two machines agree. */
import { CURRENT_CODER } from '@/utils/db/blind';
import { CURRENT_PROJECT, projectIdAtWork } from '@/utils/db/projects';
import { utcIso } from './clock';
import { exclusively } from './exclusive';
import type { ArchiveContext } from './types';

export const FIRST_PROJECT = '00000000-0000-4000-8000-000000000001';

/** Who is at work: the coder chosen at this device, at first the one that was made for it. */
export function coderOf(context: ArchiveContext): string {
  return context.coder ?? context.device;
}

/** The study at work at this device, at first the one that was made for it. */
export function projectOf(context: ArchiveContext): string {
  return context.project ?? FIRST_PROJECT;
}

/** Reads which project is at work at this device. A choice that is gone gives the first that is left. */
export async function readProject(context: ArchiveContext): Promise<string> {
  return (await projectIdAtWork(context.db)) || FIRST_PROJECT;
}

/** Reads who codes at this device. A choice that is gone (its making was undone) gives the first one that is left. */
export async function readCoder(context: ArchiveContext): Promise<string> {
  const { db } = context;
  const chosen = (await db.settings.get(CURRENT_CODER))?.value;
  const coder = typeof chosen === 'string' ? await db.coders.get(chosen) : undefined;
  if (coder && !coder.deletedAt) return coder.id;
  const left = (await db.coders.toArray()).filter(({ deletedAt }) => !deletedAt);
  const own = left.find(({ id }) => id === context.device);
  return own?.id ?? left.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0]?.id ?? context.device;
}

/** Reads who and what is at work, in one way to the database and back. */
export async function readAtWork(context: ArchiveContext): Promise<{ coder: string; project: string }> {
  const [coder, project] = await context.db.transaction('r', ['projects', 'coders', 'settings'], () =>
    Promise.all([readCoder(context), readProject(context)]),
  );
  return { coder, project };
}

/** Is everything there that `ensureFirstUse` makes, and is who is at work still there? Only reads. */
export function isBegun(context: ArchiveContext): Promise<boolean> {
  const { db } = context;
  return db.transaction('r', ['projects', 'coders', 'settings'], async () => {
    const [projects, own, coder, chosen, project] = await Promise.all([
      db.projects.count(),
      db.coders.get(context.device),
      readCoder(context),
      db.settings.get(CURRENT_CODER),
      db.settings.get(CURRENT_PROJECT),
    ]);
    return projects > 0 && own !== undefined && chosen?.value === coder && project !== undefined;
  });
}

/**
 * Makes the first project and this device's coder where missing. Safe to call at every start. The project's name counts as
 * changed by nobody: what an archive brings that comes in later holds against it.
 */
export function ensureFirstUse(
  context: ArchiveContext,
  names: { project: string; coder: string; initials: string },
): Promise<void> {
  return exclusively(() =>
    context.db.transaction('rw', ['projects', 'coders', 'settings'], async () => {
      const { db } = context;
      const createdAt = utcIso(context.now());
      if ((await db.projects.count()) === 0) {
        await db.projects.put({
          id: FIRST_PROJECT,
          name: names.project,
          createdAt,
          touched: {},
        });
      }
      if (!(await db.coders.get(context.device))) {
        await db.coders.put({
          id: context.device,
          name: names.coder,
          initials: names.initials,
          colour: '#8a2b1d',
          createdAt,
          touched: { name: createdAt, initials: createdAt, colour: createdAt },
        });
      }
      context.coder = await readCoder(context);
      await db.settings.put({ key: CURRENT_CODER, value: context.coder });
      context.project = await readProject(context);
      if (!(await db.settings.get(CURRENT_PROJECT)))
        await db.settings.put({ key: CURRENT_PROJECT, value: context.project });
    }),
  );
}
