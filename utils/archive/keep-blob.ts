import type { StoredBlob } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';

/** Are the bytes there? Of those that were let go only the row is. */
export const isKept = (here: StoredBlob | undefined) => here !== undefined && !here.releasedAt;

/** Puts bytes under their hash unless they are there. Inside a transaction over `blobs`. */
export async function keepBlob(db: PressmarkDatabase, blob: StoredBlob): Promise<void> {
  if (!isKept(await db.blobs.get(blob.sha256))) await db.blobs.put(blob);
}
