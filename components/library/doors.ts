/** What the library is given by its page: rows to show and verbs to call. */
import type { ExportProgress } from '@/utils/archive/export-archive';
import type { ImportFailure, ImportPlan, ImportProgress, ImportResult } from '@/utils/archive/import-archive';
import type { NewSample } from '@/utils/archive/samples';
import type { Answer } from '@/components/ui/answer';
import type { LibraryCollection, LibraryRow, LibraryTags, PictureTrouble } from '@/utils/db/articles';
import type { CodersNow } from '@/utils/db/samples';
import type { ArticleState } from '@/utils/db/records';

/** What the archive holds now; `rows` is null until it has been read. */
export interface LibraryContents {
  rows: LibraryRow[] | null;
  tags: LibraryTags;
  collections: LibraryCollection[];
  annotations: Map<string, number>;
  pictures: Map<string, PictureTrouble>;
  /** Tags and collections have been read too. */
  isWhole: boolean;
  /** Code of a failure that left nothing to show. */
  problem: string | null;
}

export interface StorageLine {
  usage: number;
  persisted: boolean;
}

export interface ExportedFile {
  name: string;
  file: Blob;
  records: number;
  sha256: string;
  /** Lets go of the working copy after the browser has saved it. */
  discard: () => Promise<void>;
}

export interface LibraryDoors {
  open: (
    page: 'reader' | 'codebook' | 'review' | 'enter' | 'settings' | 'welcome' | 'samples' | 'batch',
    params?: Record<string, string>,
  ) => void;
  readerHref: (articleId: string) => string;
  setState: (articleIds: string[], state: ArticleState) => Promise<Answer<null>>;
  tag: (articleIds: string[], tag: string) => Promise<Answer<{ codeId: string }>>;
  untag: (articleIds: string[], codeId: string) => Promise<Answer<null>>;
  collect: (articleIds: string[], collectionId: string, isIn: boolean) => Promise<Answer<null>>;
  createCollection: (name: string, parentId: string | null) => Promise<Answer<{ collectionId: string }>>;
  renameCollection: (collectionId: string, name: string) => Promise<Answer<null>>;
  removeCollection: (collectionId: string) => Promise<Answer<null>>;
  undo: () => Promise<Answer<{ did: string | null }>>;
  redo: () => Promise<Answer<{ did: string | null }>>;
  binContents: (
    articleIds: string[],
  ) => Promise<{ articles: number; versions: number; annotations: number; pictures: number }>;
  emptyBin: (articleIds: string[]) => Promise<Answer<{ removed: number }>>;
  leadPicture: (versionId: string) => Promise<Blob | null>;
  exportArchive: (
    articleIds: string[] | null,
    onProgress: (progress: ExportProgress) => void,
    signal: AbortSignal,
  ) => Promise<Answer<ExportedFile>>;
  /** Blind samples that are not finished, by name. */
  unfinishedBlindWork: () => Promise<{ name: string; left: number }[]>;
  coders: () => Promise<CodersNow>;
  drawSample: (wish: NewSample) => Promise<Answer<{ sampleId: string }>>;
  planImport: (
    file: Blob,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ) => Promise<{ ok: true; plan: ImportPlan } | { ok: false; error: ImportFailure }>;
  applyImport: (
    file: Blob,
    plan: ImportPlan,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ) => Promise<{ ok: true; result: ImportResult } | { ok: false; error: ImportFailure }>;
  retry: () => void;
}
