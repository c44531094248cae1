/** When each code of a project was put last: an index tells it, for there may be a million codings. */
import { sightOf } from './blind';
import type { PressmarkDatabase } from './schema';

/** Acts of coding looked through: a code put on 40,000 articles at once is one. More when none of them is the project's. */
const LOOKED_THROUGH = [200, 4_000];
/** Codings of one act that are looked at; it is one person's, and seldom are some of them gone. */
const LOOKED_AT = 20;

export interface CodeUse {
  codeId: string;
  createdAt: string;
}

/** The last acts that put a code of the project, the newest first. */
async function lastActs(db: PressmarkDatabase, projectId: string): Promise<[string, string][]> {
  const own = new Set(await db.codes.where('projectId').equals(projectId).primaryKeys());
  for (const limit of LOOKED_THROUGH) {
    const keys = await db.codings.orderBy('[createdAt+codeId]').reverse().limit(limit).uniqueKeys();
    const acts = (keys as unknown as [string, string][]).filter(([, codeId]) => own.has(codeId));
    if (acts.length > 0 || keys.length < limit) return acts.slice(0, LOOKED_THROUGH[0]);
  }
  return [];
}

/** Of the codings that the coder may see, at most one use a code; codes used longer ago have none. */
export async function recentUses(db: PressmarkDatabase, projectId: string): Promise<CodeUse[]> {
  const { sees } = await sightOf(db);
  const times = new Map<string, string[]>();
  for (const [createdAt, codeId] of await lastActs(db, projectId))
    times.set(codeId, [...(times.get(codeId) ?? []), createdAt]);
  const uses = await Promise.all(
    [...times].map(async ([codeId, newestFirst]): Promise<CodeUse[]> => {
      for (const createdAt of newestFirst) {
        const codings = await db.codings
          .where('[createdAt+codeId]')
          .equals([createdAt, codeId])
          .limit(LOOKED_AT)
          .toArray();
        if (codings.some((coding) => !coding.deletedAt && sees(coding))) return [{ codeId, createdAt }];
      }
      return [];
    }),
  );
  return uses.flat();
}
