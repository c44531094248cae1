/** The language of the page, handed down; `useWords()` gives `t('key', …)` and the formatters. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import {
  formatBytes,
  formatList,
  formatMoment,
  formatNumber,
  formatPrinted,
  isMessageKey,
  translate,
  type Locale,
  type MessageKey,
} from '@/utils/locale/translate';

const LocaleContext = createContext<Locale>('en');

export function Words({ locale, children }: { locale: Locale; children: ComponentChildren }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

export function useWords() {
  const locale = useContext(LocaleContext);
  return useMemo(
    () => ({
      locale,
      t: (key: MessageKey, ...values: (string | number)[]) => translate(locale, key, ...values),
      /** The sentence of a failure code; never empty. */
      failure: (code: string) => {
        const key = `error_${code}`;
        return translate(locale, isMessageKey(key) ? key : 'error_unexpected');
      },
      printed: (iso: string | null, style?: 'long' | 'short') => formatPrinted(locale, iso, style),
      moment: (iso: string, style?: 'long' | 'short') => formatMoment(locale, iso, style),
      number: (value: number) => formatNumber(locale, value),
      list: (items: string[], are?: 'words' | 'clauses') => formatList(locale, items, are),
      bytes: (value: number) => formatBytes(locale, value),
    }),
    [locale],
  );
}
