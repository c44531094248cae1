/**
 * Words, dates and numbers of the interface. Promise: every sentence comes from `public/_locales`, in Vietnamese and
 * English; the language is the browser's unless a setting says otherwise, so it can be switched while running, which
 * `browser.i18n` cannot. The sentences are no part of the code: whoever starts (a page, the background, a script in a
 * page) has a language learnt first.
 */
import type en from '@/public/_locales/en/messages.json';

export type Locale = 'en' | 'vi';
export type MessageKey = keyof typeof en;
export type Messages = Partial<Record<string, { message: string }>>;

const learnt = new Map<Locale, Messages>();

/** From now on the sentences of this language are known. */
export function learnWords(locale: Locale, messages: Messages): void {
  learnt.set(locale, messages);
}

export function areWordsLearnt(locale: Locale): boolean {
  return learnt.has(locale);
}

/** Our two languages; anything else reads English. */
export function pickLocale(wanted: string | null | undefined): Locale {
  return wanted?.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

/** The sentence for `key` with `$1`, `$2`… replaced by `values`. A missing key gives the key itself (a test forbids that). */
export function translate(locale: Locale, key: MessageKey, ...values: (string | number)[]): string {
  const message = learnt.get(locale)?.[key]?.message ?? key;
  return message.replace(/\$(\d)/g, (_, n: string) => String(values[Number(n) - 1] ?? ''));
}

/** Does the interface have this key? For keys made at run time (`error_…`, `journal…`). */
export function isMessageKey(key: string): key is MessageKey {
  return [...learnt.values()].some((messages) => Object.hasOwn(messages, key));
}

const spokenIn = (locale: Locale) => (locale === 'vi' ? 'vi-VN' : 'en-GB');

/** A format takes longer to make than to use; a list of articles writes hundreds of dates at a key press. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.dateStyle} ${options.timeStyle} ${options.timeZone}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(spokenIn(locale), options);
    dateFormats.set(key, format);
  }
  return format;
}

function numberFormat(locale: Locale, maximumFractionDigits = 3): Intl.NumberFormat {
  const key = `${locale} ${maximumFractionDigits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(spokenIn(locale), { maximumFractionDigits });
    numberFormats.set(key, format);
  }
  return format;
}

/**
 * An ISO time for people, in the zone the string itself names (an article's date is never moved to the reader's zone).
 * `2021-11-24T06:55:00+07:00` → "24 tháng 11, 2021, 06:55"; a bare date stays a date; unreadable text comes back as it is.
 */
export function formatPrinted(locale: Locale, iso: string | null, style: 'long' | 'short' = 'long'): string {
  if (!iso) return '';
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day, hour, minute] = parts.map(Number);
  const wall = new Date(Date.UTC(year!, month! - 1, day!, hour || 0, minute || 0));
  const hasTime = parts[4] !== undefined;
  return dateFormat(locale, {
    dateStyle: style === 'long' ? 'long' : 'short',
    ...(hasTime ? { timeStyle: 'short' as const } : {}),
    timeZone: 'UTC',
  }).format(wall);
}

/** A moment (saved, captured) in the reader's own zone. */
export function formatMoment(locale: Locale, iso: string, style: 'long' | 'short' = 'short'): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return dateFormat(locale, {
    dateStyle: style === 'long' ? 'long' : 'medium',
    timeStyle: 'short',
  }).format(date);
}

/** "a, b and c"; `clauses` stand side by side without "and". */
export function formatList(locale: Locale, items: string[], are: 'words' | 'clauses' = 'words'): string {
  if (are === 'clauses') return items.join(', ');
  return new Intl.ListFormat(locale === 'vi' ? 'vi' : 'en-GB', { type: 'conjunction' }).format(items);
}

export function formatNumber(locale: Locale, value: number): string {
  return numberFormat(locale).format(value);
}

/** Bytes as "1,2 MB". */
export function formatBytes(locale: Locale, bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const text = numberFormat(locale, value < 10 && unit > 0 ? 1 : 0).format(value);
  return `${text} ${units[unit]}`;
}
