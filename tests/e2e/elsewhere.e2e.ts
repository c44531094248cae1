/** One agency story in two papers: found, ordered, compared, ruled out; then room is made and the copies say so. */
import { test } from 'vitest';
import { FIRST_PRINT, printAddress, SECOND_PRINT } from '../site/agency';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { expect, livingRows, rowsOf, saveByPopup, world } from './world';

const w = world();

interface SavedRow {
  id: string;
  shown: { outlet: string | null; title: string };
  otherStories?: string[];
}

const articleOf = async ({ title }: { title: string }) =>
  (await livingRows<SavedRow>(w.driver, 'articles')).find(({ shown }) => shown.title === title)!;

/** Opens a fold whose words begin like this. */
async function unfold(tab: Tab, words: string): Promise<void> {
  await until(`the fold “${words}”`, () =>
    tab.run<boolean>(
      `(doc, words) => {
        const summary = [...doc.querySelectorAll('summary')].find((one) => one.textContent.includes(words));
        if (!summary) return false;
        if (!summary.parentElement.open) summary.click();
        return true;
      }`,
      words,
    ),
  );
}

test('after the second paper was saved, the popup names the first', async () => {
  for (const print of [FIRST_PRINT, SECOND_PRINT]) {
    const tab = await w.driver.openTab(printAddress(print));
    const popup = await saveByPopup(w, tab);
    if (print === SECOND_PRINT) {
      await popup.read(w.t('popupAlsoIn'));
      await popup.see('button', FIRST_PRINT.outlet);
    }
    await popup.close();
    await tab.close();
  }
  expect(await rowsOf(w.driver, 'reprints')).toHaveLength(1);
});

test('the library lists what is printed elsewhere, too', async () => {
  const library = await w.driver.openPage('library.html');
  const listed = async () =>
    (await library.names('link')).filter((name) => [FIRST_PRINT.title, SECOND_PRINT.title].includes(name))
      .length;
  await library.fill(w.t('searchLabel'), 'has:elsewhere');
  await until('both prints', async () => (await listed()) === 2);
  await library.fill(w.t('searchLabel'), '-has:elsewhere');
  await until('neither print', async () => (await listed()) === 0);
  await library.close();
});

test('the reader says who printed first and what differs, and takes a person’s word', async () => {
  const second = await articleOf(SECOND_PRINT);
  const first = await articleOf(FIRST_PRINT);
  const reader = await w.driver.openPage(`reader.html?article=${second.id}`);
  await reader.read(w.t('alsoInTitle', FIRST_PRINT.outlet));
  await unfold(reader, w.t('alsoInTitle', FIRST_PRINT.outlet));
  await reader.read(w.t('alsoInFirst'));
  await reader.read(w.t('alsoInLater'));
  await reader.click('button', w.t('alsoInCompare'));
  await reader.see('dialog', w.t('alsoInDifference', FIRST_PRINT.outlet, SECOND_PRINT.outlet));
  await reader.read('từ đầu năm đã có 17 vụ');
  await reader.key('Escape');
  await reader.gone('dialog', null);

  await reader.click('button', w.t('alsoInNotSame'));
  await reader.read(w.t('alsoInDismissed', 1));
  expect((await articleOf(SECOND_PRINT)).otherStories).toEqual([first.id]);
  await reader.key('Control+z');
  await reader.read(w.t('alsoInTitle', FIRST_PRINT.outlet));
  await reader.close();
});

test('the settings count what takes the room, and raw pages go with exact savings', async () => {
  const settings = await w.driver.openPage('options.html');
  await settings.click('button', w.t('storageCount'));
  await settings.read(w.t('storagePages'));
  const pages = (await rowsOf<{ type: string; bytes: number; sha256: string }>(w.driver, 'blobs')).filter(
    ({ type }) => type.startsWith('text/html'),
  );
  const bytes = pages.reduce((sum, one) => sum + one.bytes, 0);
  await settings.run(
    `(doc) => {
      const field = doc.querySelector('.make-room input');
      field.value = '0';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }`,
    null,
  );
  await settings.click('button', w.t('releaseLookLabel', w.t('releasePages_title')));
  await settings.read(`${bytes.toLocaleString('en-GB')} byte`);
  await settings.click('button', w.t('releaseYes'));
  await settings.read(/2 (?:let go|mục)/);
  const left = await rowsOf<{ type: string; bytes: number; releasedAt?: string }>(w.driver, 'blobs');
  expect(left.filter(({ type, releasedAt }) => type.startsWith('text/html') && !releasedAt)).toEqual([]);
  const ledger = await rowsOf<{ event: string; detail: { bytes: number } }>(w.driver, 'ledger');
  expect(ledger.find(({ event }) => event === 'released')!.detail.bytes).toBe(bytes);
  await settings.close();

  const { id } = await articleOf(SECOND_PRINT);
  const reader = await w.driver.openPage(`reader.html?article=${id}`);
  await unfold(reader, w.t('readerSources'));
  await reader.read(w.t('readerPageReleased', '').split('$1')[0]!.slice(0, 20).trim());
  await reader.close();
});
