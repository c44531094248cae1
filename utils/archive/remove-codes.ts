/** Codes taken out of the codebook with their codings. Tombstones: undo brings all of it back. */
import { branchIds, inTreeOrder, treeOf } from '@/utils/annotation/code-tree';
import type { Code, Coding, Memo } from '@/utils/db/records';
import { utcIso } from './clock';
import { codeOf, codesInUse } from './codes';
import { journaled } from './journal';
import { childrenOf, placeAmong } from './move-codes';
import type { ArchiveContext } from './types';

/**
 * Removes codes, their codings and the memos on them.
 * @param children what becomes of the codes below: `lift` puts them in the place of the removed one, `remove` removes them too
 * @throws ArchiveError notFound
 */
export function removeCodes(
  context: ArchiveContext,
  codeIds: readonly string[],
  children: 'lift' | 'remove',
): Promise<void> {
  return journaled(context, 'journalCodeRemoved', ['codes', 'codings', 'memos'], async (journal) => {
    const { db } = context;
    const deletedAt = utcIso(context.now());
    const first = await codeOf(context, codeIds[0] ?? '');
    const gone = new Set<string>();
    for (const codeId of codeIds) {
      await codeOf(context, codeId);
      const codes = await codesInUse(context, first.projectId);
      for (const id of children === 'remove' ? branchIds(codes, codeId) : [codeId]) gone.add(id);
    }
    // The deepest first: what is lifted out of a removed code may be lifted on out of the one above.
    const before = inTreeOrder(treeOf(await codesInUse(context, first.projectId)));
    for (const { code } of before.toReversed()) {
      if (children === 'remove' || !gone.has(code.id)) continue;
      const codes = await codesInUse(context, first.projectId);
      const lifted = childrenOf(codes, code.id).filter((child) => !gone.has(child.id));
      if (lifted.length > 0) await placeAmong(journal, codes, lifted, code.parentId, code.id);
    }
    const rows = (await db.codes.bulkGet([...gone])).filter((code) => code !== undefined);
    await journal.putAll<Code>(
      'codes',
      rows.map((code) => ({ ...code, deletedAt })),
    );
    const codings = await db.codings
      .where('codeId')
      .anyOf([...gone])
      .toArray();
    await journal.putAll<Coding>(
      'codings',
      codings.filter((coding) => !coding.deletedAt).map((coding) => ({ ...coding, deletedAt })),
    );
    const memos = await db.memos
      .where('[subjectType+subjectId]')
      .anyOf([...gone].map((id) => ['code', id]))
      .toArray();
    await journal.putAll<Memo>(
      'memos',
      memos.filter((memo) => !memo.deletedAt).map((memo) => ({ ...memo, deletedAt })),
    );
  });
}
