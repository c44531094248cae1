/** Writes the file record by record: one record a line, canonical JSON, hashed on the way. Nothing is held whole. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ARCHIVE_FORMAT, ARCHIVE_FORMAT_VERSION } from './archive-format';
import type { ArchiveTable } from '@/utils/db/records';

export type Sink = (chunk: Uint8Array) => Promise<void>;

const CHUNK = 512 * 1024;

export interface ArchiveWriter {
  openTable: (table: ArchiveTable) => Promise<void>;
  /** One record, its JSON text in one or more parts. */
  record: (parts: Iterable<string>) => Promise<void>;
  closeTable: () => Promise<void>;
  finish: () => Promise<{ records: number; bytes: number; sha256: string }>;
  /** Bytes given out or waiting so far. */
  size: () => number;
}

export function createArchiveWriter(sink: Sink): ArchiveWriter {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let bytes = 0;
  let records = 0;
  let recordsHere = 0;

  async function flush() {
    if (waitingBytes === 0) return;
    const chunk = new Uint8Array(waitingBytes);
    let at = 0;
    for (const piece of waiting) {
      chunk.set(piece, at);
      at += piece.length;
    }
    waiting = [];
    waitingBytes = 0;
    hash.update(chunk);
    await sink(chunk);
  }

  async function write(text: string) {
    const piece = encoder.encode(text);
    waiting.push(piece);
    waitingBytes += piece.length;
    bytes += piece.length;
    if (waitingBytes >= CHUNK) await flush();
  }

  const head = `{"format":"${ARCHIVE_FORMAT}","formatVersion":${ARCHIVE_FORMAT_VERSION}`;
  let isHeadOut = false;
  const begin = async () => {
    if (!isHeadOut) await write(head);
    isHeadOut = true;
  };

  return {
    async openTable(table) {
      await begin();
      recordsHere = 0;
      await write(`,\n"${table}":[`);
    },
    async record(parts) {
      await write(recordsHere === 0 ? '\n' : ',\n');
      for (const part of parts) await write(part);
      recordsHere += 1;
      records += 1;
    },
    async closeTable() {
      await write(recordsHere === 0 ? ']' : '\n]');
    },
    async finish() {
      await begin();
      await write('}\n');
      await flush();
      return { records, bytes, sha256: bytesToHex(hash.digest()) };
    },
    size: () => bytes,
  };
}
