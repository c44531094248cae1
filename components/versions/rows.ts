/** What the list of differences shows: changes, a block around them, and the rest folded. */
import { isTold, type ComparedBlock } from '@/utils/article/versions/types';

export type ShownRow =
  | {
      is: 'block';
      block: ComparedBlock;
      /** Place among the changes; null for what is only shown around them. */ change: number | null;
    }
  | { is: 'folded'; blocks: ComparedBlock[] };

/** Unchanged blocks shown before and after a change. */
const AROUND = 1;

/** @param isBrief leave out what only typography changed */
export function rowsOf(blocks: readonly ComparedBlock[], isBrief: boolean): ShownRow[] {
  const isChange = ({ grade }: ComparedBlock) => (isBrief ? isTold(grade) : grade !== null);
  const near = new Uint8Array(blocks.length);
  for (const [at, block] of blocks.entries())
    if (isChange(block)) near.fill(1, Math.max(0, at - AROUND), Math.min(blocks.length, at + AROUND + 1));
  const rows: ShownRow[] = [];
  let changes = 0;
  for (const [at, block] of blocks.entries()) {
    const last = rows.at(-1);
    if (near[at]) rows.push({ is: 'block', block, change: isChange(block) ? changes++ : null });
    else if (last?.is === 'folded') last.blocks.push(block);
    else rows.push({ is: 'folded', blocks: [block] });
  }
  // One block takes no more room than the line that would fold it.
  return rows.map((row) =>
    row.is === 'folded' && row.blocks.length === 1
      ? { is: 'block', block: row.blocks[0]!, change: null }
      : row,
  );
}
