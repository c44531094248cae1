/**
 * Rows that are made from the archive's own and never exported: doc numbers, the catalogue, the search index, sketches of
 * texts. Promise: throwing all of them away loses nothing; they are built again, a part at a time.
 */

/** An article whose derived rows are behind: written in the transaction that changed it, deleted when they have caught up. */
export interface StaleArticle {
  /** The article's id. */
  id: string;
}

/**
 * The number of a document in the catalogue and the search index, given once and never again. Key: an article's id, or
 * `annotation/<id>`, `memo/<id>` for a comment or a memo, which answers for its article.
 */
export interface DocNumber {
  id: string;
  doc: number;
}

/** Columns of up to 512 documents, packed: `utils/search/catalogue-chunk.ts`. */
export interface CatalogueChunk {
  chunk: number;
  bytes: Uint8Array;
}

/** A document's words and their places, not yet merged into a segment. */
export interface TailDoc {
  doc: number;
  bytes: Uint8Array;
}

/** What a segment of the search index holds; `gone`: a bit for each of its documents that no longer counts. */
export interface SearchSegment {
  segment: number;
  first: number;
  count: number;
  gone: Uint8Array;
}

/** Words that begin alike, of one segment: in which documents they stand. */
export interface PostingBlock {
  key: string;
  bytes: Uint8Array;
}

/** The same words: where in these documents. */
export interface PositionBlock {
  key: string;
  bytes: Uint8Array;
}

/** What a text looks like from afar, to find its near-duplicates. */
export interface Sketch {
  articleId: string;
  versionId: string;
  /** Minima of the shingles' hashes, packed. */
  minima: Uint8Array;
  /** Names of the bands of minima: texts that share one may be alike. */
  bands: string[];
}
