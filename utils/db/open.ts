/**
 * Opening the archive. Promise: a database that was damaged, emptied or written by a newer Pressmark is noticed before
 * anything is written into it. The witness is a marker outside IndexedDB (`Witness`), because browsers may recreate a
 * damaged database empty without an error.
 */
import { PressmarkDatabase, SCHEMA_VERSION } from './schema';

export class ArchiveUnusable extends Error {
  constructor(readonly code: 'storageBroken' | 'storageTooNew') {
    super(code);
  }
}

let opened: Promise<PressmarkDatabase> | null = null;

/**
 * The one database of this context, opened once. Rejects with `ArchiveUnusable`: `storageTooNew` when a newer schema is
 * there (Dexie would silently write into it), `storageBroken` when IndexedDB refuses to open.
 */
export function openDatabase(): Promise<PressmarkDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<PressmarkDatabase> {
  const db = new PressmarkDatabase();
  try {
    await db.open();
  } catch (error) {
    throw Object.assign(new ArchiveUnusable('storageBroken'), { cause: error });
  }
  // Dexie 4 opens a database of a higher version without complaint; the native number tells.
  if (db.backendDB().version > SCHEMA_VERSION * 10) {
    db.close();
    throw new ArchiveUnusable('storageTooNew');
  }
  // Another context upgrades: let go at once, or its upgrade is blocked; the next call opens anew.
  db.on('versionchange', () => {
    db.close();
    opened = null;
  });
  db.on('close', () => {
    opened = null;
  });
  return db;
}
