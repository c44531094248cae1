/** Reads the file in pieces: bytes → (gunzip) → UTF-8 → pieces of JSON → records of known tables. Never whole in memory. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ArchiveTable } from '@/utils/db/records';
import { ARCHIVE_FORMAT, ARCHIVE_FORMAT_VERSION, ImportError, isArchiveTable, keyOf } from './archive-format';
import { parseRecord, type ArchiveRecords } from './record-schemas';
import { createJsonSplitter, type Piece } from './split-json';

/** gzip makes JSON some ten times smaller; a file that grows more than this is a bomb. */
const MOST_GROWTH = 200;
const FREE_GROWTH = 64 * 1024 * 1024;

export type ArchiveRecord = {
  [T in ArchiveTable]: { table: T; row: ArchiveRecords[T]; id: string; line: number };
}[ArchiveTable];

export interface ReadProgress {
  /** Bytes of the file read so far, and all of them. */
  done: number;
  total: number;
}

export interface ReadOptions {
  onRecord: (record: ArchiveRecord) => Promise<void>;
  onProgress?: (progress: ReadProgress) => void;
  signal?: AbortSignal;
}

/** SHA-256 of the file as it is. @throws ImportError */
export async function readArchive(file: Blob, options: ReadOptions): Promise<{ sha256: string }> {
  const hash = sha256.create();
  let read = 0;
  let grown = 0;
  const isGzip = await startsAsGzip(file);
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.length;
        hash.update(chunk);
        controller.enqueue(chunk);
      },
    }),
  );
  const plain = isGzip
    ? counted.pipeThrough(
        new DecompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array>,
      )
    : counted;
  const reader = plain.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const document = readDocument(options.onRecord);
  try {
    for (;;) {
      if (options.signal?.aborted) throw new ImportError({ code: 'cancelled' });
      const { done, value } = await nextChunk(reader, isGzip);
      if (done) break;
      grown += value.length;
      if (isGzip && grown > FREE_GROWTH + read * MOST_GROWTH)
        throw new ImportError({ code: 'tooLarge', detail: 'compression' });
      await document.push(decode(decoder, value, document.line()));
      options.onProgress?.({ done: read, total: file.size });
    }
    await document.push(decode(decoder, undefined, document.line()));
    document.finish();
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    if (error instanceof ImportError && !document.isOurs()) throw foreign(error);
    throw error;
  }
  return { sha256: bytesToHex(hash.digest()) };
}

async function startsAsGzip(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, isGzip: boolean) {
  try {
    return await reader.read();
  } catch (error) {
    // A gzip stream that ends early or is damaged; the platform does not tell which.
    const detail = error instanceof Error ? error.message.slice(0, 200) : undefined;
    throw new ImportError({ code: isGzip ? 'truncated' : 'storage', detail });
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, line: number): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new ImportError({ code: bytes ? 'badJson' : 'truncated', line, detail: 'not UTF-8' });
  }
}

/** Whatever is wrong with a file that never said it is ours: it is not ours. */
function foreign(error: ImportError): ImportError {
  const { code, line, detail } = error.failure;
  const isTold = code === 'notOurs' || code === 'cancelled' || code === 'storage' || code === 'newerFormat';
  return isTold ? error : new ImportError({ code: 'notOurs', line, detail });
}

/** The document: its head is checked, records of known tables are handed on, members we do not know are passed over. */
function readDocument(onRecord: ReadOptions['onRecord']) {
  const splitter = createJsonSplitter();
  let format: unknown;
  let version: unknown;
  let line = 1;

  function readHead(name: string, value: unknown) {
    if (name === 'format') {
      if (value !== ARCHIVE_FORMAT) throw new ImportError({ code: 'notOurs', line });
      format = value;
    } else if (name === 'formatVersion') {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
        throw new ImportError({ code: 'badRecord', line, detail: 'formatVersion' });
      if (value > ARCHIVE_FORMAT_VERSION)
        throw new ImportError({ code: 'newerFormat', line, detail: String(value) });
      version = value;
    } else if (isArchiveTable(name))
      throw new ImportError({ code: 'badRecord', line, table: name, detail: 'not a list' });
  }

  async function take(piece: Piece) {
    line = piece.line;
    if (piece.kind === 'member') readHead(piece.name, piece.value);
    else if (piece.kind === 'array') {
      if (piece.name === 'format' || piece.name === 'formatVersion')
        throw new ImportError({ code: 'notOurs', line });
    } else if (isArchiveTable(piece.name)) {
      const table = piece.name;
      const parsed = parseRecord(table, piece.value);
      if (!parsed.isFit) {
        const isRow = typeof piece.value === 'object' && piece.value !== null;
        const id = isRow ? keyOf(table, piece.value as object).slice(0, 100) || undefined : undefined;
        throw new ImportError({ code: 'badRecord', line, table, id, detail: parsed.detail });
      }
      await onRecord({ table, row: parsed.row, id: keyOf(table, parsed.row), line } as ArchiveRecord);
    }
  }

  return {
    async push(text: string) {
      for (const piece of splitter.push(text)) await take(piece);
    },
    finish() {
      splitter.finish();
      if (format === undefined || version === undefined) throw new ImportError({ code: 'notOurs' });
    },
    isOurs: () => format !== undefined,
    line: () => line,
  };
}
