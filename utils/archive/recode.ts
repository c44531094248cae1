/** Codings under another code: the same passages, coders and times. A passage that has both codes keeps one coding. */
import type { Coding } from '@/utils/db/records';

export const codingId = (targetId: string, codeId: string, coderId: string) =>
  `${targetId}:${codeId}:${coderId}`;

/** The coding as it would stand under `codeId`. */
export function under(coding: Coding, codeId: string): Coding {
  return { ...coding, id: codingId(coding.targetId, codeId, coding.coderId), codeId };
}

/** Two codings of one coder on one target become one: nothing written on either is lost. */
function joined(kept: Coding, moved: Coding): Coding {
  const memos = [...new Set([kept.memo, moved.memo].filter(Boolean))];
  return {
    ...kept,
    value: kept.value ?? moved.value,
    memo: memos.join('\n\n'),
    createdAt: kept.createdAt < moved.createdAt ? kept.createdAt : moved.createdAt,
  };
}

/**
 * Rows to be put so that `codings` stand under `codeId`.
 * @param here rows that have the new ids already, tombstones included
 */
export function recode(
  codings: readonly Coding[],
  codeId: string,
  here: ReadonlyMap<string, Coding>,
  deletedAt: string,
): Coding[] {
  const rows = new Map<string, Coding>();
  for (const coding of codings) {
    if (coding.deletedAt || coding.codeId === codeId) continue;
    const moved = under(coding, codeId);
    const before = rows.get(moved.id) ?? here.get(moved.id);
    rows.set(
      moved.id,
      before && !before.deletedAt ? joined(before, moved) : { ...moved, deletedAt: undefined },
    );
    rows.set(coding.id, { ...coding, deletedAt });
  }
  return [...rows.values()];
}
