/** There is always one project and one coder; they are made on first use, with fixed ids so that two machines agree. */
import { utcIso } from './clock';
import { exclusively } from './exclusive';
import type { ArchiveContext } from './types';

export const FIRST_PROJECT = '00000000-0000-4000-8000-000000000001';

export function coderOf(context: ArchiveContext): string {
  return context.device;
}

/** Makes the first project and this device's coder where missing. Safe to call at every start. */
export function ensureFirstUse(
  context: ArchiveContext,
  names: { project: string; coder: string; initials: string },
): Promise<void> {
  return exclusively(() =>
    context.db.transaction('rw', ['projects', 'coders'], async () => {
      const createdAt = utcIso(context.now());
      if ((await context.db.projects.count()) === 0) {
        await context.db.projects.put({
          id: FIRST_PROJECT,
          name: names.project,
          createdAt,
          touched: { name: createdAt },
        });
      }
      const id = coderOf(context);
      const coder = await context.db.coders.get(id);
      if (!coder) {
        await context.db.coders.put({
          id,
          name: names.coder,
          initials: names.initials,
          colour: '#8a2b1d',
          createdAt,
          touched: { name: createdAt, initials: createdAt, colour: createdAt },
        });
      } else if (names.coder && (coder.name !== names.coder || coder.initials !== names.initials)) {
        await context.db.coders.put({
          ...coder,
          name: names.coder,
          initials: names.initials,
          touched: { ...coder.touched, name: createdAt, initials: createdAt },
        });
      }
    }),
  );
}
