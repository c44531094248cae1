/** What the page of batches needs from the world. */
import type { Answer } from '@/components/ui/answer';
import type { NewBatch } from '@/utils/archive/batches';
import type { QueuedAddress, QueueState } from '@/utils/db/records';

/** A page that can be saved: of an open tab, or behind a link. */
export interface Choice {
  url: string;
  title: string;
  isArticle: boolean;
  isSaved: boolean;
}

export interface BatchDoors {
  create: (wish: NewBatch) => Promise<Answer<{ batchId: string }>>;
  createCollection: (name: string) => Promise<Answer<{ collectionId: string }>>;
  setState: (batchId: string, state: 'running' | 'paused' | 'cancelled') => Promise<Answer<null>>;
  /** Failed and cancelled addresses once more: these, or all. */
  retry: (batchId: string, ids: string[] | null) => Promise<Answer<{ again: number }>>;
  remove: (batchId: string) => Promise<Answer<null>>;
  /** Asks the browser's permission; straight from a click. */
  allowOrigins: (origins: string[]) => Promise<boolean>;
  /** Asks to see the addresses of the tabs; straight from a click. */
  allowTabs: () => Promise<boolean>;
  openTabs: () => Promise<Choice[]>;
  /** The links of the page that this was opened from; null when it was opened from none. */
  links: (() => Promise<Answer<{ title: string; links: Choice[] }>>) | null;
  /** Ids in the order of the list; null: of every state. */
  ids: (batchId: string, states: readonly QueueState[] | null) => Promise<string[]>;
  watchRows: (ids: string[], onRows: (rows: QueuedAddress[]) => void) => () => void;
  allRows: (batchId: string) => Promise<QueuedAddress[]>;
  readerHref: (articleId: string) => string;
  openLibrary: () => void;
}
