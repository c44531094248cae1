/** Ways of looking at the archive: by facet, at a glance, by time; in parts too large for one look. */
import { test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { FERRY, FEATURE, INTERVIEW } from '../site/articles';
import { addressOf } from '../site/types';
import { expect, livingRows, saveByPopup, world } from './world';

const w = world({ language: 'en' });
let library: Tab;

const shownTitles = async () =>
  (await library.names('link')).filter((name) =>
    [FERRY, INTERVIEW, FEATURE].some(({ title }) => title === name),
  );
const shows = (titles: string[]) =>
  until(`the list ${titles.join(', ')}`, async () => {
    const now = await shownTitles();
    return JSON.stringify(now) === JSON.stringify(titles);
  });

test('a facet narrows the list, its chip lets go', async () => {
  for (const article of [FERRY, INTERVIEW, FEATURE]) {
    const tab = await w.driver.openTab(addressOf(article));
    await (await saveByPopup(w, tab)).close();
    await tab.close();
  }
  library = await w.driver.openPage('library.html');
  await library.see('link', FEATURE.title);
  await library.click('button', w.t('libraryFacetAuthor'));
  const author = INTERVIEW.authors[0]!;
  await library.click('button', new RegExp(`^${author}`, 'u'));
  await shows([INTERVIEW.title]);
  await library.click('button', w.t('libraryFilterOff', author));
  await shows([FEATURE.title, INTERVIEW.title, FERRY.title]);
});

test('Space shows the article under the cursor, and a note on it is kept', async () => {
  await library.run(`(doc) => { doc.querySelector('[role=grid]').focus(); return true; }`);
  await library.key('j');
  await library.key(' ');
  await library.read(w.t('libraryNote'));
  await library.click('button', w.t('uiMemoWriteOn', w.t('libraryNote')));
  await library.fill(w.t('libraryNote'), 'So với bản tin tuần trước.');
  await library.key('Control+Enter');
  await until('the memo', async () =>
    (await livingRows<{ body: string }>(w.driver, 'memos')).some(
      ({ body }) => body === 'So với bản tin tuần trước.',
    ),
  );
  await library.read('So với bản tin tuần trước.');
  await library.click('button', w.t('libraryClose'), { nth: 0 });
});

test('a month of the timeline narrows the list to it', async () => {
  await library.click('button', w.t('libraryTimeline'));
  await library.read(w.t('libraryTimelineMonths'));
  const [month] = (await library.names('button')).filter((name) => /^\p{L}+ \d{4}: [1-9]\d*$/u.test(name));
  expect(month).toBeDefined();
  await library.click('button', month!);
  const count = Number(/\d+$/.exec(month!)![0]);
  await until('the articles of the month', async () => (await shownTitles()).length === count);
  await library.click('button', w.t('libraryClearFilters'));
  await shows([FEATURE.title, INTERVIEW.title, FERRY.title]);
});

test('what was found anew after the background was killed on the way is as before', async () => {
  await w.driver.stopBackground();
  await library.run(
    `(doc) => new Promise((done) => {
      const open = indexedDB.open('pressmark');
      open.onsuccess = () => {
        const act = open.result.transaction(['articles', 'stale', 'catalogue'], 'readwrite');
        act.objectStore('catalogue').clear();
        act.objectStore('articles').getAllKeys().onsuccess = (event) => {
          for (const id of event.target.result) act.objectStore('stale').put({ id });
        };
        act.oncomplete = () => { open.result.close(); done(true); };
      };
    })`,
  );
  library = await w.driver.openPage('library.html');
  await until(
    'the marks to be followed up',
    async () => (await livingRows(w.driver, 'stale')).length === 0,
    20_000,
  );
  await shows([FEATURE.title, INTERVIEW.title, FERRY.title]);
});
