/** What undo and redo would do, read from an index alone: one act may hold 40,000 changed rows, and views ask after every act. */
import type { PressmarkDatabase } from './schema';

/** Message keys; null: there is nothing to undo, or to do again. */
export async function undoLabels(
  db: PressmarkDatabase,
): Promise<{ undo: string | null; redo: string | null }> {
  // A shorter key comes before all it begins; a list comes after every number.
  const acts = (undone: 0 | 1) => db.journal.where('[undone+seq+label]').between([undone], [undone, []]);
  const label = async (found: ReturnType<typeof acts>) => {
    const [key] = (await found.limit(1).keys()) as unknown as [number, number, string][];
    return key?.[2] ?? null;
  };
  const [undo, redo] = await Promise.all([label(acts(0).reverse()), label(acts(1))]);
  return { undo, redo };
}
