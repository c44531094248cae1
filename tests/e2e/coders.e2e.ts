/** Two coders, one blind sample: hidden from each other until both are done, by mouse and by keyboard, undoable. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { selectWords } from '../driver/selecting';
import { FEATURE, PHOTO_STORY } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { stumblingBlocks } from './axe';
import { expect, livingRows, saveByPopup, world } from './world';

interface Completion {
  articleId: string;
  coderId: string;
}

const MINH = 'Đỗ Minh';

describe('two coders and a blind sample', () => {
  const w = world();
  let samples: Tab;
  let reader: Tab;
  let first: string;
  let words: string;

  const completions = () => livingRows<Completion>(w.driver, 'completions');
  const coders = () => livingRows<{ id: string; name: string }>(w.driver, 'coders');
  /** Asked of the page itself: Firefox does not tell the driver where a page of an extension went. */
  const articleIn = (tab: Tab) =>
    tab.run<string>(`(doc) => new URLSearchParams(doc.location.search).get('article')`);

  async function highlight(): Promise<void> {
    const before = (await livingRows(w.driver, 'annotations')).length;
    await selectWords(reader, words);
    await reader.click('button', new RegExp(`^${w.t('readerJustHighlight')}`, 'u'));
    await until('the highlight', async () => (await livingRows(w.driver, 'annotations')).length > before);
  }

  /** Cards beside the text, whoever made them. */
  async function shows(highlights: number): Promise<void> {
    await until(`${highlights} highlights`, async () => {
      const count = await reader.run<number>(`(doc) => doc.querySelectorAll('[data-annotation]').length`);
      return count === highlights;
    });
  }

  test('a second coder is added in the settings; a name twice is refused', async () => {
    await w.driver.allow([PAPER.host, PAPER.pictureHost]);
    for (const article of [FEATURE, PHOTO_STORY]) {
      const tab = await w.driver.openTab(addressOf(article));
      await (await saveByPopup(w, tab)).close();
      await tab.close();
    }
    await until('every picture to be settled', async () =>
      (await livingRows<{ outcome: string }>(w.driver, 'pictures')).every(
        ({ outcome }) => outcome !== 'pending',
      ),
    );
    const settings = await w.driver.openPage('options.html');
    await settings.see('button', w.t('coderAdd'));
    for (const typed of [MINH, MINH.toLocaleUpperCase('vi')]) {
      await settings.fill(w.t('coderNew'), typed);
      await settings.click('button', w.t('coderAdd'));
      await until('an answer', async () =>
        typed === MINH ? (await coders()).length === 2 : settings.has('alert', null),
      );
    }
    expect((await coders()).map(({ name }) => name)).toContain(MINH);
    // The other parts of the settings have tests of their own.
    expect((await stumblingBlocks(settings)).filter((one) => one.includes('.coders'))).toEqual([]);
    await settings.close();
  });

  test('a sample is drawn for both, blind', async () => {
    samples = await w.driver.openPage('samples.html');
    await samples.click('button', w.t('sampleDraw'), { how: 'part' });
    await samples.fill(w.t('sampleName'), 'Mẫu tin cậy');
    await samples.click('checkbox', MINH);
    await samples.fill(w.t('sampleSeed'), '2');
    expect(await stumblingBlocks(samples)).toEqual([]);
    await samples.click('button', w.t('sampleDrawNow'));
    await samples.see('link', w.t('sampleStart'));
    const [sample] = await livingRows<{ isBlind: boolean; articleIds: string[]; coderIds: string[] }>(
      w.driver,
      'samples',
    );
    expect(sample).toMatchObject({ isBlind: true });
    expect([sample!.articleIds.length, sample!.coderIds.length]).toEqual([2, 2]);
    expect(await stumblingBlocks(samples)).toEqual([]);
  });

  test('the first coder codes by the queue; done and next by key; undo and redo', async () => {
    await samples.click('link', w.t('sampleStart'));
    reader = samples;
    await reader.see('button', w.t('queueDoneNext'));
    first = await articleIn(reader);
    words = await reader.run<string>(
      `(doc) => [...doc.querySelectorAll('article [data-block]')].map((one) => one.textContent.trim()).find((text) => text.length > 60).slice(0, 24).trim()`,
    );
    await highlight();
    await shows(1);
    // The headings of an article are the paper's own.
    const blocks = await stumblingBlocks(reader);
    expect(blocks.filter((one) => !/^heading-order .*\[data-block/.test(one))).toEqual([]);
    await reader.run(`(doc) => doc.activeElement.blur()`);
    await reader.key('Control+Enter');
    await until('the next article', async () => (await articleIn(reader)) !== first);
    await reader.read(w.t('queueProgress', 2, 2, 1));
    expect(await completions()).toMatchObject([{ articleId: first }]);
    await reader.key('Control+z');
    await reader.read(w.t('queueProgress', 2, 2, 0));
    expect(await completions()).toEqual([]);
    await reader.key('Control+Shift+Z');
    await reader.read(w.t('queueProgress', 2, 2, 1));
    await reader.key('Alt+PageUp');
    await until('the article before', async () => (await articleIn(reader)) === first);
    await shows(1);
  });

  test('the second coder is shown nothing of it: not in the reader, not in the library', async () => {
    const page = await w.driver.openPage('samples.html');
    await page.see('article', 'Mẫu tin cậy');
    const minh = (await coders()).find(({ name }) => name === MINH)!;
    await page.choose(w.t('coderAtWork'), minh.id);
    await page.see('link', w.t('sampleStart'));
    // The reader that was open is another's now: what it showed is gone without a reload.
    await shows(0);
    await reader.read(w.t('queueProgress', 1, 2, 0));
    const library = await w.driver.openPage('library.html');
    await library.see('button', w.t('librarySamples'));
    await library.see('row', null);
    const marked = await library.run<number>(
      `(doc) => [...doc.querySelectorAll('[role=row]')].filter((row) => /(?:^|\\D)1 (?:highlight|đoạn)/.test(row.textContent)).length`,
    );
    expect(marked).toBe(0);
    await library.click('button', w.t('libraryExport'));
    await library.read('Mẫu tin cậy');
    await library.close();
    await page.close();
  });

  test('when both are done both are shown, and not done after all hides again', async () => {
    await highlight();
    await shows(1);
    await reader.click('button', w.t('queueDoneNext'));
    await until('the next article', async () => (await articleIn(reader)) !== first);
    await reader.see('button', w.t('queueDone'));
    await reader.click('button', w.t('queueBack'));
    await until('the article before', async () => (await articleIn(reader)) === first);
    await shows(2);
    await reader.click('button', w.t('queueNotDone'));
    await shows(1);
    await reader.run(`(doc) => doc.activeElement.blur()`);
    await reader.key('Control+z');
    await shows(2);
    const both = new Set((await completions()).map(({ coderId }) => coderId));
    expect(both.size).toBe(2);
  });
});
