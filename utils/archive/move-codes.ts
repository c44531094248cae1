/** Codes moved in the tree: under another code, to the top, before a sibling. */
import { branchIds, compareSiblings, inTreeOrder, treeOf } from '@/utils/annotation/code-tree';
import type { Code } from '@/utils/db/records';
import { codeOf, codesInUse } from './codes';
import { journaled, type Journal } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

/** Between two siblings this close no number is free any more: all of them are numbered anew. */
const LEAST_GAP = 1e-9;

/**
 * Puts codes, in this order, among the children of `parentId`, before the sibling `beforeId` or at the end. Siblings keep
 * their numbers where there is room, so that two machines that moved different codes agree.
 */
export async function placeAmong(
  journal: Journal,
  codes: readonly Code[],
  moved: readonly Code[],
  parentId: string | null,
  beforeId: string | null,
): Promise<void> {
  const movedIds = new Set(moved.map(({ id }) => id));
  const branches = treeOf(codes);
  const siblings = (
    parentId === null
      ? branches
      : (inTreeOrder(branches).find(({ code }) => code.id === parentId)?.children ?? [])
  )
    .map(({ code }) => code)
    .filter(({ id }) => !movedIds.has(id));
  const found = siblings.findIndex(({ id }) => id === beforeId);
  const at = found < 0 ? siblings.length : found;
  const [before, after] = [siblings[at - 1], siblings[at]];
  const low = before?.order ?? (after ? after.order - 1 - moved.length : -1);
  const high = after?.order ?? low + 1 + moved.length;
  const step = (high - low) / (moved.length + 1);
  if (step > LEAST_GAP) {
    await journal.putAll<Code>(
      'codes',
      moved.map((code, index) => ({ ...code, parentId, order: low + step * (index + 1) })),
    );
    return;
  }
  const all = [
    ...siblings.slice(0, at),
    ...moved.map((code) => ({ ...code, parentId })),
    ...siblings.slice(at),
  ];
  await journal.putAll<Code>(
    'codes',
    all.map((code, order) => ({ ...code, order })),
  );
}

/**
 * Moves codes with everything below them.
 * @throws ArchiveError codeUnderItself (detail: the code's name), notFound, badRequest (into another project)
 */
export function moveCodes(
  context: ArchiveContext,
  codeIds: readonly string[],
  parentId: string | null,
  beforeId: string | null,
): Promise<void> {
  return journaled(context, 'journalCodeMoved', ['codes'], async (journal) => {
    const wanted = new Set(codeIds);
    const first = await codeOf(context, codeIds[0] ?? '');
    if (parentId !== null) await assertOfProject(context, parentId, first.projectId);
    const codes = await codesInUse(context, first.projectId);
    const moved: Code[] = [];
    for (const { code } of inTreeOrder(treeOf(codes))) {
      if (!wanted.has(code.id)) continue;
      wanted.delete(code.id);
      // What stands below another moved code comes along with it.
      if (moved.some((other) => branchIds(codes, other.id).has(code.id))) continue;
      if (parentId !== null && branchIds(codes, code.id).has(parentId))
        throw new ArchiveError('codeUnderItself', code.name);
      moved.push(code);
    }
    const [missing] = wanted;
    if (missing !== undefined) throw new ArchiveError('notFound', missing);
    await placeAmong(journal, codes, moved, parentId, beforeId);
  });
}

/** @throws ArchiveError notFound, badRequest when the code is of another project */
export async function assertOfProject(
  context: ArchiveContext,
  codeId: string,
  projectId: string,
): Promise<void> {
  const code = await codeOf(context, codeId);
  if (code.projectId !== projectId) throw new ArchiveError('badRequest', 'code of another project');
}

/** Children of a code in their order. */
export function childrenOf(codes: readonly Code[], codeId: string): Code[] {
  return codes.filter((code) => code.parentId === codeId).toSorted(compareSiblings);
}
