/** Saving without questions (shortcut, context menu): the toast in the page is the receipt. */
import { failureOf } from '@/utils/messaging/server';
import { ArchiveError, type SavedArticle } from '@/utils/archive/types';
import { readSettings } from '@/utils/platform/settings';
import { setBadge } from '@/utils/platform/badge';
import { runScript, sendToTab, tabSeen } from '@/utils/platform/tabs';
import { learnLanguage } from '@/utils/platform/words';
import { isMessageKey, translate } from '@/utils/locale/translate';
import { annotateTab } from './annotate-tab';
import { captureTab, saveCapture } from './capture-tab';

export async function saveTab(tabId: number): Promise<SavedArticle> {
  const { capture } = await captureTab(tabId);
  return saveCapture(tabId, capture, { byHand: {}, tags: [], collections: [] });
}

/** Saves and says so in the page; where no script may run, the toolbar button's title carries the sentence. */
export async function saveTabWithToast(tabId: number): Promise<void> {
  const locale = await learnLanguage((await readSettings()).locale);
  try {
    const { capture } = await captureTab(tabId);
    const saved = await saveCapture(tabId, capture, { byHand: {}, tags: [], collections: [] });
    const title = capture.metadata.title.value ?? '';
    await showToast(tabId, { locale, kind: saved.outcome, articleId: saved.articleId, title });
  } catch (error) {
    await sayFailure(tabId, error);
  }
}

/** In the page where a script may run, else in the toolbar button's title. */
async function sayFailure(tabId: number, error: unknown): Promise<void> {
  const locale = await learnLanguage((await readSettings()).locale);
  const { code } = failureOf(error);
  const key = `error_${code}`;
  const sentence = translate(locale, isMessageKey(key) ? key : 'error_unexpected');
  const isShown = await showToast(tabId, { locale, kind: 'error', errorCode: code }).then(
    () => true,
    () => false,
  );
  if (!isShown) await setBadge(tabId, 'none', sentence);
}

/** Highlights what is selected in the tab; the annotator there says what came of it. */
export async function highlightInTab(tabId: number): Promise<void> {
  try {
    const tab = await tabSeen(tabId);
    if (tab?.incognito) throw new ArchiveError('privateWindow');
    await annotateTab(tabId, 'highlight');
  } catch (error) {
    await sayFailure(tabId, error);
  }
}

async function showToast(tabId: number, toast: Record<string, string>): Promise<void> {
  await runScript(tabId, '/live-controls.js');
  await sendToTab(tabId, { toast });
}
