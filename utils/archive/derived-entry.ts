import type { Article, Version } from '@/utils/db/records';
import type { HangingRows } from './catalogue-entry';

/** One article whose derived rows are to be brought up. */
export interface DerivedEntry {
  id: string;
  doc: number;
  /** What its words in the index were made from (`stampOf`); absent: it has none there. */
  words?: number;
  /** null: it is gone (let go for good, or merged into another); what was derived from it goes. */
  article: Article | null;
  /** The latest version, in hand or read when asked for. */
  version: () => Promise<Version | undefined>;
  /** Its words (`packArticle`), packed while the database was at work; absent: they are when needed. */
  packed?: Uint8Array;
  /** Rows that the caller has just written: they need not be read. */
  inHand: Partial<HangingRows>;
}
