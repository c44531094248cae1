/** What the library is given by its page: rows to show and verbs to call. */
import type { ExportProgress } from '@/utils/archive/export-archive';
import type { ImportFailure, ImportPlan, ImportProgress, ImportResult } from '@/utils/archive/import-archive';
import type { NewSample } from '@/utils/archive/samples';
import type { NewSearch, SearchPatch } from '@/utils/archive/searches';
import type { Answer } from '@/components/ui/answer';
import type { LibraryCollection, LibraryRow, LibraryTag } from '@/utils/db/articles';
import type { ProjectContents } from '@/utils/db/projects';
import type { QuickLook } from '@/utils/db/quick-look';
import type { CodersNow } from '@/utils/db/samples';
import type { ArticleState, SavedSearch } from '@/utils/db/records';
import type { Search } from '@/utils/db/search-archive';
import type { Catalogue } from '@/utils/search/catalogue';
import type { NameLabels } from '@/utils/search/filter-docs';
import type { QueryNode } from '@/utils/search/query';

/** What the archive holds now. */
export interface LibraryContents {
  /** null until it has been read. */
  catalogue: Catalogue | null;
  /** Of the catalogue as it is now: it changes in place. */
  revision: number;
  tags: LibraryTag[];
  collections: LibraryCollection[];
  coders: { id: string; name: string }[];
  searches: SavedSearch[];
  /** Articles that the catalogue does not show as they are yet. */
  behind: number;
  /** Tags, collections and coders have been read too. */
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
  /** Rows for the lines that are shown; undefined where an article is gone. */
  rows: (articleIds: string[]) => Promise<(LibraryRow | undefined)[]>;
  search: (node: QueryNode, catalogue: Catalogue, labels: NameLabels) => Promise<Search>;
  createSearch: (kept: NewSearch) => Promise<Answer<{ searchId: string }>>;
  editSearch: (searchId: string, patch: SearchPatch) => Promise<Answer<null>>;
  moveSearch: (searchId: string, beforeId: string | null) => Promise<Answer<null>>;
  removeSearch: (searchId: string) => Promise<Answer<null>>;
  /** One article at a glance, again whenever it changes. Gives the function that stops watching. */
  watchLook: (articleId: string, onLook: (look: QuickLook | null) => void) => () => void;
  writeMemo: (articleId: string, body: string) => Promise<Answer<null>>;
  /** `group`: one act on thousands of articles, sent in parts; one undo takes all of it back. */
  setState: (articleIds: string[], state: ArticleState, group?: string) => Promise<Answer<null>>;
  tag: (articleIds: string[], tag: string, group?: string) => Promise<Answer<{ codeId: string }>>;
  untag: (articleIds: string[], codeId: string, group?: string) => Promise<Answer<null>>;
  collect: (
    articleIds: string[],
    collectionId: string,
    isIn: boolean,
    group?: string,
  ) => Promise<Answer<null>>;
  createCollection: (name: string, parentId: string | null) => Promise<Answer<{ collectionId: string }>>;
  renameCollection: (collectionId: string, name: string) => Promise<Answer<null>>;
  moveCollection: (collectionId: string, parentId: string | null) => Promise<Answer<null>>;
  removeCollection: (collectionId: string) => Promise<Answer<null>>;
  /** Makes a project and goes over to it. */
  createProject: (name: string) => Promise<Answer<{ projectId: string }>>;
  renameProject: (projectId: string, name: string) => Promise<Answer<null>>;
  removeProject: (projectId: string) => Promise<Answer<null>>;
  switchProject: (projectId: string) => Promise<Answer<null>>;
  projectContents: (projectId: string) => Promise<ProjectContents>;
  undo: () => Promise<Answer<{ did: string | null }>>;
  redo: () => Promise<Answer<{ did: string | null }>>;
  binContents: (
    articleIds: string[],
  ) => Promise<{ articles: number; versions: number; annotations: number; pictures: number }>;
  /** How many have lain in the bin for 30 days. */
  oldInBin: () => Promise<number>;
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
