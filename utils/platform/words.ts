/** The sentences of the interface, fetched from the extension's own files: each context learns the language it speaks. */
import { browser } from 'wxt/browser';
import { areWordsLearnt, learnWords, pickLocale, type Locale, type Messages } from '@/utils/locale/translate';

/** The language in force: the setting, or the browser's. */
export function languageOf(setting: 'auto' | Locale): Locale {
  return pickLocale(setting === 'auto' ? browser.i18n.getUILanguage() : setting);
}

/** Learns the language in force, once; `translate` may be called afterwards. */
export async function learnLanguage(setting: 'auto' | Locale): Promise<Locale> {
  const locale = languageOf(setting);
  if (!areWordsLearnt(locale)) {
    const file = await fetch(browser.runtime.getURL(`/_locales/${locale}/messages.json`));
    learnWords(locale, (await file.json()) as Messages);
  }
  return locale;
}
