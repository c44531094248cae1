/**
 * Which articles the catalogue says are printed elsewhere, too. What is so of one depends on others (in the bin, changed, said to
 * be another story), so whatever touches one of a pair looks at both. Promise: the marks are what `printedElsewhere` answers.
 */
import type { PressmarkDatabase } from '@/utils/db/schema';
import { pairsOf, printedElsewhere } from '@/utils/db/reprints';
import { CHUNK_SIZE, decodeChunk, encodeChunk } from '@/utils/search/catalogue-chunk';
import { chunkNumber, lastWriting, unlessDamaged } from './catalogue-articles';
import type { DerivedEntry } from './derived-entry';

/** All articles of the pairs that these are in, themselves included: asked before anything is derived, which may forget pairs. */
export async function pairedWith(db: PressmarkDatabase, entries: readonly DerivedEntry[]): Promise<string[]> {
  const pairs = await pairsOf(
    db,
    entries.flatMap(({ id, isNew }) => (isNew ? [] : [id])),
  );
  return [...new Set(pairs.flatMap(({ articleIds }) => articleIds))];
}

/**
 * Inside a transaction over articles and derived tables: writes only chunks in which a mark is wrong. An
 * entry that was just made has none.
 */
export async function markElsewhere(db: PressmarkDatabase, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  const [elsewhere, { numbered, chunks }, last] = await Promise.all([
    printedElsewhere(db, articleIds),
    chunksOf(db, articleIds),
    lastWriting(db),
  ]);
  const written = chunks.flatMap((row) => {
    const entries = row && unlessDamaged(() => decodeChunk(row.bytes));
    if (!entries) return [];
    let isWrong = false;
    for (const { id, doc } of numbered) {
      const entry = chunkNumber(doc) === row.chunk ? entries[doc % CHUNK_SIZE] : undefined;
      if (!entry || entry.isElsewhere === elsewhere.has(id)) continue;
      entry.isElsewhere = elsewhere.has(id);
      isWrong = true;
    }
    return isWrong ? [{ chunk: row.chunk, at: last + 1, bytes: encodeChunk(entries) }] : [];
  });
  if (written.length > 0) await db.catalogue.bulkPut(written);
}

async function chunksOf(db: PressmarkDatabase, articleIds: readonly string[]) {
  const rows = await db.docs.bulkGet([...articleIds]);
  const numbered = rows.filter((row) => row !== undefined);
  const numbers = [...new Set(numbered.map(({ doc }) => chunkNumber(doc)))];
  return { numbered, chunks: await db.catalogue.bulkGet(numbers) };
}
