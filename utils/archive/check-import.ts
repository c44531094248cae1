/**
 * What a file claims, checked: names that are hashes are hashed again, blobs are unpacked, and every reference must end at
 * a row of the file or of the archive. Remembers ids and block borders, never texts.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { joinPieces } from '@/utils/exchange/blob-record';
import { ImportError, type ImportFailureCode } from '@/utils/exchange/archive-format';
import type { ArchiveRecord } from '@/utils/exchange/read-archive';
import type { BlobRecord } from '@/utils/exchange/record-schemas';
import { sha256Hex } from '@/utils/text/digest';
import type { Part } from '@/utils/annotation/types';
import { ARCHIVE_TABLES, type ArchiveTable, type StoredBlob, type Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { versionId } from './version-id';

/** Largest blob once unpacked: three times the largest page that is saved. */
const LARGEST_BLOB = 200_000_000;

interface Reference {
  from: ArchiveTable;
  id: string;
  line: number;
}

interface PlacedParts extends Reference {
  versionId: string;
  parts: Part[];
}

/** Block id → borders in the version's text. */
type Borders = Map<string, readonly [number, number]>;

export interface ImportChecker {
  /** Checks one record by itself and remembers what it refers to. Gives the row as it would be stored. */
  check: (record: ArchiveRecord) => Promise<object>;
  /** After the last record: do all references end somewhere? */
  finish: () => Promise<void>;
}

/** @throws ImportError (both functions): badRecord, badHash, badReference, tooLarge */
export function createImportChecker(db: PressmarkDatabase): ImportChecker {
  const seen = Object.fromEntries(ARCHIVE_TABLES.map((table) => [table, new Set<string>()])) as Record<
    ArchiveTable,
    Set<string>
  >;
  /** For each table: id asked for → the first record that asks. */
  const asked = Object.fromEntries(
    ARCHIVE_TABLES.map((table) => [table, new Map<string, Reference>()]),
  ) as Record<ArchiveTable, Map<string, Reference>>;
  const borders = new Map<string, Borders>();
  const placed: PlacedParts[] = [];

  async function check(record: ArchiveRecord): Promise<object> {
    const { table, id, line } = record;
    const fail = (code: ImportFailureCode, detail: string): never => {
      throw new ImportError({ code, line, table, id: id.slice(0, 200), detail });
    };
    if (seen[table].has(id)) fail('badRecord', 'the same id stands twice');
    seen[table].add(id);
    const needs = (target: ArchiveTable, key: string | null | undefined) => {
      if (key && !asked[target].has(key)) asked[target].set(key, { from: table, id, line });
    };
    const { row } = record;
    switch (record.table) {
      case 'searches':
        needs('projects', record.row.projectId);
        break;
      case 'collections':
      case 'codes':
        needs('projects', record.row.projectId);
        needs(record.table, record.row.parentId);
        if (record.table === 'codes') needs('codes', record.row.mergedInto);
        break;
      case 'articles':
        needs('articles', record.row.mergedInto);
        for (const collection of record.row.collections) needs('collections', collection);
        // The bin was emptied: what is left is the tombstone.
        if (!record.row.deletedAt) needs('versions', record.row.latestVersionId);
        break;
      case 'versions':
        needs('articles', record.row.articleId);
        needs('blobs', record.row.rawSha);
        borders.set(id, checkText(record.row, fail));
        if ((await sha256Hex(record.row.text)) !== record.row.textSha) fail('badHash', 'textSha');
        if ((await versionId({ ...record.row, extractor: record.row.circumstances.extractor })) !== id)
          fail('badHash', 'id');
        break;
      case 'pictures':
        needs('articles', record.row.articleId);
        needs('versions', record.row.versionId);
        needs('blobs', record.row.blobSha);
        if (id !== `${record.row.versionId}:${record.row.pictureId}`) fail('badRecord', 'id');
        if (record.row.outcome === 'kept' && !record.row.blobSha) fail('badReference', 'blobSha');
        break;
      case 'annotations':
        if (record.row.parts.length === 0) fail('badRecord', 'parts');
        needs('articles', record.row.articleId);
        needs('versions', record.row.versionId);
        needs('coders', record.row.coderId);
        placed.push({ from: table, id, line, versionId: record.row.versionId, parts: record.row.parts });
        break;
      case 'placements':
        needs('articles', record.row.articleId);
        needs('versions', record.row.versionId);
        needs('annotations', record.row.annotationId);
        if (id !== `${record.row.annotationId}:${record.row.versionId}`) fail('badRecord', 'id');
        placed.push({ from: table, id, line, versionId: record.row.versionId, parts: record.row.parts });
        break;
      case 'codings':
        needs('articles', record.row.articleId);
        needs(record.row.targetType === 'article' ? 'articles' : 'annotations', record.row.targetId);
        needs('codes', record.row.codeId);
        needs('coders', record.row.coderId);
        if (id !== `${record.row.targetId}:${record.row.codeId}:${record.row.coderId}`)
          fail('badRecord', 'id');
        break;
      case 'memos':
        // A memo may outlive its subject (the bin was emptied); its words are kept all the same.
        needs('coders', record.row.coderId);
        break;
      case 'samples':
        // Neither its articles nor its collection are asked for: a sample outlives both, and a selection has only some.
        needs('projects', record.row.projectId);
        for (const coder of record.row.coderIds) needs('coders', coder);
        break;
      case 'completions':
        needs('samples', record.row.sampleId);
        needs('articles', record.row.articleId);
        needs('coders', record.row.coderId);
        if (id !== `${record.row.sampleId}:${record.row.articleId}:${record.row.coderId}`)
          fail('badRecord', 'id');
        break;
      case 'blobs':
        return readBlob(record.row, fail);
      case 'projects':
      case 'coders':
    }
    return row;
  }

  async function finish(): Promise<void> {
    for (const table of ARCHIVE_TABLES) {
      const missing = [...asked[table]].filter(([key]) => !seen[table].has(key));
      for (let at = 0; at < missing.length; at += 1000) {
        const some = missing.slice(at, at + 1000);
        const here = new Set(
          await db
            .table<object, string>(table)
            .where(':id')
            .anyOf(some.map(([key]) => key))
            .primaryKeys(),
        );
        const lost = some.find(([key]) => !here.has(key));
        if (lost) {
          const [key, { from, id, line }] = lost;
          throw new ImportError({ code: 'badReference', table: from, id, line, detail: `${table}/${key}` });
        }
      }
    }
    for (const place of placed) {
      const within = borders.get(place.versionId) ?? (await bordersHere(place.versionId));
      const outside = place.parts.find((part) => {
        const block = within.get(part.blockId);
        return !block || part.start < block[0] || part.end > block[1] || part.start >= part.end;
      });
      if (outside) {
        const { from, id, line } = place;
        throw new ImportError({
          code: 'badReference',
          table: from,
          id,
          line,
          detail: `parts: ${outside.blockId} ${outside.start}–${outside.end}`,
        });
      }
    }
  }

  async function bordersHere(id: string): Promise<Borders> {
    const version = await db.versions.get(id);
    const found = bordersOf(version?.blocks ?? []);
    borders.set(id, found);
    return found;
  }

  return { check, finish };
}

function bordersOf(blocks: Version['blocks']): Borders {
  return new Map(blocks.map((block) => [block.id, [block.start, block.end] as const]));
}

/** Blocks stand in order, one line break apart, and cover the text: what `parseCapture` asks of a capture. */
function checkText(version: Version, fail: (code: ImportFailureCode, detail: string) => never): Borders {
  let expected = 0;
  for (const block of version.blocks) {
    if (block.start !== expected || block.end < block.start || block.end > version.text.length)
      fail('badRecord', `blocks: ${block.id} does not fit the text`);
    expected = block.end + 1;
  }
  if (version.blocks.length > 0 && expected - 1 !== version.text.length)
    fail('badRecord', 'blocks do not cover the text');
  const found = bordersOf(version.blocks);
  if (found.size !== version.blocks.length) fail('badRecord', 'blocks: the same id stands twice');
  return found;
}

/** The blob with its bytes, which must be what its name says. */
async function readBlob(
  record: BlobRecord,
  fail: (code: ImportFailureCode, detail: string) => never,
): Promise<StoredBlob> {
  // Let go: the hash stays as a name, there is nothing to hash.
  if (record.releasedAt) {
    if (record.bytes.length > 0) fail('badRecord', 'released, with bytes');
    return { ...record, bytes: new Uint8Array() };
  }
  let bytes: Uint8Array;
  try {
    bytes = joinPieces(record.bytes);
  } catch {
    return fail('badRecord', 'bytes: not base64');
  }
  if (record.size > LARGEST_BLOB) fail('tooLarge', 'blob');
  const hash = sha256.create();
  let size = 0;
  if (record.compression === 'none') {
    size = bytes.length;
    if ((await sha256Hex(bytes)) !== record.sha256) fail('badHash', 'sha256');
  } else {
    const reader = new Blob([bytes as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream('gzip'))
      .getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.length;
        if (size > record.size) break;
        hash.update(value);
      }
    } catch {
      fail('badHash', 'gzip');
    }
    // A bomb is left after its declared size.
    if (size > record.size) {
      await reader.cancel().catch(() => undefined);
      fail('badHash', 'size');
    }
    if (bytesToHex(hash.digest()) !== record.sha256) fail('badHash', 'sha256');
  }
  if (size !== record.size) fail('badHash', 'size');
  return { ...record, bytes };
}
