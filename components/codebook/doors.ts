/** What the codebook page needs from the world; the entrypoint opens these doors, tests make their own. */
import type { Answer } from '@/components/ui/answer';
import type { CodePatch, NewCode } from '@/utils/archive/types';
import type { CodebookTake, PlannedCode } from '@/utils/archive/plan-codebook';
import type { CodedPassage, ReadMemo } from '@/utils/db/codebook';
import type { MemoSubject } from '@/utils/db/records';
import type { CodebookFormat, CodeEntry } from '@/utils/exchange/codebook-entry';

export type Done = Promise<Answer<unknown>>;

export interface ExportedCodebook {
  file: Blob;
  name: string;
  codes: number;
}

/** A file that was read, and what taking it in would do. */
export interface ReadCodebookFile {
  name: string;
  format: CodebookFormat;
  entries: CodeEntry[];
  plan: PlannedCode[];
}

export interface CodebookDoors {
  create: (wanted: NewCode) => Promise<Answer<{ codeId: string }>>;
  edit: (codeId: string, patch: CodePatch) => Done;
  recolour: (codeId: string, colour: string, isBranch: boolean) => Done;
  move: (codeIds: string[], parentId: string | null, beforeId: string | null) => Done;
  merge: (codeIds: string[], intoId: string) => Done;
  split: (codeId: string, codingIds: string[], name: string) => Promise<Answer<{ codeId: string }>>;
  remove: (codeIds: string[], children: 'lift' | 'remove') => Done;
  writeMemo: (type: MemoSubject, id: string, body: string) => Done;
  undo: () => Promise<Answer<{ did: string | null }>>;
  redo: () => Promise<Answer<{ did: string | null }>>;
  /** Which code's passages and memos are wanted; null: the project's memos only. */
  show: (codeId: string | null) => void;
  readerHref: (passage: Pick<CodedPassage, 'articleId' | 'annotationId' | 'versionId'>) => string;
  exportCodebook: (format: CodebookFormat, withMark: boolean) => Promise<Answer<ExportedCodebook>>;
  /** The failure's code is one of `codebookFile_…`; `detail` the line, where known. */
  readFile: (file: File) => Promise<Answer<ReadCodebookFile>>;
  importEntries: (
    entries: CodeEntry[],
    take: CodebookTake,
  ) => Promise<Answer<{ made: number; changed: number }>>;
  openLibrary: () => void;
  openSettings: () => void;
}

/** What hangs on the code that is shown. */
export interface CodeDetail {
  codeId: string | null;
  passages: CodedPassage[] | null;
  memos: ReadMemo[];
}
