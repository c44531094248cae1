import type { IsoTime } from './records';
import type { PressmarkDatabase } from './schema';

/** When the bytes under a hash were let go; null while they are kept. Reads an index, never the bytes. */
export async function releasedAt(db: PressmarkDatabase, sha256: string): Promise<IsoTime | null> {
  const keys = (await db.blobs
    .where('[sha256+releasedAt]')
    .between([sha256, ''], [sha256, '\uffff'])
    .keys()) as unknown as [string, IsoTime][];
  return keys[0]?.[1] ?? null;
}
