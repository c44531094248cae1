/** What every page of the extension does first, and how one opens another. */
import { browser } from 'wxt/browser';
import type { Locale } from '@/utils/locale/translate';
import { readSettings, watchSettings, type Settings } from './settings';
import { languageOf, learnLanguage } from './words';

export type PageName =
  | 'library'
  | 'batch'
  | 'codebook'
  | 'reader'
  | 'review'
  | 'settings'
  | 'welcome'
  | 'enter'
  | 'samples'
  | 'versions';

const FILES: Record<PageName, string> = {
  library: '/library.html',
  batch: '/batch.html',
  codebook: '/codebook.html',
  reader: '/reader.html',
  review: '/review.html',
  settings: '/options.html',
  welcome: '/welcome.html',
  enter: '/enter.html',
  samples: '/samples.html',
  versions: '/versions.html',
};

/** The language in force: the setting, or the browser's. */
export function localeOf(settings: Settings): Locale {
  return languageOf(settings.locale);
}

function dress(settings: Settings): Locale {
  const locale = localeOf(settings);
  document.documentElement.lang = locale;
  if (settings.theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = settings.theme;
  return locale;
}

/** Learns the language of the page, sets it and the theme, and keeps them following the settings. */
export async function preparePage(): Promise<{ settings: Settings; locale: Locale }> {
  const settings = await readSettings();
  await learnLanguage(settings.locale);
  const locale = dress(settings);
  watchSettings(dress);
  return { settings, locale };
}

export function pageUrl(name: PageName, params: Record<string, string> = {}): string {
  const query = new URLSearchParams(params).toString();
  const path = new URL(FILES[name], browser.runtime.getURL('/')).href;
  return query ? `${path}?${query}` : path;
}

/** Opens the page in a tab; one of ours that shows it already (same article) is brought to the front instead. */
export async function openPage(name: PageName, params: Record<string, string> = {}): Promise<void> {
  const url = pageUrl(name, params);
  const contexts = browser.runtime.getContexts
    ? await browser.runtime.getContexts({ contextTypes: ['TAB' as never] }).catch(() => [])
    : [];
  const open = contexts.find((context) => context.documentUrl === url && context.tabId >= 0);
  if (open) {
    await browser.tabs.update(open.tabId, { active: true });
    if (open.windowId >= 0) await browser.windows.update(open.windowId, { focused: true });
    return;
  }
  await browser.tabs.create({ url });
}
