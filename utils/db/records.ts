/**
 * The rows of the archive, one interface per table (design §4). Plain JSON values, except `blobs.bytes`.
 * Ids are UUIDs or hashes. Mutable rows carry `touched`: for each field the ISO time of its last change, so that two
 * machines can be joined field by field. A deletion is a tombstone: `deletedAt`.
 */
import type { AnnotationOrigin, Part, Quote, Verdict } from '@/utils/annotation/types';
import type {
  Block,
  BylineRole,
  Counts,
  Detection,
  Incompleteness,
  Metadata,
  Removed,
  WebArchiveCopy,
} from '@/utils/article/types';

export type IsoTime = string;
export type Touched = Record<string, IsoTime>;

export interface Project {
  id: string;
  name: string;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

export interface Coder {
  id: string;
  name: string;
  initials: string;
  colour: string;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

export type ArticleState = 'inbox' | 'kept' | 'bin';
export type ArticleOrigin = 'page' | 'hand' | 'webArchive';

/** Fields a person has set; they win over the version's own. `null` means "set by hand to nothing". */
export interface ByHand {
  title?: string;
  lead?: string | null;
  authors?: string[];
  published?: string | null;
  modified?: string | null;
  section?: string[];
  keywords?: string[];
  outlet?: string | null;
  language?: string | null;
  genre?: string | null;
}

/** What is shown of an article: the version's fields with the hand-set ones on top. Kept on the row for lists. */
export interface Shown {
  title: string;
  lead: string | null;
  authors: string[];
  /** ISO with offset or a bare date. */
  published: string | null;
  section: string[];
  outlet: string | null;
  language: string | null;
}

export interface Article {
  /** SHA-256 (hex) of the canonical address at first save; of a random UUID for a record entered by hand. */
  id: string;
  /** Every address seen, normalised; multi-entry index. */
  addresses: string[];
  /** The address the "original" link opens. */
  url: string | null;
  mergedInto?: string;
  state: ArticleState;
  binnedAt?: IsoTime;
  origin: ArticleOrigin;
  savedAt: IsoTime;
  latestVersionId: string;
  versionCount: number;
  /** Versions taken back by undo: their rows stay, lists leave them out. */
  withdrawn?: string[];
  /** Articles with a like text that a person said tell another story. */
  otherStories?: string[];
  byHand: ByHand;
  shown: Shown;
  collections: string[];
  touched: Touched;
  deletedAt?: IsoTime;
}

export interface CaptureCircumstances {
  /** With the device's offset. */
  capturedAt: IsoTime;
  timeZone: string;
  pageUrl: string;
  browser: string;
  extension: string;
  extractor: string;
}

/** Immutable. id = SHA-256 of articleId, capturedAt, rawSha, extractor, metadata, blocks (canonical JSON). */
export interface Version {
  id: string;
  articleId: string;
  capturedAt: IsoTime;
  circumstances: CaptureCircumstances;
  family: string | null;
  /** Parts of the page that the family's rules did not find; absent = none. */
  familyMisses?: string[];
  /** Why the copy is not all of the article; absent = nothing said so. */
  incomplete?: Incompleteness[];
  metadata: Metadata;
  detection: Detection | null;
  text: string;
  textSha: string;
  blocks: Block[];
  html: string;
  /** blobs row of the gzipped serialised page; null for records entered by hand. */
  rawSha: string | null;
  counts: Counts;
  removed: Removed[];
  webArchive: WebArchiveCopy | null;
  roles?: BylineRole[];
  derivedFrom?: string;
  pageWasChanging: boolean;
}

export type PictureOutcome = 'pending' | 'kept' | 'permissionNeeded' | 'refused';
export type PictureRefusal =
  | 'network'
  | 'status'
  | 'notAPicture'
  | 'tooLarge'
  | 'tooMany'
  | 'released'
  | 'unsafe'
  | 'badAddress';

export interface Picture {
  /** `${versionId}:${pictureId}` */
  id: string;
  versionId: string;
  articleId: string;
  pictureId: string;
  url: string;
  alternatives: string[];
  host: string;
  caption: string | null;
  credit: string | null;
  alt: string | null;
  width: number | null;
  height: number | null;
  role: 'lead' | 'body';
  outcome: PictureOutcome;
  refusal?: PictureRefusal;
  /** HTTP status when refusal is `status`. */
  status?: number;
  attempts: number;
  blobSha: string | null;
}

export interface StoredBlob {
  /** SHA-256 (hex) of the bytes as they were before compression. */
  sha256: string;
  type: string;
  compression: 'none' | 'gzip';
  bytes: Uint8Array;
  size: number;
  /** The bytes were let go at this time: `bytes` is empty, the hash and the size are those they had. */
  releasedAt?: IsoTime;
}

export interface Annotation {
  id: string;
  articleId: string;
  /** The version it was made on; parts and quote are never changed afterwards. */
  versionId: string;
  parts: Part[];
  quote: Quote;
  comment: string;
  coderId: string;
  origin: AnnotationOrigin;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

export interface Placement {
  /** `${annotationId}:${versionId}` */
  id: string;
  annotationId: string;
  versionId: string;
  articleId: string;
  parts: Part[];
  verdict: Verdict;
  decidedBy: 'alignment' | 'person';
  changedWords: string[];
  touched: Touched;
}

export interface Code {
  id: string;
  projectId: string;
  parentId: string | null;
  name: string;
  /** Name folded (no marks, lower case), to find and to refuse twins. */
  folded: string;
  /** #rrggbb */
  colour: string;
  definition: string;
  include: string;
  exclude: string;
  example: string;
  /** For article variables (genre: tin, phóng sự…); empty = a plain code. */
  values: string[];
  order: number;
  shortcut: string | null;
  mergedInto?: string;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

export type CodingTarget = 'annotation' | 'article';

/** A code put on a passage or an article. id = `${targetId}:${codeId}:${coderId}`, so the same coding is one row. */
export interface Coding {
  id: string;
  targetType: CodingTarget;
  targetId: string;
  articleId: string;
  codeId: string;
  coderId: string;
  value: string | null;
  memo: string;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

export type MemoSubject = 'project' | 'article' | 'code' | 'annotation' | 'coding';

export interface Memo {
  id: string;
  subjectType: MemoSubject;
  subjectId: string;
  coderId: string;
  body: string;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

export interface Collection {
  id: string;
  projectId: string;
  parentId: string | null;
  name: string;
  order: number;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

/** What an article is sorted by before a sample is drawn. */
export type SampleStratum = 'outlet' | 'month' | 'section';

export interface SampleDesign {
  /** Names the algorithm, so that the draw can be repeated by others: `docs/decisions/009-samples.md`. */
  method: 'pressmark-sample/1';
  seed: string;
  /** What was drawn from. `filter`: what the library showed; `words` says what a person had asked for. */
  frame: { kind: 'all' } | { kind: 'collection'; collectionId: string } | { kind: 'filter'; words: string };
  frameSize: number;
  /** SHA-256 of the sorted ids of the frame, one a line: tells whether a later frame is the same. */
  frameSha: string;
  strataBy: SampleStratum[];
  /** `proportional`: `size` in all, by largest remainder. `perStratum`: `size` from each. */
  allocation: 'proportional' | 'perStratum';
  size: number;
  strata: { values: string[]; inFrame: number; drawn: number }[];
}

/** Articles drawn by chance, to be coded by some coders. What was drawn is never changed. */
export interface Sample {
  id: string;
  projectId: string;
  name: string;
  design: SampleDesign;
  /** In the order in which they are coded. */
  articleIds: string[];
  coderIds: string[];
  /** The coders do not see each other's work on an article until all of them are done with it. */
  isBlind: boolean;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

/**
 * A coder is done with an article of a sample, with or without any code. id = `${sampleId}:${articleId}:${coderId}`.
 * Taken back = tombstone.
 */
export interface Completion {
  id: string;
  sampleId: string;
  articleId: string;
  coderId: string;
  finishedAt: IsoTime;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

/** A query and filters of the library under a name. */
export interface SavedSearch {
  id: string;
  projectId: string;
  name: string;
  /** In the query language, filters included: `outlet:"Báo Bình Thuận" "rừng dương" after:2025`. */
  query: string;
  sort: string;
  order: number;
  createdAt: IsoTime;
  touched: Touched;
  deletedAt?: IsoTime;
}

export type BatchSource = 'tabs' | 'list' | 'section';
export type BatchState = 'running' | 'paused' | 'cancelled' | 'done';

export const QUEUE_STATES = [
  'waiting',
  'running',
  'saved',
  'newVersion',
  'unchanged',
  'failed',
  'skipped',
] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** Addresses to be saved one after the other. Not exported: it is work to do, not what was kept. */
export interface Batch {
  id: string;
  source: BatchSource;
  name: string;
  state: BatchState;
  /** Code of what stopped it by itself (a full disk); it has a sentence `error_<code>`. */
  problem: string | null;
  /** Addresses in each state, kept up by whoever moves one: counting 50,000 of them takes a browser a second. */
  counts: Record<QueueState, number>;
  /** Of the skipped ones, those that are no web addresses and cannot be tried again. */
  unfit: number;
  /** The project that was at work when it was begun: its tags are of this one's codebook. */
  projectId: string;
  tags: string[];
  collections: string[];
  createdAt: IsoTime;
}

/** One address of a batch. It ends in exactly one outcome. */
export interface QueuedAddress {
  /** `${batchId}:${place padded to 6}` */
  id: string;
  batchId: string;
  /** As it will be opened; as it was given when it is no web address. */
  url: string;
  /** The words of the link or the tab it came from. */
  title: string;
  /** Empty when it is no web address. */
  host: string;
  state: QueueState;
  /** Code of the reason when `failed` or `skipped`; it has a sentence `batchReason_<code>`. */
  reason: string | null;
  /** What the sentence needs: the status the site answered with, the address it led to. */
  detail: string | null;
  /** How often it was opened, interrupted times too. */
  attempts: number;
  articleId: string | null;
  finishedAt: IsoTime | null;
}

/**
 * The page of a saved article was visited again and said something else than the newest version captured. There is one only
 * while it does. Not exported: what the page said then was not kept.
 */
export interface Revisit {
  /** The article's id. */
  id: string;
  /** The version it was compared with: the row says nothing of a later one. */
  versionId: string;
  /** When the difference was first seen. */
  at: IsoTime;
}

export interface Setting {
  key: string;
  value: unknown;
}

/** One change of one row inside a journal entry. `null` = the row was not there. */
export interface RowChange {
  table: JournaledTable;
  id: string;
  before: unknown;
  after: unknown;
}

/** Undo and redo; survives a restart. */
export interface JournalEntry {
  seq?: number;
  /** Message key of what was done: `journalTagged`, `journalBinned`… */
  label: string;
  at: IsoTime;
  changes: RowChange[];
  undone: 0 | 1;
  /** Entries of one act that was done in parts: they are undone and done again together. */
  group?: string;
}

export type LedgerEvent =
  | 'captured'
  | 'entered'
  | 'corrected'
  | 'exported'
  | 'imported'
  | 'released'
  | 'emptied'
  | 'verified';

/** Append-only; one chain per device: `hash` = SHA-256 of the canonical JSON of the entry without it, `prev` included. */
export interface LedgerEntry {
  /** `${device}:${seq padded to 10}` */
  id: string;
  device: string;
  seq: number;
  at: IsoTime;
  event: LedgerEvent;
  subject: string;
  detail: Record<string, string | number | null>;
  prev: string;
  hash: string;
}

export interface Tables {
  projects: Project;
  articles: Article;
  versions: Version;
  pictures: Picture;
  blobs: StoredBlob;
  annotations: Annotation;
  placements: Placement;
  codes: Code;
  codings: Coding;
  memos: Memo;
  collections: Collection;
  coders: Coder;
  samples: Sample;
  completions: Completion;
  searches: SavedSearch;
  batches: Batch;
  queue: QueuedAddress;
  revisits: Revisit;
  settings: Setting;
  journal: JournalEntry;
  ledger: LedgerEntry;
}

export type TableName = keyof Tables;

/** Tables whose rows a person edits; only these are written through the journal. */
export type JournaledTable =
  | 'projects'
  | 'articles'
  | 'annotations'
  | 'placements'
  | 'codes'
  | 'codings'
  | 'memos'
  | 'collections'
  | 'coders'
  | 'samples'
  | 'completions'
  | 'searches';

/** Tables of the JSON archive, in the order they stand in the file. */
export const ARCHIVE_TABLES = [
  'projects',
  'coders',
  'collections',
  'codes',
  'articles',
  'versions',
  'pictures',
  'annotations',
  'placements',
  'codings',
  'memos',
  'samples',
  'completions',
  'searches',
  'blobs',
] as const satisfies readonly TableName[];

export type ArchiveTable = (typeof ARCHIVE_TABLES)[number];
