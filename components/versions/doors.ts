/** What the page of differences needs from the world; the entrypoint opens these doors, tests make their own. */
import type { Answer } from '@/components/ui/answer';

/** The page as it stands in its tab, beside the saved versions. */
export const LIVE = 'live';

export interface VersionsDoors {
  /** Ids of versions; the second may be `LIVE`. */
  choose: (fromId: string, toId: string) => void;
  /** Keeps what the page shows as a version, and shows that one. */
  saveLive: () => Promise<Answer<unknown>>;
  openReader: (versionId: string | null) => void;
  openReview: () => void;
}
