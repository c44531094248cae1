/** What the review needs from the world. */
import type { Answer } from '@/components/ui/answer';
import type { ReviewItem } from '@/utils/db/review';

export interface ReviewDoors {
  accept: (item: ReviewItem) => Promise<Answer<unknown>>;
  orphan: (item: ReviewItem) => Promise<Answer<unknown>>;
  /** Opens the reader in this tab, to choose other words; it comes back here. */
  attach: (item: ReviewItem) => void;
  open: (item: ReviewItem) => void;
  openLibrary: () => void;
  undo: () => Promise<Answer<{ did: string | null }>>;
  redo: () => Promise<Answer<{ did: string | null }>>;
}
