/** The page side of `bench/export.ts`: runs in Chromium, on its IndexedDB. */
import { exportArchive } from '@/utils/archive/export-archive';
import { applyImport, planImport } from '@/utils/archive/import-archive';
import { PressmarkDatabase } from '@/utils/db/schema';
import { buildArchive, fillDatabase } from '@/utils/testing/builders';

interface Figures {
  seconds: number;
  /** Highest JavaScript heap seen meanwhile, above that at the beginning, in MB. */
  heap: number;
}

const heapNow = () =>
  (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6;

async function measured<T>(job: () => Promise<T>): Promise<{ value: T } & Figures> {
  (globalThis as { gc?: () => void }).gc?.();
  const before = heapNow();
  let highest = before;
  const timer = setInterval(() => (highest = Math.max(highest, heapNow())), 20);
  const start = performance.now();
  const value = await job();
  clearInterval(timer);
  return {
    value,
    seconds: Math.round((performance.now() - start) / 100) / 10,
    heap: Math.round(Math.max(highest, heapNow()) - before),
  };
}

/** To the browser's own file system, as a download would go: the file is not in memory. */
async function exportTo(db: PressmarkDatabase, name: string) {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  const done = await measured(() =>
    exportArchive(db, {}, (chunk) => stream.write(chunk as Uint8Array<ArrayBuffer>)),
  );
  await stream.close();
  return { ...done, file: await handle.getFile() };
}

export async function measure(articles: number) {
  const db = new PressmarkDatabase('bench-from');
  const lot = 100;
  for (let seed = 0; seed * lot < articles; seed += 1)
    await fillDatabase(
      db,
      await buildArchive(seed + 1, {
        articles: Math.min(lot, articles - seed * lot),
        paragraphs: 20,
        pictureBytes: 60_000,
      }),
    );
  console.log('filled');
  const first = await exportTo(db, 'first.json');
  console.log('exported', JSON.stringify({ ...first.value, seconds: first.seconds, heap: first.heap }));
  const target = new PressmarkDatabase('bench-to');
  const planned = await measured(() => planImport(target, first.file));
  if (!planned.value.ok) return planned.value;
  const { plan } = planned.value;
  console.log('planned', planned.seconds, planned.heap);
  const applied = await measured(() => applyImport(target, first.file, plan));
  if (!applied.value.ok) return applied.value;
  console.log('applied', applied.seconds, applied.heap);
  const second = await exportTo(target, 'second.json');
  return {
    articles,
    megabytes: Math.round(first.value.bytes / 1e6),
    records: first.value.records,
    isSame: first.value.sha256 === second.value.sha256,
    export: { seconds: first.seconds, heap: first.heap },
    plan: { seconds: planned.seconds, heap: planned.heap },
    apply: { seconds: applied.seconds, heap: applied.heap },
  };
}
