/**
 * The database and its versions. Promise: a shipped `version(n)` is never edited; a change is a new version with an
 * upgrade, tested by opening a database that the old schema wrote. Only `utils/db` imports Dexie.
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type * as D from './derived';
import { markNone, MARK_STALE } from './mark-stale';
import type * as R from './records';

export const DATABASE_NAME = 'pressmark';
/** Highest version below; Dexie multiplies it by ten inside IndexedDB. */
export const SCHEMA_VERSION = 3;

export class PressmarkDatabase extends Dexie {
  projects!: EntityTable<R.Project, 'id'>;
  articles!: EntityTable<R.Article, 'id'>;
  versions!: EntityTable<R.Version, 'id'>;
  pictures!: EntityTable<R.Picture, 'id'>;
  blobs!: EntityTable<R.StoredBlob, 'sha256'>;
  annotations!: EntityTable<R.Annotation, 'id'>;
  placements!: EntityTable<R.Placement, 'id'>;
  codes!: EntityTable<R.Code, 'id'>;
  codings!: EntityTable<R.Coding, 'id'>;
  memos!: EntityTable<R.Memo, 'id'>;
  collections!: EntityTable<R.Collection, 'id'>;
  coders!: EntityTable<R.Coder, 'id'>;
  samples!: EntityTable<R.Sample, 'id'>;
  completions!: EntityTable<R.Completion, 'id'>;
  settings!: EntityTable<R.Setting, 'key'>;
  journal!: Table<R.JournalEntry, number>;
  ledger!: EntityTable<R.LedgerEntry, 'id'>;
  searches!: EntityTable<R.SavedSearch, 'id'>;
  batches!: EntityTable<R.Batch, 'id'>;
  queue!: EntityTable<R.QueuedAddress, 'id'>;
  revisits!: EntityTable<R.Revisit, 'id'>;
  stale!: EntityTable<D.StaleArticle, 'id'>;
  docs!: EntityTable<D.DocNumber, 'id'>;
  catalogue!: EntityTable<D.CatalogueChunk, 'chunk'>;
  tail!: EntityTable<D.TailDoc, 'doc'>;
  segments!: EntityTable<D.SearchSegment, 'segment'>;
  postings!: EntityTable<D.PostingBlock, 'key'>;
  pairs!: EntityTable<D.PairBlock, 'key'>;
  sketches!: EntityTable<D.SketchChunk, 'chunk'>;
  unpaired!: EntityTable<D.Unpaired, 'doc'>;
  reprints!: EntityTable<D.Reprint, 'id'>;
  weights!: EntityTable<D.Weight, 'id'>;

  constructor(name: string = DATABASE_NAME) {
    // Saves must survive a power cut as far as the platform lets us: strict durability (also read by Firefox).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      projects: 'id',
      articles: 'id, *addresses, state, savedAt, shown.published, shown.outlet, *collections',
      versions: 'id, articleId, [articleId+capturedAt], textSha, rawSha',
      pictures: 'id, versionId, articleId, [outcome+host], outcome, blobSha',
      blobs: 'sha256',
      annotations: 'id, articleId, versionId',
      placements: 'id, annotationId, versionId, articleId',
      codes: 'id, projectId, [projectId+folded], parentId',
      codings: 'id, targetId, articleId, codeId, coderId',
      memos: 'id, [subjectType+subjectId]',
      collections: 'id, projectId, parentId',
      coders: 'id',
      settings: 'key',
      journal: '++seq, undone',
      ledger: 'id, [device+seq], subject',
    });
    // Tables and indexes only: rows written by version 1 stay as they are, so no upgrade function is needed.
    this.version(2).stores({
      placements: 'id, annotationId, versionId, articleId, verdict',
      codings: 'id, targetId, articleId, codeId, coderId, [createdAt+codeId]',
      journal: '++seq, undone, [undone+seq+label]',
      samples: 'id, *articleIds',
      completions: 'id, sampleId, articleId',
    });
    this.use(MARK_STALE);
    // New tables, and fewer indexes: those that the catalogue answers for, and those that begin another one, which answers for
    // them. Tables of `./derived` are made from the others and can be thrown away: the first start fills them.
    this.version(3).stores({
      articles: 'id, *addresses, state, savedAt, *collections',
      versions: 'id, [articleId+capturedAt], rawSha',
      pictures: 'id, versionId, articleId, [outcome+host], blobSha',
      searches: 'id',
      batches: 'id',
      queue: 'id, [batchId+state+host]',
      revisits: 'id',
      stale: 'id',
      docs: 'id, &doc',
      catalogue: 'chunk, at',
      tail: 'doc, change',
      segments: 'segment',
      postings: 'key',
      pairs: 'key',
      sketches: 'chunk',
      unpaired: 'doc',
      reprints: 'id, *articleIds',
      weights: 'id, of',
      blobs: 'sha256, [sha256+releasedAt]',
    });
  }

  /**
   * Says that what is derived from these articles will be brought up in the transaction at work (`deriveArticles`): until then
   * what it writes of them marks nothing.
   */
  willDerive(articleIds: readonly string[]): void {
    markNone(articleIds);
  }

  /** A table known by name only (the journal's rows). */
  rows<Row extends { id: string }>(name: R.TableName): Table<Row, string> {
    return this.table(name) as Table<Row, string>;
  }
}
