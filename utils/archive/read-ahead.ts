/**
 * What the first save of an article must know of the derived rows, read before its transaction, which then need only write: each
 * look between two writes is a way to the database and back. Promise: what was read still holds there, since only one writer is
 * at work at a time (`exclusively`).
 */
import type { CatalogueChunk, DERIVED_TABLES } from '@/utils/db/derived';
import type { TableName } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { chunkNumber, lastWriting } from './catalogue-articles';
import { indexChanges } from './index-articles';

export interface Ahead {
  /** The number that the article gets. */
  doc: number;
  /** The chunk of the catalogue that it will stand in, as far as there is one. */
  chunk: CatalogueChunk | undefined;
  /** How often the catalogue was written. */
  catalogueAt: number;
  changes: Awaited<ReturnType<typeof indexChanges>>;
  /** Its words (`packArticle`), packed while the database was at work. */
  packed?: Uint8Array;
}

/** What a transaction that calls `readAhead` must span. */
export const AHEAD_TABLES: readonly (TableName | (typeof DERIVED_TABLES)[number])[] = [
  'docs',
  'catalogue',
  'segments',
];

/** @returns null: something is derived from this article already */
export async function readAhead(db: PressmarkDatabase, articleId: string): Promise<Ahead | null> {
  const [known, lastDoc, chunk, catalogueAt, changes] = await Promise.all([
    db.docs.get(articleId),
    db.docs.orderBy('doc').lastKey(),
    db.catalogue.orderBy('chunk').last(),
    lastWriting(db),
    indexChanges(db),
  ]);
  if (known) return null;
  const doc = Number(lastDoc ?? -1) + 1;
  return { doc, chunk: chunk?.chunk === chunkNumber(doc) ? chunk : undefined, catalogueAt, changes };
}
