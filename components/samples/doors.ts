/** What the page of samples needs from the world. */
import type { Answer } from '@/components/ui/answer';
import type { NewSample } from '@/utils/archive/samples';

export interface SamplesDoors {
  draw: (wish: NewSample) => Promise<Answer<{ sampleId: string }>>;
  editSample: (
    sampleId: string,
    patch: { name?: string; coderIds?: string[]; isBlind?: boolean },
  ) => Promise<Answer<null>>;
  removeSample: (sampleId: string) => Promise<Answer<null>>;
  finish: (sampleId: string, articleId: string, isDone: boolean) => Promise<Answer<null>>;
  switchCoder: (coderId: string) => Promise<Answer<null>>;
  undo: () => Promise<Answer<{ did: string | null }>>;
  redo: () => Promise<Answer<{ did: string | null }>>;
  readerHref: (articleId: string, sampleId: string) => string;
  openLibrary: () => void;
  openSettings: () => void;
  /** A seed nobody has chosen. */
  newSeed: () => string;
}
