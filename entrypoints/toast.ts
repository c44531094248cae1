import { defineUnlistedScript } from '#imports';
import { showToast } from '@/components/toast/mount';
import { parseNotice } from '@/components/toast/parse-notice';
import { learnWordsInScript } from '@/utils/locale/words-in-scripts';
import { call } from '@/utils/messaging/client';
import { onMessage } from '@/utils/platform/runtime';

const MARK = Symbol.for('pressmark.toast');

/** Injected after a silent save, before the message that says what to show; a second injection finds the first's ear. */
export default defineUnlistedScript(() => {
  const world = globalThis as { [MARK]?: true };
  if (world[MARK]) return;
  world[MARK] = true;
  learnWordsInScript();
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
