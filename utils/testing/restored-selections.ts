/** Highlights through a closed and reopened database, a file, and another database: how many stand where they were made. */
import 'fake-indexeddb/auto';
import { exportArchive } from '@/utils/archive/export-archive';
import { applyImport, planImport } from '@/utils/archive/import-archive';
import { PressmarkDatabase } from '@/utils/db/schema';
import { buildArchive, fillDatabase, type ArchiveWish } from './builders';
import { chanceOf } from './random';
import { countRestored, randomSelections } from './random-selections';

const AT_ONCE = 2_000;

export interface Restored {
  selections: number;
  afterRestart: number;
  afterFile: number;
}

export async function restoredSelections(count: number, seed: number, wish: ArchiveWish): Promise<Restored> {
  const rows = await buildArchive(seed, wish);
  const made = randomSelections(rows.versions, count, rows.coders[0]!.id, chanceOf(seed));
  const name = `pressmark-selections-${seed}`;
  const first = new PressmarkDatabase(name);
  await first.open();
  await fillDatabase(first, rows);
  for (let at = 0; at < made.length; at += AT_ONCE)
    await first.annotations.bulkPut(made.slice(at, at + AT_ONCE));
  first.close();

  const again = new PressmarkDatabase(name);
  await again.open();
  const afterRestart = await countRestored(again, made);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await exportArchive(again, {}, (chunk) =>
    Promise.resolve(void chunks.push(chunk as Uint8Array<ArrayBuffer>)),
  );
  again.close();

  const other = new PressmarkDatabase(`${name}-other`);
  await other.open();
  const file = new Blob(chunks);
  const planned = await planImport(other, file);
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const applied = await applyImport(other, file, planned.plan);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  const afterFile = await countRestored(other, made);
  other.close();
  return { selections: made.length, afterRestart, afterFile };
}
