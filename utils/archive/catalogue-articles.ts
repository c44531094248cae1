/** Brings the catalogue up for some articles: only the chunks they stand in are written. */
import type { PressmarkDatabase } from '@/utils/db/schema';
import { CHUNK_SIZE, decodeChunk, encodeChunk, type CatalogueEntry } from '@/utils/search/catalogue-chunk';
import { entryOf, hangingOn, textFacts, versionSum } from './catalogue-entry';
import type { DerivedEntry } from './derived-entry';

type Chunk = (CatalogueEntry | undefined)[];

/** Call inside a transaction over `DERIVING_TABLES`. */
export async function catalogueArticles(
  db: PressmarkDatabase,
  entries: readonly DerivedEntry[],
): Promise<void> {
  const numbers = [...new Set(entries.map(({ doc }) => Math.floor(doc / CHUNK_SIZE)))];
  const [here, last] = await Promise.all([
    db.catalogue.bulkGet(numbers),
    db.catalogue.orderBy('at').lastKey(),
  ]);
  const chunks = new Map<number, Chunk>(numbers.map((number, n) => [number, readOrEmpty(here[n]?.bytes)]));
  await Promise.all(
    entries.map(async (entry) => {
      const chunk = chunks.get(Math.floor(entry.doc / CHUNK_SIZE))!;
      const slot = entry.doc % CHUNK_SIZE;
      const next = await catalogueEntry(db, entry, chunk[slot]);
      while (chunk.length < slot) chunk.push(undefined);
      chunk[slot] = next;
    }),
  );
  const at = Number(last ?? 0) + 1;
  await db.catalogue.bulkPut(
    [...chunks].map(([chunk, rows]) => {
      while (rows.length > 0 && !rows.at(-1)) rows.pop();
      return { chunk, at, bytes: encodeChunk(rows) };
    }),
  );
}

/** A chunk that cannot be read is begun anew: *Verify* finds what is missing from it. */
function readOrEmpty(bytes: Uint8Array | undefined): Chunk {
  if (!bytes) return [];
  try {
    return decodeChunk(bytes);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

async function catalogueEntry(
  db: PressmarkDatabase,
  { article, inHand, version }: DerivedEntry,
  before: CatalogueEntry | undefined,
): Promise<CatalogueEntry | undefined> {
  if (!article) return undefined;
  const isSameText =
    before !== undefined &&
    before.id === article.id &&
    before.versionSum === versionSum(article.latestVersionId);
  const [rows, text] = await Promise.all([
    hangingOn(db, article, inHand),
    isSameText ? { words: before.words, agency: before.agency } : version().then(textFacts),
  ]);
  return entryOf(article, rows, text);
}
