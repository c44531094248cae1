/** What can be done to highlights, by key, by mouse or from the list; each tells what it did. */
import type { TagValue } from '@/components/ui/TagInput';
import type { Described } from '@/utils/annotation/describe';
import type { Part } from '@/utils/annotation/types';
import type { ReadAnnotation } from '@/utils/db/reading';

export type Make = TagValue | 'highlight' | 'comment';

export interface ReaderActs {
  /** Gives the id of the new highlight; null when it was refused. */
  make: (described: Described, what: Make) => Promise<string | null>;
  tag: (annotationId: string, tag: TagValue) => Promise<boolean>;
  untag: (annotationId: string, code: { id: string; name: string }) => Promise<boolean>;
  comment: (annotationId: string, comment: string) => Promise<boolean>;
  /** null: back to where it was made. */
  move: (annotation: ReadAnnotation, parts: Part[] | null) => Promise<boolean>;
  remove: (annotation: ReadAnnotation) => Promise<boolean>;
}

/** The current highlight; `card` and `comment` also open it in the list and take the focus there. */
export type SetCurrent = (id: string | null, focus?: 'card' | 'comment') => void;
