/** Saving without questions (shortcut, context menu): the toast in the page is the receipt. */
import { failureOf } from '@/utils/messaging/server';
import type { SavedArticle } from '@/utils/archive/types';
import { localeOf } from '@/utils/platform/page';
import { readSettings } from '@/utils/platform/settings';
import { setBadge } from '@/utils/platform/badge';
import { runScript, sendToTab } from '@/utils/platform/tabs';
import { isMessageKey, translate } from '@/utils/locale/translate';
import { captureTab, saveCapture } from './capture-tab';

export async function saveTab(tabId: number): Promise<SavedArticle> {
  const { capture } = await captureTab(tabId);
  return saveCapture(tabId, capture, { byHand: {}, tags: [], collections: [] });
}

/** Saves and says so in the page; where no script may run, the toolbar button's title carries the sentence. */
export async function saveTabWithToast(tabId: number): Promise<void> {
  const locale = localeOf(await readSettings());
  try {
    const { capture } = await captureTab(tabId);
    const saved = await saveCapture(tabId, capture, { byHand: {}, tags: [], collections: [] });
    const title = capture.metadata.title.value ?? '';
    await showToast(tabId, { locale, kind: saved.outcome, articleId: saved.articleId, title });
  } catch (error) {
    const { code } = failureOf(error);
    const key = `error_${code}`;
    const sentence = translate(locale, isMessageKey(key) ? key : 'error_unexpected');
    const isShown = await showToast(tabId, { locale, kind: 'error', errorCode: code }).then(
      () => true,
      () => false,
    );
    if (!isShown) await setBadge(tabId, 'none', sentence);
  }
}

async function showToast(tabId: number, toast: Record<string, string>): Promise<void> {
  await runScript(tabId, '/toast.js');
  await sendToTab(tabId, { toast });
}
