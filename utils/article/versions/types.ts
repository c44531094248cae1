/** What differs between two versions of an article, as a researcher of the press weighs it. */
import type { FieldChange } from '../compare';
import type { Block, BlockType, Detection, Incompleteness, Metadata } from '../types';

/** A saved version, or what a page shows now. */
export interface VersionSide {
  metadata: Metadata;
  text: string;
  blocks: readonly Block[];
  /** null where nobody asked: a text that was typed. */
  detection: Pick<Detection, 'isArticle'> | null;
  incomplete?: readonly Incompleteness[];
  /** When the page said so, ISO; absent where it is not known. */
  capturedAt?: string;
}

/**
 * Weightiest first. `figures`: numbers or names differ, those of the byline and the date of print among them. `moved`: same words elsewhere. `typography`: only quotes, dashes,
 * blanks, places of tone marks, borders or kinds of paragraphs.
 */
export const GRADES = ['headline', 'lead', 'figures', 'wording', 'moved', 'typography'] as const;
export type Grade = (typeof GRADES)[number];

export interface BlockSide {
  type: BlockType;
  text: string;
}

export interface ComparedBlock {
  is: 'same' | 'edited' | 'added' | 'removed';
  from: BlockSide | null;
  to: BlockSide | null;
  /** null for what is the same in its place. */
  grade: Grade | null;
  /** Stands elsewhere in the order of the text; its words may be edited too. */
  isMoved: boolean;
  /** Numbers and names that went and came. */
  gone: string[];
  came: string[];
}

export interface ChangeCounts {
  edited: number;
  added: number;
  removed: number;
  moved: number;
  typography: number;
  /** Of those edited, added and removed: how many have other numbers or names. */
  figures: number;
  headline: boolean;
  lead: boolean;
  byline: boolean;
  /** Of print; times of an update that pages keep beside it do not count. */
  date: boolean;
}

/**
 * What the second side is. `gone`: the page says that the article was taken down, or holds next to nothing of it. `part`: it
 * stops at a wall or goes on elsewhere, which the first side does not. `another`: a different text.
 */
export type Presence = 'article' | 'gone' | 'part' | 'another';

export interface ChangeSummary {
  presence: Presence;
  /** The weightiest of all; null: no difference in the text nor in byline and date. */
  grade: Grade | null;
  counts: ChangeCounts;
  /** Some of the numbers and names that went and came. */
  gone: string[];
  came: string[];
}

export interface VersionDifference extends ChangeSummary {
  /** Both texts in one order: that of the second side, with what went where it stood. */
  blocks: ComparedBlock[];
  /** Byline, dates and the like, wherever they were found. */
  fields: FieldChange[];
}

/** Worth telling a person who comes back to the page: more than typography. */
export function isTold(grade: Grade | null): boolean {
  return grade !== null && grade !== 'typography';
}
