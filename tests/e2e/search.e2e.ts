/** Searching the archive: the line, its offers and complaints, passages, and searches that are kept. */
import { test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { FERRY, FEATURE, INTERVIEW } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { stumblingBlocks } from './axe';
import { expect, livingRows, saveByPopup, world } from './world';

const w = world({ language: 'vi' });
const TITLES = [FERRY.title, INTERVIEW.title, FEATURE.title];
let library: Tab;

const titles = async () => (await library.names('link')).filter((name) => TITLES.includes(name));
const shows = (expected: string[]) =>
  until(`the list ${expected.join(', ')}`, async () => (await titles()).join() === expected.join());
const line = () => library.value('textbox', w.t('searchLabel'));
const ask = (text: string) => library.fill(w.t('searchLabel'), text);
/** What is marked in the passages. */
const marks = () =>
  library.run<string[]>(
    `(doc) => [...doc.querySelectorAll('.snippet mark')].map((mark) => mark.textContent)`,
  );

test('words of the text are found without marks, with the passage and the words marked', async () => {
  await w.driver.inExtension(
    `(globalThis.browser ?? chrome).storage.local.set({ settings: { locale: 'vi' } }).then(() => null)`,
  );
  for (const article of [FERRY, INTERVIEW, FEATURE]) {
    const tab = await w.driver.openTab(addressOf(article));
    await (await saveByPopup(w, tab)).close();
    await tab.close();
  }
  library = await w.driver.openPage('library.html');
  await library.see('link', FEATURE.title);
  await ask('cau cang moi');
  await shows([FERRY.title]);
  await until('the mark', async () => (await marks()).join() === 'cầu cảng mới');
  await library.read(w.t('searchReadAsPhrase', 'cau cang moi'));
  await ask('cảng giáo viên');
  await shows([FERRY.title]);
  await library.read(w.t('searchReadAsWords', 'cảng giáo viên'));
});

test('quotes, OR, minus and fields narrow as they say', async () => {
  await ask('"cấu cảng mới"');
  await library.see('heading', w.t('libraryNoMatch'));
  await ask('"vỏ thép" HOẶC "cầu cảng mới"');
  await until('both', async () => (await titles()).length === 2);
  await ask('"vỏ thép" HOẶC "cầu cảng mới" -"giáo viên"');
  await shows([INTERVIEW.title]);
  await ask('tau near/3 thep');
  await shows([INTERVIEW.title]);
  await ask(`tàu tác-giả:"do quyen"`);
  await shows([FERRY.title]);
});

test('a field is put in by keyboard, with its value', async () => {
  await ask('');
  await library.focus('textbox', w.t('searchLabel'));
  await library.type('tàu bao:cu');
  await library.see('option', PAPER.name, { how: 'part' });
  await library.key('ArrowDown');
  await library.key('Enter');
  expect((await line()).trim()).toBe(`tàu bao:"${PAPER.name}"`);
  await until('results', async () => (await titles()).length > 0);
});

test('what is wrong is said at its place, and the rest is answered', async () => {
  await ask('"cầu cảng mới" từ:40/13/2026');
  await shows([FERRY.title]);
  await library.focus('textbox', w.t('searchLabel'));
  await library.read(w.t('searchProblem_badDate', '40/13/2026'));
  expect(await library.run(`(doc) => doc.querySelector('.underlined').textContent`)).toBe('từ:40/13/2026');
  expect(await stumblingBlocks(library)).toEqual([]);
});

test('the card of the language is read, and an example tried', async () => {
  await library.click('button', w.t('searchHelp'));
  await library.see('dialog', w.t('searchHelp'));
  expect(await stumblingBlocks(library)).toEqual([]);
  await library.click('button', 'cảng cá -xăng');
  await until('the example', async () => (await line()) === 'cảng cá -xăng');
});

test('a search is kept, counted, taken up again when the library is opened anew, and removed with undo', async () => {
  await ask('cau cang moi');
  await shows([FERRY.title]);
  await library.click('button', w.t('savedSearchKeep'));
  await library.fill(w.t('savedSearchName'), 'Cầu cảng');
  await library.click('button', w.t('savedSearchSave'));
  await until('the row', async () => (await livingRows(w.driver, 'searches')).length === 1);
  await ask('');
  await until('all', async () => (await titles()).length === 3);
  await library.close();
  library = await w.driver.openPage('library.html');
  await library.click('button', /^Cầu cảng/u);
  await shows([FERRY.title]);
  expect(await line()).toBe('cau cang moi');
  await library.see('button', /^Cầu cảng\s*1$/u);
  await library.focus('button', w.t('savedSearchRemove', 'Cầu cảng'));
  await library.key('Enter');
  await library.gone('button', /^Cầu cảng/u);
  await library.click('button', w.t('libraryUndo'), { nth: 0 });
  await library.see('button', /^Cầu cảng/u);
});

test('a damaged index is found by its check in the settings, and mended', async () => {
  await w.driver.inExtension(
    `new Promise((done) => {
      const open = indexedDB.open('pressmark');
      open.onsuccess = () => {
        const act = open.result.transaction(['tail'], 'readwrite');
        act.objectStore('tail').clear();
        act.oncomplete = () => { open.result.close(); done(null); };
      };
    })`,
  );
  const settings = await w.driver.openPage('options.html');
  await settings.click('button', w.t('indexCheck'));
  await settings.read(w.t('indexDamaged', '0', '3'));
  expect(await stumblingBlocks(settings)).toEqual([]);
  await settings.click('button', w.t('indexRebuild'));
  await settings.read(w.t('indexRebuilt'));
  await settings.click('button', w.t('indexCheck'));
  await settings.read(w.t('indexWhole'));
  await settings.close();
  await ask('cau cang moi');
  await shows([FERRY.title]);
});
