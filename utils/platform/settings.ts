/** Settings live in `storage.local`, outside the archive: they are of this browser, not of the study. */
import { browser } from 'wxt/browser';
import { learnLanguage } from './words';

export interface Settings {
  locale: 'auto' | 'en' | 'vi';
  theme: 'auto' | 'light' | 'dark';
  /** px, 16–26 */
  readerSize: number;
  /** ch, 50–90 */
  readerMeasure: number;
  readerFace: 'serif' | 'sans';
  /** Largest picture that is kept, 1–50. */
  pictureMegabytes: number;
  /** 0–2,000 */
  picturesPerArticle: number;
  /** The bar beside words selected on the page of a saved article. */
  selectionBar: boolean;
  /** A saved page that changed is kept as a further version without asking. */
  saveVersions: boolean;
  /** What the user chose on the welcome page; the permissions themselves are the truth. */
  sites: 'click' | 'press' | 'all' | 'custom';
  /** Keys without Ctrl or Alt do something in the reader and the review. */
  singleKeys: boolean;
  /** Keys given by hand: action → keys; an action that is not named keeps its first ones. */
  keys: Record<string, string[]>;
}

export const DEFAULT_SETTINGS: Settings = {
  locale: 'auto',
  theme: 'auto',
  readerSize: 19,
  readerMeasure: 66,
  readerFace: 'serif',
  pictureMegabytes: 20,
  picturesPerArticle: 500,
  selectionBar: true,
  saveVersions: false,
  sites: 'click',
  singleKeys: true,
  keys: {},
};

const KEY = 'settings';

function parseSettings(stored: unknown): Settings {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const oneOf = <T extends string>(value: unknown, choices: readonly T[], fallback: T): T =>
    choices.includes(value as T) ? (value as T) : fallback;
  const within = (value: unknown, low: number, high: number, fallback: number): number =>
    typeof value === 'number' && value >= low && value <= high ? value : fallback;
  return {
    locale: oneOf(from.locale, ['auto', 'en', 'vi'], DEFAULT_SETTINGS.locale),
    theme: oneOf(from.theme, ['auto', 'light', 'dark'], DEFAULT_SETTINGS.theme),
    readerSize: within(from.readerSize, 16, 26, DEFAULT_SETTINGS.readerSize),
    readerMeasure: within(from.readerMeasure, 50, 90, DEFAULT_SETTINGS.readerMeasure),
    readerFace: oneOf(from.readerFace, ['serif', 'sans'], DEFAULT_SETTINGS.readerFace),
    pictureMegabytes: within(from.pictureMegabytes, 1, 50, DEFAULT_SETTINGS.pictureMegabytes),
    picturesPerArticle: within(from.picturesPerArticle, 0, 2_000, DEFAULT_SETTINGS.picturesPerArticle),
    saveVersions: from.saveVersions === true,
    sites: oneOf(from.sites, ['click', 'press', 'all', 'custom'], DEFAULT_SETTINGS.sites),
    selectionBar: typeof from.selectionBar === 'boolean' ? from.selectionBar : DEFAULT_SETTINGS.selectionBar,
    singleKeys: typeof from.singleKeys === 'boolean' ? from.singleKeys : DEFAULT_SETTINGS.singleKeys,
    keys: parseKeys(from.keys),
  };
}

function parseKeys(stored: unknown): Record<string, string[]> {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored)
      .slice(0, 200)
      .flatMap(([action, keys]) =>
        Array.isArray(keys) ? [[action, keys.filter((key) => typeof key === 'string').slice(0, 10)]] : [],
      ),
  ) as Record<string, string[]>;
}

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

export async function writeSettings(patch: Partial<Settings>): Promise<Settings> {
  const settings = parseSettings({ ...(await readSettings()), ...patch });
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

/** Calls back in the order of the changes, when the language then in force has been learnt. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  let before: Promise<unknown> = Promise.resolve();
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'local' || !changes[KEY]) return;
    const settings = parseSettings(changes[KEY].newValue);
    const learning = learnLanguage(settings.locale);
    before = before.then(() => learning).then(() => onChange(settings));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
