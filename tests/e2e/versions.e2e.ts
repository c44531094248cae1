/** An article that is visited again: quiet comparison, the button's Δ, versions and their difference. */
import { test } from 'vitest';
import { FEATURE } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import type { Unruly } from '../site/unruly';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { stumblingBlocks } from './axe';
import { badgeBecomes, expect, requestsSince, rowsOf, saveByPopup, world } from './world';

const w = world();

interface SavedVersion {
  id: string;
  text: string;
  blocks: { id: string; start: number; end: number }[];
}

async function visit(as: Unruly | null): Promise<Tab> {
  w.site.unruly.clear();
  if (as) w.site.unruly.set(FEATURE.id, as);
  return w.driver.openTab(addressOf(FEATURE));
}

/** The comparison waits until the page has come to rest. */
async function rested(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 3500));
}

/** Its headline begins so in every edition. */
const TITLE = /^Giữ rừng dương chắn cát/;

/** The library as it tells of the one article that is saved. */
async function inLibrary(look: (library: Tab) => Promise<void>): Promise<void> {
  const library = await w.driver.openPage('library.html');
  await library.see('link', TITLE);
  await look(library);
  await library.close();
}

const saysChanged = (library: Tab) =>
  library.run<boolean>(`(doc) => doc.querySelector('[role="row"] .sign.changed') !== null`);

const HEADLINE_AND_MORE = /headline and 2 paragraphs changed, 1 paragraph removed/i;

async function setting(patch: string): Promise<void> {
  await w.driver.inExtension(
    `(globalThis.browser ?? chrome).storage.local.set({ settings: ${patch} }).then(() => null)`,
  );
}

test('a page that is only rendered anew keeps its ✓', async () => {
  await w.driver.allow([PAPER.host]);
  const first = await visit(null);
  await (await saveByPopup(w, first)).close();
  await first.close();
  const tab = await visit('anew');
  await badgeBecomes(w, tab, '✓');
  await rested();
  expect((await w.driver.badge(tab)).text).toBe('✓');
  const popup = await w.driver.pressButton(tab);
  await popup.read(w.t('popupSameText'));
  await popup.close();
  await tab.close();
});

test('typography alone shows no Δ, and the popup says what it is', async () => {
  const tab = await visit('typeset');
  await badgeBecomes(w, tab, '✓');
  await rested();
  expect((await w.driver.badge(tab)).text).toBe('✓');
  const popup = await w.driver.pressButton(tab);
  await popup.read(w.t('changeTypography'));
  await popup.see('button', w.t('popupOpenReader'));
  await popup.close();
  await tab.close();
});

test('another byline under the same text gets its Δ', async () => {
  const tab = await visit('resigned');
  await badgeBecomes(w, tab, 'Δ');
  const popup = await w.driver.pressButton(tab);
  await popup.read(new RegExp(w.t('changeEdited', w.t('changeByline')), 'i'));
  await popup.read(w.t('changeFigures', 'Hải Nguyên', 'Lê Diễm'));
  await popup.close();
  await tab.close();
});

test('highlights on what changes', async () => {
  const [version] = await rowsOf<SavedVersion & { articleId: string }>(w.driver, 'versions');
  const { id, articleId, text, blocks } = version!;
  for (const words of ['phủ kín 42 nền nhà', 'Cát bỏng làm rễ non héo', 'gồm 15 người, chia ba ca']) {
    const start = text.indexOf(words);
    const block = blocks.find((one) => one.start <= start && start < one.end)!;
    const request = {
      articleId,
      versionId: id,
      parts: [{ blockId: block.id, start, end: start + words.length }],
      quote: { exact: words, prefix: text.slice(start - 30, start), suffix: '' },
      comment: '',
      codeIds: [],
      newTags: [],
      origin: 'saved',
    };
    const page = await w.driver.openPage('welcome.html');
    const answer = await page.run<{ ok: boolean }>(
      `(doc, request) => (globalThis.browser ?? chrome).runtime.sendMessage({ pressmark: 'annotation/create', request })`,
      request,
    );
    expect(answer.ok).toBe(true);
    await page.close();
  }
});

test('a changed article gets its Δ without a click, and nothing is asked of the network', async () => {
  const from = w.site.log.length;
  const tab = await visit('retouched');
  await badgeBecomes(w, tab, 'Δ');
  expect((await w.driver.badge(tab)).title).toBe(w.t('badgeDiffers'));
  const again = requestsSince(w.site, from).filter((request) => request.endsWith(`-${FEATURE.id}.html`));
  expect(again).toHaveLength(1);
  expect(await rowsOf(w.driver, 'versions')).toHaveLength(1);
  await inLibrary(async (library) => {
    await until('the line to say so', () => saysChanged(library));
    await library.fill(w.t('searchLabel'), 'has:changed');
    await library.see('link', TITLE);
    await library.fill(w.t('searchLabel'), '-has:changed');
    await library.gone('link', TITLE);
    await library.fill(w.t('searchLabel'), '');
    await library.see('link', TITLE);
  });
  const [article] = await rowsOf(w.driver, 'articles');
  const reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
  await reader.see('link', w.t('readerPageCompare'));
  await reader.close();
  const popup = await w.driver.pressButton(tab);
  await popup.read(HEADLINE_AND_MORE);
  await popup.read(/42 → .*47|42.* → .*47/);
  expect(await stumblingBlocks(popup)).toEqual([]);
  await popup.click('button', w.t('popupSeeChanges'));
  const page = await w.driver.pageOpened('versions.html');
  await page.read(HEADLINE_AND_MORE);
  await page.read(w.t('grade_headline'));
  await page.read(w.t('versionsHighlightsLive', '').replace(/[ .]+$/, ''));
  expect(await stumblingBlocks(page)).toEqual([]);
  await page.click('button', w.t('popupSaveNewVersion'));
  await until('the second version', async () => (await rowsOf(w.driver, 'versions')).length === 2);
  await badgeBecomes(w, tab, '✓');
  await page.gone('button', w.t('popupSaveNewVersion'));
  await page.read(HEADLINE_AND_MORE);
  await page.close();
  await tab.close();
  await inLibrary((library) =>
    until('the line to be silent', async () => !(await saysChanged(library))).then(() => undefined),
  );
});

test('the reader leads to the difference of two versions; keys go from change to change', async () => {
  const [article] = await rowsOf(w.driver, 'articles');
  const reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
  await reader.click('button', w.t('readerCompare'));
  const page = await w.driver.pageOpened('versions.html');
  await page.read(HEADLINE_AND_MORE);
  await page.read(w.t('versionsCount', '4'));
  await page.read(new RegExp(w.t('versionsStay', '1')));
  await page.read(new RegExp(w.t('versionsReview', '1')));
  await page.key('j');
  await page.read(w.t('versionsNth', '1', '4'));
  await page.key('j');
  await page.read(w.t('versionsNth', '2', '4'));
  await page.click('button', w.t('versionsLook_inline'));
  expect(await page.run<number>('(doc) => doc.querySelectorAll(".versions-row del").length')).toBeGreaterThan(
    1,
  );
  await page.close();
  await reader.close();
});

test('an article that was taken down is no version', async () => {
  const tab = await visit('takenDown');
  await badgeBecomes(w, tab, 'Δ');
  const popup = await w.driver.pressButton(tab);
  await popup.read(w.t('change_gone'));
  await popup.gone('button', w.t('popupSaveNewVersion'));
  await popup.close();
  await tab.close();
});

test('by setting, a later edition is kept without asking; what is gone is not', async () => {
  await setting('{ saveVersions: true }');
  const gone = await visit('takenDown');
  await badgeBecomes(w, gone, 'Δ');
  await gone.close();
  expect(await rowsOf(w.driver, 'versions')).toHaveLength(2);
  const tab = await visit(null);
  await until(
    'the third version',
    async () => (await rowsOf<SavedVersion>(w.driver, 'versions')).length === 3,
  );
  await until('the button to say so', async () => {
    const { text, title } = await w.driver.badge(tab);
    return text === '✓' && title === w.t('badgeSavedItself');
  });
  const [article] = await rowsOf<{ id: string; latestVersionId: string; versionCount: number }>(
    w.driver,
    'articles',
  );
  expect(article!.versionCount).toBe(3);
  await tab.close();
  w.site.unruly.clear();
});
