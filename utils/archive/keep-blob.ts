import type { StoredBlob } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';

/** Puts bytes under their hash unless they are there; those that were let go come back. Inside a transaction over `blobs`. */
export async function keepBlob(db: PressmarkDatabase, blob: StoredBlob): Promise<void> {
  const here = await db.blobs.get(blob.sha256);
  if (!here || here.releasedAt) await db.blobs.put(blob);
}
