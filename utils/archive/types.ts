/**
 * The archive: the verbs of the product. Promise: every write goes through here, in one transaction, and a verb that
 * failed has changed nothing. These are the shapes that its callers see.
 */
import type { Part, Quote } from '@/utils/annotation/types';
import type { ArticleState, ByHand } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';

export type ErrorCode =
  | 'restrictedPage'
  | 'pageGone'
  | 'emptyArticle'
  | 'captureFailed'
  | 'privateWindow'
  | 'storageFull'
  | 'storageBroken'
  | 'storageTooNew'
  | 'notFound'
  | 'nameTaken'
  | 'codeUnderItself'
  | 'shortcutTaken'
  | 'valueUnknown'
  | 'fileUnreadable'
  | 'nothingSelected'
  | 'badRequest'
  | 'coderAtWork'
  | 'lastProject'
  | 'emptyFrame'
  | 'archiveBusy'
  | 'permissionNeeded'
  | 'unexpected';

/** An expected failure, with a sentence `error_<code>` in `_locales`. */
export class ArchiveError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: string,
  ) {
    super(detail ? `${code}: ${detail}` : code);
  }
}

/** What a verb needs from the world. The background makes one; tests make another. */
export interface ArchiveContext {
  db: PressmarkDatabase;
  now: () => Date;
  uuid: () => string;
  /** Names this device's ledger chain. */
  device: string;
  /** Who codes at this device; missing before the first start. */
  coder?: string;
  /** The project at work at this device; missing before the first start. */
  project?: string;
  browser: string;
  extension: string;
  timeZone: string;
  /** Bytes the disk still takes, or Infinity where the browser does not say. */
  room: () => Promise<number>;
}

/** Tags typed by a person: names; a code whose folded name is the same is used, else one is made. */
export interface SaveWishes {
  byHand: ByHand;
  tags: string[];
  collections: string[];
  /** Whose tags they are; those of the project at work without it. */
  projectId?: string;
  /** Nobody pressed Save: it is done by a setting, and undo says so. */
  isUnasked?: boolean;
}

export type SaveOutcome = 'saved' | 'newVersion' | 'unchanged';

export interface SavedArticle {
  articleId: string;
  versionId: string;
  outcome: SaveOutcome;
  /** Hosts of pictures that we may not fetch yet. */
  hostsNeeded: string[];
  picturesPending: number;
}

/** What the popup and the badge know about an address. */
export interface KnownArticle {
  articleId: string;
  title: string;
  savedAt: string;
  versionCount: number;
  versionId: string;
  textSha: string;
  state: ArticleState;
  annotations: number;
  tags: { codeId: string; name: string; colour: string }[];
  collections: string[];
  byHand: ByHand;
}

/** An article entered by hand: text pasted or typed, blocks split at line breaks. */
export interface EnteredArticle {
  title: string;
  lead: string;
  text: string;
  url: string;
  byHand: ByHand;
  tags: string[];
  collections: string[];
}

export interface NewAnnotation {
  articleId: string;
  versionId: string;
  parts: Part[];
  quote: Quote;
  comment: string;
  /** Codes put on it at once. */
  codeIds: string[];
  newTags: string[];
  origin: 'saved' | 'live';
}

export interface UndoState {
  /** Message key of what undo would take back, null when there is nothing. */
  undo: string | null;
  redo: string | null;
}

export interface NewCode {
  name: string;
  /** null: at the top */
  parentId: string | null;
  /** The sibling before which it stands; at the end without one. */
  beforeId?: string | null;
  /** #rrggbb */
  colour?: string;
}

/** What may be changed on a code; what is left out stays. */
export interface CodePatch {
  name?: string;
  /** #rrggbb */
  colour?: string;
  definition?: string;
  include?: string;
  exclude?: string;
  example?: string;
  /** One to three letters or digits; null takes it away. */
  shortcut?: string | null;
  /** With values a code is a variable of the article; without, a plain code. */
  values?: string[];
  /** Values that only got another word: codings that have the old one follow. */
  renamedValues?: { from: string; to: string }[];
}
