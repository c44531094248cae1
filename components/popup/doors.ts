/** What the popup needs from the world; the entrypoint opens these doors, tests make their own. */
import type { Answer } from '@/components/ui/answer';
import type { TagValue } from '@/components/ui/TagInput';
import type { PageChange } from '@/utils/archive/page-change';
import type { KnownArticle, SavedArticle, SaveWishes } from '@/utils/archive/types';
import type { Capture } from '@/utils/article/types';
import type { ByHand } from '@/utils/db/records';
import type { StoryElsewhere } from '@/utils/db/reprints';

export interface PopupTab {
  id: number;
  /** null where the browser hides it: a page no extension may read. */
  url: string | null;
  incognito: boolean;
}

export interface Captured {
  capture: Capture;
  known: KnownArticle | null;
  /** What the page says differently than its saved copy. */
  change: PageChange | null;
}

export interface PicturesNow {
  total: number;
  kept: number;
  pending: number;
  refused: number;
  /** Hosts that need the user's permission. */
  hosts: string[];
}

/** A saved article as the archive has it at this moment. */
export interface SavedNow {
  tags: TagValue[];
  collections: { id: string; name: string }[];
  pictures: PicturesNow;
  /** The same story as other outlets print it. */
  elsewhere: StoryElsewhere[];
}

export interface PopupDoors {
  tab: () => Promise<PopupTab | null>;
  capture: (tabId: number) => Promise<Answer<Captured>>;
  save: (tabId: number, capture: Capture, wishes: SaveWishes) => Promise<Answer<SavedArticle>>;
  edit: (articleId: string, byHand: ByHand, reset: (keyof ByHand)[]) => Promise<Answer<null>>;
  tag: (articleId: string, name: string) => Promise<Answer<{ codeId: string }>>;
  untag: (articleId: string, codeId: string) => Promise<Answer<null>>;
  collect: (articleId: string, collectionId: string, isIn: boolean) => Promise<Answer<null>>;
  createCollection: (name: string) => Promise<Answer<{ collectionId: string }>>;
  restore: (articleId: string) => Promise<Answer<null>>;
  /** `did` is the message key of what was taken back. */
  undo: () => Promise<Answer<{ did: string | null }>>;
  fetchPictures: (articleId: string) => Promise<Answer<{ pending: number }>>;
  /** Asks the browser's permission; must be called straight from a click. */
  allowHosts: (hosts: string[]) => Promise<boolean>;
  isWatched: (url: string) => Promise<boolean>;
  /** Asks for, or gives back, the site's permission; straight from a click. Resolves to the state that now holds. */
  setWatched: (url: string, isWatched: boolean) => Promise<boolean>;
  watchSaved: (articleId: string, onValue: (now: SavedNow) => void) => () => void;
  /** Paints the article's highlights onto the tab's page. */
  showHighlights: () => Promise<Answer<null>>;
  /** null where the browser has no side panel; straight from a click. */
  openPanel: (() => void) | null;
  open: (
    page: 'library' | 'reader' | 'settings' | 'enter' | 'batch' | 'versions',
    params?: Record<string, string>,
  ) => void;
}
