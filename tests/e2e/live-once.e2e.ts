/** Highlights on a site that was not allowed: only after a click, and then all of it works. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import { selectWords } from '../driver/selecting';
import { until } from '../driver/view';
import { FERRY } from '../site/articles';
import { addressOf } from '../site/types';
import { expect, livingRows, openPopup, saveByPopup, world } from './world';

const w = world();
let page: Tab;
const WORDS = FERRY.blocks.flatMap((block) =>
  block.kind === 'paragraph' ? block.text.slice(0, 40) : [],
)[0]!;

const painted = () =>
  page.run<string[]>(
    `() => [...CSS.highlights].filter(([name]) => name.startsWith('pressmark-live-ground')).flatMap(([, highlight]) => [...highlight].map(String))`,
  );

describe('a site that was not allowed', () => {
  test('shows nothing by itself, and the highlights after a click in the popup', async () => {
    page = await w.driver.openTab(addressOf(FERRY));
    await (await saveByPopup(w, page)).close();
    const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
    const reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
    await selectWords(reader, WORDS);
    await reader.click('button', new RegExp(`^${w.t('readerJustHighlight')}`, 'u'));
    await until('the highlight', async () => (await livingRows(w.driver, 'annotations')).length === 1);
    await reader.close();
    // A tab that nobody has clicked in: the click that saved opened only the tab it was made in.
    await page.close();
    page = await w.driver.openTab(addressOf(FERRY));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await painted()).toEqual([]);
    expect(await page.run(`(doc) => doc.documentElement.outerHTML.includes('pressmark')`)).toBe(false);

    const popup = await openPopup(w, page);
    await popup.click('button', w.t('popupShowHighlights'));
    // The popup closes itself when the page was told; another page in front would close it before.
    await until('the words painted', async () => (await painted()).join() === WORDS);
  });

  test('keeps showing what is done elsewhere while its page stays open', async () => {
    const [annotation] = await livingRows<{ id: string }>(w.driver, 'annotations');
    await w.driver.inExtension(
      `(globalThis.browser ?? chrome).runtime.sendMessage({ pressmark: 'annotation/remove', request: { annotationId: ${JSON.stringify(annotation!.id)} } })`,
    );
    await page.page.bringToFront();
    await until('nothing painted', async () => (await painted()).length === 0);
  });
});
