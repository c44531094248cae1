/** Two studies over one archive: each with its own tags and collections, gone over to, removed and brought back. */
import { test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { FEATURE } from '../site/articles';
import { addressOf } from '../site/types';
import { stumblingBlocks } from './axe';
import { expect, livingRows, rowsOf, saveByPopup, world } from './world';

interface Owned {
  id: string;
  name: string;
  projectId: string;
}

const TAG = 'Nguồn tin';
const SECOND = 'Bão số 3';
const BOX = 'Luận án';

const w = world();
let library: Tab;
let first: { id: string; name: string };

const projects = () => livingRows<{ id: string; name: string }>(w.driver, 'projects');
const codes = () => livingRows<Owned>(w.driver, 'codes');
const codings = () => livingRows<{ codeId: string }>(w.driver, 'codings');

const isAtWork = (name: string) => library.see('button', w.t('projectAtWork', name));
const openMenu = (atWork: string) => library.click('button', w.t('projectAtWork', atWork));

async function goOver(from: string, to: string): Promise<void> {
  await openMenu(from);
  await library.click('button', to);
  await isAtWork(to);
}

/** Entries of the facet of tags, and the tags in the article's line. */
const facetOf = (name: string) => new RegExp(`^${name}\\s*\\d`, 'u');
const tagsInLine = () =>
  library.run<string[]>(`(doc) => [...doc.querySelectorAll('.row-tags .tag')].map((tag) => tag.textContent)`);
const lineShows = (tags: string[]) =>
  until(
    `the tags ${tags.join(', ')}`,
    async () => JSON.stringify(await tagsInLine()) === JSON.stringify(tags),
  );

async function tagIt(): Promise<void> {
  await library.click('checkbox', w.t('librarySelect', FEATURE.title));
  await library.click('button', w.t('libraryTagThem'));
  await library.see('dialog', w.t('libraryTagOn'));
  await library.focus('textbox', w.t('libraryTagThem'));
  await library.fill(w.t('libraryTagThem'), TAG);
  await library.key('Enter');
  await library.see('button', w.t('uiTagRemove', TAG));
  await library.key('Escape');
  await library.gone('dialog', null);
  await library.click('button', w.t('librarySelectNone'));
}

test('an article is tagged and collected in the study that every archive begins with', async () => {
  const tab = await w.driver.openTab(addressOf(FEATURE));
  await (await saveByPopup(w, tab)).close();
  await tab.close();
  library = await w.driver.openPage('library.html');
  await library.see('link', FEATURE.title);
  first = (await projects())[0]!;
  await isAtWork(first.name);
  await tagIt();
  await library.click('button', w.t('libraryCollectionNew'));
  await library.fill(w.t('libraryCollectionName'), BOX);
  await library.click('button', w.t('libraryCollectionCreate'));
  await library.see('button', facetOf(BOX));
  await lineShows([TAG]);
});

test('a second study is made by keyboard; nothing of the first is in it', async () => {
  await library.focus('button', w.t('projectAtWork', first.name));
  await library.key('Enter');
  await library.see('button', w.t('projectNew'));
  expect(await stumblingBlocks(library)).toEqual([]);
  await library.key('ArrowDown');
  await library.key('ArrowDown');
  await library.key('Enter');
  await library.see('dialog', w.t('projectNewTitle'));
  expect(await stumblingBlocks(library)).toEqual([]);
  await library.focus('textbox', w.t('projectName'));
  await library.fill(w.t('projectName'), SECOND);
  await library.key('Enter');
  await isAtWork(SECOND);
  await library.gone('dialog', null);
  await library.see('link', FEATURE.title);
  await lineShows([]);
  await library.gone('button', facetOf(BOX));
});

test('a tag of the same name is another tag; the codebook beside follows a switch', async () => {
  await tagIt();
  await lineShows([TAG]);
  await until('two codes', async () => (await codes()).length === 2);
  const [one, two] = await codes();
  expect([one!.name, two!.name]).toEqual([TAG, TAG]);
  expect(new Set([one!.projectId, two!.projectId]).size).toBe(2);
  expect(await codings()).toHaveLength(2);
  const codebook = await w.driver.openPage('codebook.html');
  await codebook.see('heading', SECOND, { how: 'part' });
  await codebook.see('treeitem', TAG, { how: 'part' });
  await goOver(SECOND, first.name);
  await codebook.see('heading', first.name, { how: 'part' });
  await codebook.close();
});

test('gone back, the first is as it was; the second too', async () => {
  await lineShows([TAG]);
  await library.see('button', facetOf(BOX));
  await goOver(first.name, SECOND);
  await library.gone('button', facetOf(BOX));
  await lineShows([TAG]);
});

test('removed, it says what goes out of sight; undone, it is at work again', async () => {
  await openMenu(SECOND);
  await library.click('button', w.t('projectRemove'));
  await library.read(w.t('projectRemoveSays', 1, 0, 0, 0));
  expect(await stumblingBlocks(library)).toEqual([]);
  await library.click('button', w.t('projectRemoveYes'));
  await isAtWork(first.name);
  await library.see('button', facetOf(BOX));
  expect((await projects()).map(({ name }) => name)).toEqual([first.name]);
  // All that it had is still in the archive.
  expect(await codes()).toHaveLength(2);
  await library.click('button', w.t('libraryUndo'), { nth: 0 });
  await isAtWork(SECOND);
  await library.gone('button', facetOf(BOX));
  await lineShows([TAG]);
  expect(await projects()).toHaveLength(2);
});

test('the choice outlives a killed background, and the popup offers the tags of the study at work alone', async () => {
  await w.driver.stopBackground();
  const tab = await w.driver.openTab(addressOf(FEATURE));
  const popup = await w.driver.pressButton(tab);
  await popup.see('button', w.t('uiTagRemove', TAG));
  await popup.read(w.t('projectAtWork', SECOND));
  await popup.close();
  await tab.close();
  expect(await rowsOf<{ key: string; value: string }>(w.driver, 'settings')).toContainEqual({
    key: 'project',
    value: (await projects()).find(({ name }) => name === SECOND)!.id,
  });
});
