/** Memos: what a coder thinks about a project, an article, a code, a highlight or a coding. One for each coder and subject. */
import type { Memo, MemoSubject, TableName } from '@/utils/db/records';
import { utcIso } from './clock';
import { coderOf } from './first-use';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

const LONGEST_MEMO = 1_000_000;

const TABLE_OF: Record<MemoSubject, TableName> = {
  project: 'projects',
  article: 'articles',
  code: 'codes',
  annotation: 'annotations',
  coding: 'codings',
};

export const memoId = (subjectType: MemoSubject, subjectId: string, coderId: string) =>
  `${subjectType}:${subjectId}:${coderId}`;

/**
 * Writes the coder's memo on a subject; an empty one is taken away.
 * @throws ArchiveError notFound (subject)
 */
export function writeMemo(
  context: ArchiveContext,
  subjectType: MemoSubject,
  subjectId: string,
  typed: string,
): Promise<void> {
  const body = typed.normalize('NFC').slice(0, LONGEST_MEMO);
  const label = body.trim() ? 'journalMemoWritten' : 'journalMemoRemoved';
  return journaled(context, label, [TABLE_OF[subjectType], 'memos'], async (journal) => {
    const subject = await context.db
      .rows<{ id: string; deletedAt?: string }>(TABLE_OF[subjectType])
      .get(subjectId);
    if (!subject || subject.deletedAt) throw new ArchiveError('notFound', subjectId);
    const coderId = coderOf(context);
    const own = (
      await context.db.memos.where('[subjectType+subjectId]').equals([subjectType, subjectId]).toArray()
    ).filter((memo) => memo.coderId === coderId);
    const before = own.find((memo) => !memo.deletedAt) ?? own[0];
    const now = utcIso(context.now());
    if (!body.trim()) {
      if (before && !before.deletedAt) await journal.put<Memo>('memos', { ...before, deletedAt: now });
      return;
    }
    await journal.put<Memo>('memos', {
      id: memoId(subjectType, subjectId, coderId),
      subjectType,
      subjectId,
      coderId,
      createdAt: now,
      touched: {},
      ...before,
      ...(before?.deletedAt ? { deletedAt: undefined, createdAt: now } : {}),
      body,
    });
  });
}
