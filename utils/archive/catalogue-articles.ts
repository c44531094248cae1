/** Brings the catalogue up for some articles: only the chunks they stand in are written. */
import { pageDiffersSince } from '@/utils/db/revisits';
import type { PressmarkDatabase } from '@/utils/db/schema';
import {
  appendToChunk,
  CHUNK_SIZE,
  decodeChunk,
  encodeChunk,
  type CatalogueEntry,
} from '@/utils/search/catalogue-chunk';
import { entryOf, hangingOn, textFacts, versionSum } from './catalogue-entry';
import type { DerivedEntry } from './derived-entry';
import type { Ahead } from './read-ahead';

type Chunk = (CatalogueEntry | undefined)[];

/** The chunk that a document stands in. */
export const chunkNumber = (doc: number) => Math.floor(doc / CHUNK_SIZE);

/** How often the catalogue was written. */
export async function lastWriting(db: PressmarkDatabase): Promise<number> {
  return Number((await db.catalogue.orderBy('at').lastKey()) ?? 0);
}

/** A deriver: call inside a transaction over `DERIVING_TABLES`. */
export async function catalogueArticles(
  db: PressmarkDatabase,
  entries: readonly DerivedEntry[],
  ahead?: Ahead | null,
): Promise<void> {
  const [first] = entries;
  if (ahead && first) {
    const entry = (await catalogueEntry(db, first, undefined))!;
    const bytes = withOneMore(ahead.chunk?.bytes, first.doc % CHUNK_SIZE, entry);
    await db.catalogue.put({ chunk: chunkNumber(first.doc), at: ahead.catalogueAt + 1, bytes });
    return;
  }
  const numbers = [...new Set(entries.map(({ doc }) => chunkNumber(doc)))];
  const [here, last] = await Promise.all([db.catalogue.bulkGet(numbers), lastWriting(db)]);
  const chunks = new Map<number, Chunk>(numbers.map((number, n) => [number, readOrEmpty(here[n]?.bytes)]));
  await Promise.all(
    entries.map(async (entry) => {
      const chunk = chunks.get(chunkNumber(entry.doc))!;
      const slot = entry.doc % CHUNK_SIZE;
      const next = await catalogueEntry(db, entry, chunk[slot]);
      while (chunk.length < slot) chunk.push(undefined);
      chunk[slot] = next;
    }),
  );
  const at = last + 1;
  await db.catalogue.bulkPut(
    [...chunks].map(([chunk, rows]) => {
      while (rows.length > 0 && !rows.at(-1)) rows.pop();
      return { chunk, at, bytes: encodeChunk(rows) };
    }),
  );
}

/** A chunk with an article that was not in it. */
function withOneMore(bytes: Uint8Array | undefined, slot: number, entry: CatalogueEntry): Uint8Array {
  const longer = bytes && unlessDamaged(() => appendToChunk(bytes, slot, entry));
  if (longer) return longer;
  const chunk = readOrEmpty(bytes);
  while (chunk.length < slot) chunk.push(undefined);
  chunk[slot] = entry;
  return encodeChunk(chunk);
}

/** A chunk that cannot be read is begun anew: *Verify* finds what is missing from it. */
function readOrEmpty(bytes: Uint8Array | undefined): Chunk {
  return (bytes && unlessDamaged(() => decodeChunk(bytes))) ?? [];
}

/** null: the bytes are no chunk. */
export function unlessDamaged<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
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
  return entryOf(article, rows, text, {
    isChanged: (await pageDiffersSince(db, article, rows.revisit)) !== null,
    // Other articles have a say in it: `mark-elsewhere.ts` follows.
    isElsewhere: false,
  });
}
