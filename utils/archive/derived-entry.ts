import type { Article, Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import type { HangingRows } from './catalogue-entry';
import type { Ahead } from './read-ahead';

/** One article whose derived rows are to be brought up. */
export interface DerivedEntry {
  id: string;
  doc: number;
  /** What its words in the index were made from (`stampOf`); absent: it has none there. */
  words?: number;
  /** Its number was given just now: nothing was ever derived from it. */
  isNew?: boolean;
  /** null: it is gone (let go for good, or merged into another); what was derived from it goes. */
  article: Article | null;
  /** The latest version, in hand or read when asked for. */
  version: () => Promise<Version | undefined>;
  /** Its words (`packArticle`), packed while the database was at work; absent: they are when needed. */
  packed?: Uint8Array;
  /** Rows that the caller has just written: they need not be read. */
  inHand: Partial<HangingRows>;
}

/** Brings rows of one kind up for these articles, inside the transaction that changes them. */
export type Deriver = (
  db: PressmarkDatabase,
  entries: readonly DerivedEntry[],
  ahead?: Ahead | null,
) => Promise<void>;
