import { defineBackground } from '#imports';
import { serve } from '@/utils/messaging/server';
import { onWake } from '@/utils/platform/alarms';
import { makeMenus, onCommand, onMenu } from '@/utils/platform/commands';
import { registerDetector } from '@/utils/platform/detector';
import { openPage } from '@/utils/platform/page';
import { watchPermissions } from '@/utils/platform/permissions';
import { onInstalled, onStartup } from '@/utils/platform/runtime';
import { readSettings, watchSettings, type Settings } from '@/utils/platform/settings';
import { activeTab } from '@/utils/platform/tabs';
import { learnLanguage } from '@/utils/platform/words';
import { translate } from '@/utils/locale/translate';
import { BATCH_ALARM, goOnWithBatches } from './batch-queue';
import { catchUpSoon, following } from './catch-up';
import { PICTURES_ALARM, resumePictures } from './capture-tab';
import { handlers } from './handlers';
import { highlightInTab, saveTabWithToast } from './save-tab';
import { tellAllPages, telling } from './tell-pages';
import { watchVisits } from './visit-address';

/** What woke the background comes first. */
const BATCHES_AFTER_MS = 400;

async function nameMenus(settings: Settings): Promise<void> {
  const locale = await learnLanguage(settings.locale);
  await makeMenus({
    'save-page': translate(locale, 'commandSavePage'),
    'open-library': translate(locale, 'commandOpenLibrary'),
    'highlight-selection': translate(locale, 'commandHighlight'),
  });
}

async function start(action: string, tabId: number | null): Promise<void> {
  if (action === 'open-library') return openPage('library');
  const target = tabId ?? (await activeTab())?.id;
  if (action === 'save-page' && target !== undefined) await saveTabWithToast(target);
  if (action === 'highlight-selection' && target !== undefined) await highlightInTab(target);
}

export default defineBackground({
  type: 'module',
  main() {
    // All listeners before the first await: a stopped background is woken by them.
    serve(following(telling(handlers)));
    onCommand((command, tabId) => void start(command, tabId));
    onMenu((id, tabId) => void start(id, tabId));
    onWake((name) => {
      if (name === PICTURES_ALARM) void resumePictures();
      if (name === BATCH_ALARM) void goOnWithBatches();
    });
    watchVisits();
    setTimeout(() => void goOnWithBatches(), BATCHES_AFTER_MS);
    // Firefox closes the popup at its permission prompt, so the pictures of a host just allowed are fetched from here.
    watchPermissions(() => {
      void registerDetector();
      void resumePictures();
    });
    watchSettings((settings) => {
      void nameMenus(settings);
      tellAllPages();
    });
    onStartup(() => {
      void registerDetector();
      void resumePictures();
      catchUpSoon();
    });
    onInstalled((reason) => {
      void registerDetector();
      void readSettings().then(nameMenus);
      catchUpSoon();
      if (reason === 'install') void openPage('welcome');
    });
  },
});
