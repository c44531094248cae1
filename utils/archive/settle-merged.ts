/**
 * Two machines, one merged a code, the other went on coding with it: after an import the codings stand under the code
 * that took its place. Promise: what is written depends on the joined rows only, so both machines come to the same rows.
 */
import { survivorOf } from '@/utils/annotation/code-tree';
import { joinRows } from '@/utils/exchange/join-rows';
import type { Code, Coding, Touched } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { under } from './recode';

const later = (a: string, b: string) => (a > b ? a : b);
const lastOf = (touched: Touched) => Object.values(touched).reduce(later, '');

/** Call inside a transaction over `codes` and `codings`. */
export async function settleMerged(db: PressmarkDatabase): Promise<void> {
  const codes = new Map((await db.codes.toArray()).map((code) => [code.id, code]));
  for (const code of codes.values()) {
    const into = survivorOf(codes, code.id);
    if (!code.mergedInto || code.deletedAt || into === code.id || !codes.has(into)) continue;
    const mergedAt = code.touched.mergedInto ?? code.createdAt;
    await settleCodings(db, code.id, into, mergedAt);
    const children = [...codes.values()].filter(
      (child) => child.parentId === code.id && child.id !== into && !child.mergedInto,
    );
    await db.codes.bulkPut(children.map((child) => settledChild(child, into, mergedAt)));
  }
}

function settledChild(child: Code, parentId: string, mergedAt: string): Code {
  const at = later(child.touched.parentId ?? '', mergedAt);
  return { ...child, parentId, touched: { ...child.touched, parentId: at } };
}

async function settleCodings(
  db: PressmarkDatabase,
  fromId: string,
  intoId: string,
  mergedAt: string,
): Promise<void> {
  const strays = await db.codings
    .where('codeId')
    .equals(fromId)
    .filter((coding) => !coding.deletedAt)
    .toArray();
  const moved = strays.map((coding) => under(coding, intoId));
  const here = await db.codings.bulkGet(moved.map(({ id }) => id));
  await db.codings.bulkPut([
    ...moved.map((coding, index): Coding => {
      const before = here[index];
      return before ? joinRows(before, coding) : coding;
    }),
    ...strays.map((coding): Coding => {
      const deletedAt = later(mergedAt, lastOf(coding.touched));
      return { ...coding, deletedAt, touched: { ...coding.touched, deletedAt } };
    }),
  ]);
}
