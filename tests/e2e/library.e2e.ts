/** The archive as a list: found by typing, put into the bin and taken out, entered by hand. */
import { test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { FERRY, FEATURE, INTERVIEW } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { expect, livingRows, saveByPopup, world } from './world';

const w = world({ language: 'vi' });
let library: Tab;

const states = async () =>
  Object.fromEntries(
    (await livingRows<{ shown: { title: string }; state: string }>(w.driver, 'articles')).map(
      ({ shown, state }) => [shown.title, state],
    ),
  );

/** By the setting: Debian's browsers bring no Vietnamese interface of their own. */
test('the list shows what was saved, newest first', async () => {
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
  const titles = (await library.names('link')).filter((name) =>
    [FERRY, INTERVIEW, FEATURE].some(({ title }) => title === name),
  );
  expect(titles).toEqual([FEATURE.title, INTERVIEW.title, FERRY.title]);
  const words = await library.words();
  for (const part of [PAPER.name, ...FEATURE.authors, ...INTERVIEW.authors]) expect(words).toContain(part);
});

test('typing without marks finds words with them', async () => {
  await library.fill(w.t('searchLabel'), 'mui san');
  await library.gone('link', FEATURE.title);
  await library.see('link', FERRY.title);
  await library.fill(w.t('searchLabel'), 'thu hoai');
  await library.see('link', INTERVIEW.title);
  await library.gone('link', FERRY.title);
  await library.fill(w.t('searchLabel'), '');
  await library.see('link', FERRY.title);
});

test('the bin: in, undone, in again, restored', async () => {
  const select = () => library.click('checkbox', w.t('librarySelect', FERRY.title));
  await select();
  await library.click('button', w.t('libraryBin'));
  await until('the bin', async () => (await states())[FERRY.title] === 'bin');
  await library.gone('link', FERRY.title);
  await library.click('button', w.t('libraryUndo'), { nth: 0 });
  await until('the undo', async () => (await states())[FERRY.title] !== 'bin');
  await library.see('link', FERRY.title);
  if ((await library.value('checkbox', w.t('librarySelect', FERRY.title))) !== 'true') await select();
  await library.click('button', w.t('libraryBin'));
  await until('the bin', async () => (await states())[FERRY.title] === 'bin');
  await library.click('button', new RegExp(`^${w.t('libraryStateBin')}`, 'u'));
  await library.see('link', FERRY.title);
  await select();
  await library.click('button', w.t('libraryRestore'));
  await until('the restoring', async () => (await states())[FERRY.title] !== 'bin');
});

test('an article that is only on paper is entered by hand and marked', async () => {
  const enter = await w.driver.openPage('enter.html');
  await enter.fill(w.t('popupTitle'), 'Chuyện người giữ đèn biển Hòn Sậy');
  await enter.fill(w.t('enterText'), 'Đoạn thứ nhất của bài báo in.\nĐoạn thứ hai, có số 1.257.');
  await enter.click('button', w.t('enterSave'));
  const row = await until('the record', async () =>
    (
      await livingRows<{ shown: { title: string }; origin: string; latestVersionId: string }>(
        w.driver,
        'articles',
      )
    ).find(({ shown }) => shown.title === 'Chuyện người giữ đèn biển Hòn Sậy'),
  );
  expect(row.origin).toBe('hand');
  const version = (await livingRows<{ id: string; text: string }>(w.driver, 'versions')).find(
    ({ id }) => id === row.latestVersionId,
  )!;
  expect(version.text).toContain('Đoạn thứ nhất của bài báo in.\nĐoạn thứ hai, có số 1.257.');
  library = await w.driver.openPage('library.html');
  await library.see('link', 'Chuyện người giữ đèn biển Hòn Sậy');
  await library.read(w.t('libraryByHand'));
});
