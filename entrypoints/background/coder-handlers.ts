/** Messages about coders and samples, and the verbs that answer them. */
import { createCoder, editCoder, removeCoder, switchCoder } from '@/utils/archive/coders';
import { drawNewSample, editSample, finishArticle, removeSample } from '@/utils/archive/samples';
import type { Handlers } from '@/utils/messaging/server';
import { archive } from './context';

export const coderHandlers: Pick<
  Handlers,
  | 'coder/create'
  | 'coder/edit'
  | 'coder/remove'
  | 'coder/switch'
  | 'sample/draw'
  | 'sample/edit'
  | 'sample/remove'
  | 'sample/finish'
> = {
  'coder/create': async (wish) => ({ coderId: await createCoder(await archive(), wish) }),
  'coder/edit': async ({ coderId, ...patch }) => {
    await editCoder(await archive(), coderId, patch);
    return null;
  },
  'coder/remove': async ({ coderId }) => {
    await removeCoder(await archive(), coderId);
    return null;
  },
  'coder/switch': async ({ coderId }) => {
    await switchCoder(await archive(), coderId);
    return null;
  },
  'sample/draw': async (wish) => ({ sampleId: await drawNewSample(await archive(), wish) }),
  'sample/edit': async ({ sampleId, ...patch }) => {
    await editSample(await archive(), sampleId, patch);
    return null;
  },
  'sample/remove': async ({ sampleId }) => {
    await removeSample(await archive(), sampleId);
    return null;
  },
  'sample/finish': async ({ sampleId, articleId, isDone }) => {
    await finishArticle(await archive(), sampleId, articleId, isDone);
    return null;
  },
};
