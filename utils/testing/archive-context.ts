/** An archive on fake IndexedDB: a new database each time, a clock that moves a second per look, countable ids. */
import 'fake-indexeddb/auto';
import { ensureFirstUse } from '@/utils/archive/first-use';
import type { ArchiveContext } from '@/utils/archive/types';
import { DERIVED_TABLES } from '@/utils/db/derived';
import { PressmarkDatabase } from '@/utils/db/schema';

let databases = 0;

export async function testArchive(overrides: Partial<ArchiveContext> = {}): Promise<ArchiveContext> {
  databases += 1;
  const db = new PressmarkDatabase(`pressmark-test-${databases}`);
  await db.open();
  let seconds = 0;
  let ids = 0;
  const context: ArchiveContext = {
    db,
    now: () => new Date(Date.UTC(2026, 10, 23, 6, 0, seconds++)),
    uuid: () => `00000000-0000-4000-9000-${String(++ids).padStart(12, '0')}`,
    device: '00000000-0000-4000-a000-000000000001',
    browser: 'Chromium 156',
    extension: '0.1.0',
    timeZone: 'Asia/Ho_Chi_Minh',
    room: () => Promise.resolve(Infinity),
    ...overrides,
  };
  await ensureFirstUse(context, { project: 'Nghiên cứu', coder: 'Lan', initials: 'L' });
  return context;
}

/** Every row of every table but the derived ones, to compare a database with what it was. */
export async function snapshot(
  context: ArchiveContext,
  leaveOut: string[] = [],
): Promise<Record<string, unknown[]>> {
  const derived: readonly string[] = DERIVED_TABLES;
  const tables = context.db.tables.filter(({ name }) => !derived.includes(name) && !leaveOut.includes(name));
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}
