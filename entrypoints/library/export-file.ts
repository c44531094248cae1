/** The exported file while it is written: in the origin's private file system, so that memory does not grow with it. */
import type { ExportedFile, LibraryDoors } from '@/components/library/doors';
import { exportArchive } from '@/utils/archive/export-archive';
import { openDatabase } from '@/utils/db/open';

/** Where exports are written; what a killed page left there is removed when the library opens next. */
const FOLDER = 'exports';
/** Longer than any download takes to begin and end. */
const STALE_MS = 60 * 60 * 1000;

interface WorkingFile {
  write: (chunk: Uint8Array) => Promise<void>;
  close: () => Promise<Blob>;
  discard: () => Promise<void>;
}

export const exportToFile: LibraryDoors['exportArchive'] = async (articleIds, onProgress, signal) => {
  let working: WorkingFile | null = null;
  try {
    const db = await openDatabase();
    working = await openWorkingFile();
    const { write } = working;
    let last = 0;
    const exported = await exportArchive(
      db,
      articleIds ? { articleIds } : {},
      write,
      (progress) => {
        // A drawing for each of ten thousand records would cost more than writing them.
        const now = performance.now();
        if (now - last < 100 && progress.done < progress.total) return;
        last = now;
        onProgress(progress);
      },
      signal,
    );
    const file = await working.close();
    const value: ExportedFile = {
      name: `pressmark-${localDay(new Date())}.json`,
      file,
      records: exported.records,
      sha256: exported.sha256,
      discard: working.discard,
    };
    return { ok: true, value };
  } catch (error) {
    await working?.discard().catch(() => undefined);
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return { ok: false, error: { code: isFull ? 'storageFull' : 'unexpected', detail: String(error) } };
  }
};

async function openWorkingFile(): Promise<WorkingFile> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    const name = `${Date.now()}-${crypto.randomUUID()}.json`;
    const handle = await folder.getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    return {
      write: (chunk) => stream.write(chunk as Uint8Array<ArrayBuffer>),
      async close() {
        await stream.close();
        return handle.getFile();
      },
      async discard() {
        await stream.abort().catch(() => undefined);
        await folder.removeEntry(name).catch(() => undefined);
      },
    };
  } catch {
    return inMemory();
  }
}

/** Where there is no private file system: Blobs, which the browser may itself put on disk. */
function inMemory(): WorkingFile {
  let pieces: Blob[] = [];
  return {
    write(chunk) {
      pieces.push(new Blob([chunk as Uint8Array<ArrayBuffer>]));
      return Promise.resolve();
    },
    close: () => Promise.resolve(new Blob(pieces, { type: 'application/json' })),
    discard() {
      pieces = [];
      return Promise.resolve();
    },
  };
}

/** Throws away working files of pages that were closed before they could do it themselves. */
export async function clearWorkingFiles(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER);
    for await (const name of folder.keys())
      if (Date.now() - Number.parseInt(name, 10) > STALE_MS) await folder.removeEntry(name);
  } catch {
    // No such folder, no such ability, or a file in use by another tab: nothing to do now.
  }
}

function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
