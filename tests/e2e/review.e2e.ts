/** An article is edited and saved again: what lost its place waits in the review, and every answer can be taken back. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import { selectWords } from '../driver/selecting';
import { until } from '../driver/view';
import { FEATURE } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { stumblingBlocks } from './axe';
import { expect, livingRows, rowsOf, saveByPopup, world } from './world';

const w = world();
let reader: Tab;
let review: Tab;

/** Each of these lost its place for another reason: the paragraph changed, was cut, or went. */
const LOST = 'Trồng mười, sống ba';
const KEPT = 'mỗi hộ góp hai công lao động mỗi tháng';
const GONE = 'Những năm đầu, mười cây trồng xuống chỉ sống được ba.';

interface Placed {
  annotationId: string;
  verdict: string;
  decidedBy: string;
  parts: { start: number; end: number }[];
}
const waiting = async () =>
  (await rowsOf<Placed>(w.driver, 'placements')).filter(
    ({ verdict, decidedBy }) => decidedBy !== 'person' && (verdict === 'review' || verdict === 'orphan'),
  );

async function highlight(words: string): Promise<void> {
  const before = (await livingRows(w.driver, 'annotations')).length;
  await selectWords(reader, words);
  await reader.key('h');
  await until(
    `the highlight of “${words}”`,
    async () => (await livingRows(w.driver, 'annotations')).length === before + 1,
  );
}

describe('the review', () => {
  test('nothing waits at first, and the page says so', async () => {
    await w.driver.allow([PAPER.host, PAPER.pictureHost]);
    const tab = await w.driver.openTab(addressOf(FEATURE));
    await (await saveByPopup(w, tab)).close();
    await tab.close();
    review = await w.driver.openPage('review.html');
    await review.see('heading', w.t('reviewEmpty'));
    expect((await stumblingBlocks(review)).join('\n')).toBe('');
    await review.close();
  });

  test('a new version without two of three passages: two wait, one goes along', async () => {
    const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
    reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
    await reader.see('heading', FEATURE.title);
    for (const words of [KEPT, LOST, GONE]) await highlight(words);
    await reader.click('button', w.t('correctTitle'));
    for (const words of [LOST, GONE]) {
      await reader.run(
        `(doc, words) => [...doc.querySelectorAll('[data-block]')].find((one) => one.textContent.includes(words)).click()`,
        words,
      );
      await reader.click('button', w.t('correctTakeOut'));
    }
    await reader.click('button', w.t('correctSave'));
    await reader.read(w.t('correctSaved'));
    await until('two to review', async () => (await waiting()).length === 2);
    await reader.see('button', w.t('reviewCount', 2));
  });

  test('the library tells how many wait, and leads there', async () => {
    const library = await w.driver.openPage('library.html');
    await library.click('button', w.t('reviewCount', 2));
    review = await w.driver.pageOpened('review.html');
    await review.read(w.t('reviewProgress', 1, 2));
    await review.read(LOST);
    await review.read(GONE);
    expect((await stumblingBlocks(review)).join('\n')).toBe('');
    await library.close();
  });

  test('O keeps it without a place, and undo brings it back to the list', async () => {
    await review.page.bringToFront();
    await review.key('j');
    await review.read(w.t('reviewProgress', 2, 2));
    await review.key('k');
    await review.read(w.t('reviewProgress', 1, 2));
    await review.key('o');
    await until('one left', async () => (await waiting()).length === 1);
    await review.read(w.t('reviewProgress', 2, 2));
    await review.key('Control+z');
    await until('two again', async () => (await waiting()).length === 2);
    await review.key('Control+y');
    await until('one again', async () => (await waiting()).length === 1);
    await review.read(w.t('reviewProgress', 2, 2));
  });

  test('R opens the reader to choose other words, and comes back', async () => {
    await review.key('r');
    await review.read(/“/u);
    await review.see('button', w.t('libraryCancel'));
    await selectWords(review, 'dải rừng đã khép tán');
    await review.key('h');
    await review.see('heading', w.t('reviewEmpty'));
    const placed = (await rowsOf<Placed>(w.driver, 'placements')).filter(
      ({ decidedBy }) => decidedBy === 'person',
    );
    expect(placed.map(({ verdict }) => verdict).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'changed',
      'orphan',
    ]);
  });

  test('what was attached can be taken back from the review, too', async () => {
    await review.click('button', w.t('readerUndo'));
    await until('one waits again', async () => (await waiting()).length === 1);
    await review.read(w.t('reviewProgress', 1, 1));
  });

  test('A accepts what stands there now; the reader shows it as sure; undo asks again', async () => {
    w.site.unruly.set(FEATURE.id, 'retold');
    const page = await w.driver.openTab(addressOf(FEATURE));
    await w.driver.inExtension(`(async () => {
      const { runtime, tabs } = globalThis.browser ?? chrome;
      const tab = (await tabs.query({})).find(({ url }) => url?.includes(${JSON.stringify(PAPER.host)}));
      return runtime.sendMessage({ pressmark: 'article/saveTab', request: { tabId: tab.id } });
    })()`);
    w.site.unruly.delete(FEATURE.id);
    await page.close();
    // More than one of them may wait, in any order.
    const kept = (await livingRows<{ id: string; quote: { exact: string } }>(w.driver, 'annotations')).find(
      ({ quote }) => quote.exact === KEPT,
    )!;
    const asked = await until('the kept passage in question', async () =>
      (await waiting()).find(
        ({ annotationId, verdict, parts }) =>
          annotationId === kept.id && verdict === 'review' && parts.length > 0,
      ),
    );
    await review.page.bringToFront();
    await review.click('button', KEPT, { how: 'part' });
    // The question of this passage, with a place to accept: a key pressed before would be for another one.
    await until('the kept passage to be asked about', async () => {
      const current = await review.run<string | null>(
        `(doc) => doc.querySelector('.review-one[aria-current=true]')?.textContent ?? null`,
      );
      if (!current?.includes(KEPT)) return false;
      return !(await review.isDisabled('button', w.t('reviewAccept'), { how: 'part' }));
    });
    await review.key('a');
    const placedNow = async () =>
      (await rowsOf<Placed & { versionId: string }>(w.driver, 'placements')).find(
        ({ annotationId, parts, decidedBy }) =>
          annotationId === asked.annotationId &&
          decidedBy === 'person' &&
          parts[0]?.start === asked.parts[0]!.start,
      );
    const placed = await until('the decision', placedNow);
    expect(['review', 'orphan']).not.toContain(placed.verdict);
    const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
    reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
    await reader.see('button', KEPT, { how: 'part' });
    const painted = (name: string) =>
      reader.run<string[]>(
        `(doc, name) => [...CSS.highlights].filter(([one]) => one.startsWith('pressmark-' + name)).flatMap(([, all]) => [...all].map(String))`,
        name,
      );
    await until('the ground', async () => (await painted('ground')).includes(KEPT));
    expect(await painted('uncertain')).not.toContain(KEPT);
    await reader.close();
    await review.page.bringToFront();
    await review.key('Control+z');
    await until('the question', async () =>
      (await waiting()).some(({ annotationId }) => annotationId === asked.annotationId),
    );
    await review.see('button', KEPT, { how: 'part' });
    await review.key('Control+y');
    await until('the decision again', placedNow);
  });
});
