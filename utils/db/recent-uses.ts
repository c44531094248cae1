/** When each code was put last, anywhere in the archive: an index tells it, for there may be a million codings. */
import { sightOf } from './blind';
import type { PressmarkDatabase } from './schema';

/** Acts of coding looked through: a code put on 40,000 articles at once is one. */
const LOOKED_THROUGH = 200;
/** Codings of one act that are looked at; it is one person's, and seldom are some of them gone. */
const LOOKED_AT = 20;

export interface CodeUse {
  codeId: string;
  createdAt: string;
}

/** Of the codings that the coder may see, at most one use a code; codes used longer ago have none. */
export async function recentUses(db: PressmarkDatabase): Promise<CodeUse[]> {
  const { sees } = await sightOf(db);
  const keys = await db.codings.orderBy('[createdAt+codeId]').reverse().limit(LOOKED_THROUGH).uniqueKeys();
  const times = new Map<string, string[]>();
  for (const [createdAt, codeId] of keys as unknown as [string, string][])
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
