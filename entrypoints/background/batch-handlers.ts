/** Messages about batches, and the verbs that answer them. */
import { createBatch, removeBatch, retryAddresses, setBatchState } from '@/utils/archive/batches';
import { savedAmong } from '@/utils/archive/find-article';
import { ArchiveError } from '@/utils/archive/types';
import { judgeLinks } from '@/utils/article/section-links';
import type { Handlers } from '@/utils/messaging/server';
import { readLinks } from '@/utils/platform/page-links';
import { tabSeen } from '@/utils/platform/tabs';
import { goOnWithBatches } from './batch-queue';
import { archive } from './context';

export const batchHandlers: Pick<
  Handlers,
  'batch/create' | 'batch/setState' | 'batch/retry' | 'batch/remove' | 'page/links'
> = {
  'batch/create': async (wish) => {
    const made = await createBatch(await archive(), wish);
    void goOnWithBatches();
    return made;
  },
  'batch/setState': async ({ batchId, state }) => {
    await setBatchState(await archive(), batchId, state);
    void goOnWithBatches();
    return null;
  },
  'batch/retry': async ({ batchId, ids }) => {
    const again = await retryAddresses(await archive(), batchId, ids);
    void goOnWithBatches();
    return { again };
  },
  'batch/remove': async ({ batchId }) => {
    await removeBatch(await archive(), batchId);
    return null;
  },
  'page/links': async ({ tabId }) => {
    const tab = await tabSeen(tabId);
    if (!tab) throw new ArchiveError('pageGone');
    if (tab.incognito) throw new ArchiveError('privateWindow');
    const seen = await readLinks(tabId).catch((error: unknown) => {
      throw new ArchiveError('restrictedPage', String(error));
    });
    const judged = judgeLinks(seen.links, seen.url);
    const { db } = await archive();
    const saved = await savedAmong(
      db,
      judged.map(({ url }) => url),
    );
    return { title: seen.title, links: judged.map((link) => ({ ...link, isSaved: saved.has(link.url) })) };
  },
};
