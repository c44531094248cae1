/** Codes joined into one and codes split in two. Codings go with them; nothing that was coded or written is lost. */
import { branchIds } from '@/utils/annotation/code-tree';
import type { Code, Coding, Memo } from '@/utils/db/records';
import { utcIso } from './clock';
import { codeName, codeOf, codesInUse, freshColour, makeCode, refuseTwin } from './codes';
import { cleanValues } from './edit-codes';
import { journaled, type Journal } from './journal';
import { assertOfProject, childrenOf, placeAmong } from './move-codes';
import { codingId, recode } from './recode';
import { ArchiveError, type ArchiveContext } from './types';

/**
 * Merges codes into another: their codings, children and memos go to it, and they say where they went (`mergedInto`).
 * What the target leaves empty is taken from the first that has it.
 * @throws ArchiveError notFound, badRequest (into itself, into another project)
 */
export function mergeCodes(
  context: ArchiveContext,
  codeIds: readonly string[],
  intoId: string,
): Promise<void> {
  return journaled(context, 'journalCodesMerged', ['codes', 'codings', 'memos'], async (journal) => {
    if (codeIds.length === 0 || codeIds.includes(intoId)) throw new ArchiveError('badRequest', 'merge');
    for (const codeId of new Set(codeIds)) await mergeOne(context, journal, codeId, intoId);
  });
}

async function mergeOne(context: ArchiveContext, journal: Journal, codeId: string, intoId: string) {
  const code = await codeOf(context, codeId);
  await assertOfProject(context, intoId, code.projectId);
  let into = await codeOf(context, intoId);
  let codes = await codesInUse(context, code.projectId);
  // A code merged into one below it: that one takes its place first, or it would become its own parent.
  if (branchIds(codes, codeId).has(intoId)) {
    await placeAmong(journal, codes, [into], code.parentId, codeId);
    into = await codeOf(context, intoId);
    codes = await codesInUse(context, code.projectId);
  }
  const children = childrenOf(codes, codeId).filter(({ id }) => id !== intoId);
  if (children.length > 0) await placeAmong(journal, codes, children, intoId, null);
  await recodeAll(
    context,
    journal,
    await context.db.codings.where('codeId').equals(codeId).toArray(),
    intoId,
  );
  await journal.put<Code>('codes', {
    ...into,
    definition: into.definition || code.definition,
    include: into.include || code.include,
    exclude: into.exclude || code.exclude,
    example: into.example || code.example,
    shortcut: into.shortcut ?? code.shortcut,
    values: cleanValues([...into.values, ...code.values]),
  });
  await journal.put<Code>('codes', { ...code, shortcut: null, mergedInto: intoId });
  const memos = await context.db.memos.where('[subjectType+subjectId]').equals(['code', codeId]).toArray();
  await journal.putAll<Memo>('memos', await memosUnder(context, memos, intoId));
}

/** A coder's memo on the merged code becomes, or is added to, the coder's memo on the target. */
async function memosUnder(context: ArchiveContext, memos: Memo[], intoId: string): Promise<Memo[]> {
  const here = await context.db.memos.where('[subjectType+subjectId]').equals(['code', intoId]).toArray();
  const deletedAt = utcIso(context.now());
  return memos.flatMap((memo): Memo[] => {
    if (memo.deletedAt) return [];
    const own = here.find((other) => !other.deletedAt && other.coderId === memo.coderId);
    if (!own) return [{ ...memo, subjectId: intoId }];
    return [
      { ...own, body: `${own.body}\n\n${memo.body}` },
      { ...memo, deletedAt },
    ];
  });
}

async function recodeAll(context: ArchiveContext, journal: Journal, codings: Coding[], codeId: string) {
  const ids = codings.map(({ targetId, coderId }) => codingId(targetId, codeId, coderId));
  const here = new Map(
    (await context.db.codings.bulkGet(ids)).flatMap((coding) => (coding ? [[coding.id, coding]] : [])),
  );
  await journal.putAll('codings', recode(codings, codeId, here, utcIso(context.now())));
}

/**
 * Takes chosen codings of a code to a new code beside it.
 * @returns the new code's id. @throws ArchiveError notFound, nameTaken, nothingSelected
 */
export function splitCode(
  context: ArchiveContext,
  codeId: string,
  codingIds: readonly string[],
  typed: string,
): Promise<string> {
  return journaled(context, 'journalCodeSplit', ['codes', 'codings'], async (journal) => {
    const code = await codeOf(context, codeId);
    const name = codeName(typed);
    await refuseTwin(context, code.projectId, name);
    const codings = (await context.db.codings.bulkGet([...new Set(codingIds)])).flatMap((coding) =>
      coding && coding.codeId === codeId && !coding.deletedAt ? [coding] : [],
    );
    if (codings.length === 0) throw new ArchiveError('nothingSelected');
    const codes = await codesInUse(context, code.projectId);
    const made = makeCode(context, {
      projectId: code.projectId,
      parentId: code.parentId,
      name,
      colour: freshColour(codes),
      order: 0,
      values: codings.some(({ value }) => value !== null) ? code.values : [],
    });
    const siblings = code.parentId
      ? childrenOf(codes, code.parentId)
      : codes.filter(({ parentId }) => parentId === null).toSorted((a, b) => a.order - b.order);
    const next = siblings[siblings.findIndex(({ id }) => id === codeId) + 1];
    await placeAmong(journal, codes, [made], code.parentId, next?.id ?? null);
    await recodeAll(context, journal, codings, made.id);
    return made.id;
  });
}
