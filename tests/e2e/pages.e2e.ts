/** Every page of the extension in both languages and both themes: whole, readable, without a stumbling block. */
import { describe, test } from 'vitest';
import { FEATURE, PHOTO_STORY } from '../site/articles';
import { addressOf } from '../site/types';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { wordsIn, type Locale } from '../driver/words';
import { stumblingBlocks } from './axe';
import { expect, KIND, livingRows, saveByPopup, world } from './world';

const w = world();

const LOOKS: { locale: Locale; theme: 'light' | 'dark' }[] =
  KIND === 'firefox'
    ? [
        { locale: 'vi', theme: 'light' },
        { locale: 'en', theme: 'dark' },
      ]
    : [
        { locale: 'en', theme: 'light' },
        { locale: 'en', theme: 'dark' },
        { locale: 'vi', theme: 'light' },
        { locale: 'vi', theme: 'dark' },
      ];

async function dress(locale: Locale, theme: string): Promise<void> {
  await w.driver.inExtension(
    `(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => (globalThis.browser ?? chrome).storage.local.set({ settings: { ...settings, locale: ${JSON.stringify(locale)}, theme: ${JSON.stringify(theme)} } })).then(() => null)`,
  );
}

async function settled(tab: Tab, locale: Locale, theme: string): Promise<void> {
  await until(`${tab.called} in ${locale} and ${theme}`, () =>
    tab.run<boolean>(
      `(doc, [locale, theme]) => doc.documentElement.lang === locale && doc.documentElement.dataset.theme === theme && doc.body.innerText.trim().length > 20`,
      [locale, theme],
    ),
  );
  // What is still coming (a list from the database, a transition of colours) would be judged half-way.
  await tab.run(
    `(doc) => new Promise((resolve) => setTimeout(resolve, 350)).then(() => Promise.all(doc.getAnimations().map((a) => a.finished.catch(() => null)))).then(() => null)`,
  );
}

test('installing opens the welcome page, and nothing has been allowed', async () => {
  const tab = await w.driver.pageOpened('welcome.html');
  await until('the welcome page', async () => (await tab.words()).length > 100);
  expect(
    await w.driver.inExtension<string[]>(
      `(globalThis.browser ?? chrome).permissions.getAll().then(({ origins }) => origins)`,
    ),
  ).toEqual([]);
  await tab.close();
});

test('articles to show', async () => {
  for (const article of [FEATURE, PHOTO_STORY]) {
    const tab = await w.driver.openTab(addressOf(article));
    await (await saveByPopup(w, tab)).close();
    await tab.close();
  }
  expect(await livingRows(w.driver, 'articles')).toHaveLength(2);
});

describe.each(LOOKS)('in $locale, $theme', ({ locale, theme }) => {
  for (const name of ['library', 'reader', 'review', 'welcome', 'options', 'enter', 'batch', 'versions'])
    test(`${name} has no stumbling block`, async () => {
      await dress(locale, theme);
      const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
      const tab = await w.driver.openPage(
        `${name}.html${/^(?:reader|versions)$/.test(name) ? `?article=${article!.id}` : ''}`,
      );
      await settled(tab, locale, theme);
      expect(await tab.run<string>('(doc) => doc.title')).not.toBe('');
      expect(await tab.words()).not.toMatch(/\b(error_[a-z]\w+|undefined|\[object Object\]|NaN)\b/);
      expect(await stumblingBlocks(tab)).toEqual([]);
      expect(
        await tab.run<boolean>('(doc) => doc.documentElement.scrollWidth <= doc.documentElement.clientWidth'),
        'nothing sticks out at the side',
      ).toBe(true);
      await tab.close();
    });

  test('the popup has no stumbling block, before and after', async () => {
    await dress(locale, theme);
    const t = wordsIn(locale);
    const tab = await w.driver.openTab(addressOf(FEATURE));
    const popup = await w.driver.pressButton(tab);
    await popup.see('button', t('popupOpenReader'));
    expect(await stumblingBlocks(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });
});

test('the language can be switched while a page is open', async () => {
  await dress('en', 'light');
  const tab = await w.driver.openPage('library.html');
  await settled(tab, 'en', 'light');
  const before = await tab.words();
  await dress('vi', 'light');
  await settled(tab, 'vi', 'light');
  const after = await until('the words to change', async () => {
    const words = await tab.words();
    return words !== before && words;
  });
  expect(after).toMatch(/thư viện|bài/iu);
  await tab.close();
});
