/**
 * Rows that are made from the archive's own and never exported: doc numbers, the catalogue, the search index, sketches of
 * texts. Promise: throwing all of them away loses nothing; they are built again, a part at a time.
 */

/** An article whose derived rows are behind: written in the transaction that changed it, deleted when they have caught up. */
export interface StaleArticle {
  /** The article's id. */
  id: string;
}

/** The number of an article in the catalogue and the search index, given once and never again. */
export interface DocNumber {
  id: string;
  doc: number;
  /** What its words in the index were made from, as a number (`stampOf`); absent: it has none there. */
  words?: number;
}

/** What the library filters and sorts by, of up to 128 documents, packed: `utils/search/catalogue-chunk.ts`. */
export interface CatalogueChunk {
  chunk: number;
  /** Grows with each writing, over all chunks: who watches reads only what was written since. */
  at: number;
  bytes: Uint8Array;
}

/** All tables whose rows are made from others. */
export const DERIVED_TABLES = [
  'stale',
  'docs',
  'catalogue',
  'tail',
  'segments',
  'postings',
  'pairs',
  'sketches',
  'unpaired',
  'reprints',
] as const;

/** A document's words and their places, not yet merged into a segment. */
export interface TailDoc {
  doc: number;
  /** Count of changes when it was written: a merge sees by it what came while it worked. */
  change: number;
  bytes: Uint8Array;
}

/** What a segment of the search index holds. */
export interface SearchSegment {
  /** From 1; 0 is the row that counts changes. */
  segment: number;
  /** Numbers of its documents, ascending, 4 bytes each. */
  docs: Uint32Array;
  /** Places each of them uses. */
  lengths: Uint16Array;
  /** 1 for each document that no longer counts: it was changed or is gone. */
  gone: Uint8Array;
  /** SHA-256 of its rows: tells damage. */
  seal?: string;
  /** Row 0 only: counts up at every change of the index, so that readers know when what they hold is old. */
  change?: number;
  /** Row 0 only: the highest number of a document that was ever merged. */
  highest?: number;
}

/** Words that begin alike, of one segment: in which documents they stand. */
export interface PostingBlock {
  key: string;
  bytes: Uint8Array;
}

/** The same words: which words stand beside them, and in which documents. */
export interface PairBlock {
  key: string;
  bytes: Uint8Array;
}

/** What the texts of up to 256 documents look like from afar: `utils/search/sketch-chunk.ts`. */
export interface SketchChunk {
  chunk: number;
  bytes: Uint8Array;
}

/** A document whose near-duplicates have not been looked for since it was last changed. */
export interface Unpaired {
  doc: number;
}

/** How many bytes a blob or a version has; they never change, so each is weighed once: `utils/archive/weigh-archive.ts`. */
export interface Weight {
  /** `blobs/<hash>` or `versions/<id>` */
  id: string;
  of: 'pictures' | 'pages' | 'articles';
  bytes: number;
}

/** Two articles of different outlets that print one story, as far as their texts tell. */
export interface Reprint {
  /** `${articleId}:${articleId}`, the lesser first. */
  id: string;
  articleIds: [string, string];
  /** The versions compared, in the same order. */
  versionIds: [string, string];
  /** How much of the shorter text stands in the other, 0–1. */
  share: number;
}
