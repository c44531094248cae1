/** What the reader needs from the world; the entrypoint opens these doors, tests make their own. */
import type { Answer } from '@/components/ui/answer';
import type { Derivation } from '@/utils/archive/derive-version';
import type { NewAnnotation } from '@/utils/archive/types';
import type { Part } from '@/utils/annotation/types';
import type { Capture } from '@/utils/article/types';
import type { ByHand, Version } from '@/utils/db/records';
import type { Elsewhere } from '@/utils/db/reprints';

export interface Look {
  /** px */
  size: number;
  /** ch */
  measure: number;
  face: 'serif' | 'sans';
}

export type Done = Promise<Answer<unknown>>;

export interface ReaderDoors {
  annotate: (made: NewAnnotation) => Promise<Answer<{ annotationId: string; codeIds: string[] }>>;
  comment: (annotationId: string, comment: string) => Done;
  /** `parts` in the shown version; null: it stays as an orphan. */
  place: (annotationId: string, versionId: string, parts: Part[] | null) => Done;
  /** Its borders in the shown version; null: back to where it was made. */
  move: (annotationId: string, versionId: string, parts: Part[] | null) => Done;
  removeAnnotation: (annotationId: string) => Done;
  code: (annotationId: string, tag: { codeId?: string; newTag?: string }) => Done;
  uncode: (annotationId: string, codeId: string) => Done;
  edit: (byHand: ByHand, reset?: (keyof ByHand)[]) => Done;
  tag: (name: string) => Done;
  untag: (codeId: string) => Done;
  collect: (collectionId: string, isIn: boolean) => Done;
  createCollection: (name: string) => Promise<Answer<{ collectionId: string }>>;
  /** The page as it was kept with a version, parsed, without a view; null when none was kept or it cannot be read. */
  rawPage: (version: Version) => Promise<Document | null>;
  /** What today's extractor makes of that page. */
  extractAgain: (version: Version, page: Document) => Promise<Capture>;
  derive: (
    fromVersionId: string,
    capture: Capture,
    how: Derivation,
  ) => Promise<Answer<{ versionId: string }>>;
  /** The coder's value of a variable; null takes it back. */
  setVariable: (codeId: string, value: string | null) => Done;
  /** The coder's memo on the article. */
  writeMemo: (body: string) => Done;
  setState: (state: 'inbox' | 'bin') => Done;
  undo: () => Promise<Answer<{ did: string | null }>>;
  redo: () => Promise<Answer<{ did: string | null }>>;
  fetchPictures: (retryRefused: boolean) => Done;
  /** Called straight from a click, so that the browser shows its question. */
  allowHost: (host: string) => Promise<boolean>;
  /** The story in other outlets. The same object at each drawing: the view watches through it. */
  elsewhere: {
    watch: (articleId: string, onValue: (elsewhere: Elsewhere) => void) => () => void;
    version: (versionId: string) => Promise<Version | null>;
    judge: (articleId: string, otherId: string, isSame: boolean) => Done;
    open: (articleId: string) => void;
  };
  openVersion: (versionId: string) => void;
  /** The shown version beside the one before it. */
  compareVersions: (versionId: string) => void;
  openLibrary: () => void;
  openCodebook: () => void;
  openReview: () => void;
  openSettings: () => void;
  print: () => void;
  setLook: (look: Look) => void;
}
