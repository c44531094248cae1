/** The page side of the selections bench: in the extension's own origin, on its real archive. */
import { exportArchive } from '@/utils/archive/export-archive';
import { applyImport, planImport } from '@/utils/archive/import-archive';
import { openDatabase } from '@/utils/db/open';
import { PressmarkDatabase } from '@/utils/db/schema';
import { buildArchive, fillDatabase } from '@/utils/testing/builders';
import { chanceOf } from '@/utils/testing/random';
import { countRestored, randomSelections } from '@/utils/testing/random-selections';

const SEED = 4;
const AT_ONCE = 2_000;

/** The same rows each time they are asked for: what was made is not carried over a restart but made again. */
async function rowsAnd(count: number, articles: number) {
  const rows = await buildArchive(SEED, { articles, pictureBytes: 50, paragraphs: 12 });
  return { rows, made: randomSelections(rows.versions, count, rows.coders[0]!.id, chanceOf(SEED)) };
}

async function make({ count, articles }: { count: number; articles: number }): Promise<number> {
  const { rows, made } = await rowsAnd(count, articles);
  const db = await openDatabase();
  await fillDatabase(db, rows);
  for (let at = 0; at < made.length; at += AT_ONCE)
    await db.annotations.bulkPut(made.slice(at, at + AT_ONCE));
  return made.length;
}

async function restored({ count, articles }: { count: number; articles: number }): Promise<number> {
  const { made } = await rowsAnd(count, articles);
  return countRestored(await openDatabase(), made);
}

async function throughFile({ count, articles }: { count: number; articles: number }): Promise<number> {
  const { made } = await rowsAnd(count, articles);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await exportArchive(await openDatabase(), {}, (chunk) =>
    Promise.resolve(void chunks.push(chunk as Uint8Array<ArrayBuffer>)),
  );
  const file = new Blob(chunks);
  const other = new PressmarkDatabase('pressmark-other');
  await other.open();
  const planned = await planImport(other, file);
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const applied = await applyImport(other, file, planned.plan);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return countRestored(other, made);
}

const functions = { make, restored, throughFile };
export type SelectionsBench = typeof functions;
Object.assign(globalThis, { selectionsBench: functions });
