/**
 * All that is shown in a foreign page: the bar, the cards and the notices of the annotator, and the receipt of a silent save.
 * Put into a page only when one of them is to be shown; a second injection finds the first.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createControls } from '@/components/live/mount';
import { CONTROLS, type LiveControls } from '@/components/live/types';
import { showToast } from '@/components/toast/mount';
import { parseNotice } from '@/components/toast/parse-notice';
import { learnWordsInScript } from '@/utils/locale/words-in-scripts';
import { call } from '@/utils/messaging/client';
import { onMessage } from '@/utils/platform/runtime';

export default defineUnlistedScript(() => {
  const world = globalThis as { [CONTROLS]?: LiveControls };
  if (world[CONTROLS]) return;
  learnWordsInScript();
  world[CONTROLS] = createControls();
  onMessage((message) => {
    const notice = parseNotice(message);
    if (!notice) return undefined;
    showToast(notice, {
      undo: () => call('journal/undo', null),
      tag: (articleId, tag) => call('article/tag', { articleIds: [articleId], tag }),
      open: (articleId) => call('reader/open', { articleId }),
    });
    return Promise.resolve({ ok: true, value: null });
  });
});
