/** The copy read again from the kept page, and corrected by hand: always a further version, never a changed one. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { FEATURE } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { expect, livingRows, rowsOf, saveByPopup, world } from './world';

interface Version {
  id: string;
  text: string;
  derivedFrom?: string;
  blocks: { type: string; start: number; end: number }[];
  circumstances: { extractor: string };
}

describe('the copy of an article', () => {
  const w = world();
  let reader: Tab;

  const versions = () => rowsOf<Version>(w.driver, 'versions');
  async function latest(): Promise<Version> {
    const [article] = await livingRows<{ latestVersionId: string }>(w.driver, 'articles');
    return (await versions()).find(({ id }) => id === article!.latestVersionId)!;
  }
  const pick = (words: string) =>
    reader.run(
      `(doc, words) => { const block = [...doc.querySelectorAll('[data-block]')].find((one) => one.textContent.includes(words)); block.scrollIntoView({ block: 'center' }); block.click(); }`,
      words,
    );

  test('read again from the kept page, it is the same', async () => {
    await w.driver.allow([PAPER.host, PAPER.pictureHost]);
    const tab = await w.driver.openTab(addressOf(FEATURE));
    await (await saveByPopup(w, tab)).close();
    await tab.close();
    const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
    reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
    await reader.click('button', w.t('againTitle'));
    await reader.read(w.t('againNone'));
    await reader.click('button', w.t('libraryClose'));
    expect(await versions()).toHaveLength(1);
  });

  test('a block is taken out, another becomes a heading, a piece of the page comes in: one new version', async () => {
    const before = await latest();
    await reader.click('button', w.t('correctTitle'));
    await pick('Đến năm 2004');
    await reader.click('button', w.t('correctTakeOut'));
    await pick('Những năm đầu');
    await reader.choose(w.t('correctKind'), 'heading');
    await reader.click('button', w.t('correctPutInMore'));
    await reader.click('button', 'Đường dây nóng', { how: 'part' });
    await reader.read(w.t('correctCount', 3));
    expect(await versions(), 'nothing is kept before it is saved').toHaveLength(1);
    await reader.click('button', w.t('correctSave'));
    await reader.read(w.t('correctSaved'));
    const made = await latest();
    expect(made.derivedFrom).toBe(before.id);
    expect(made.circumstances.extractor).toBe('hand/1');
    expect(made.text).not.toContain('Đến năm 2004');
    expect(made.text).toContain('Đường dây nóng');
    const heading = made.blocks.filter(({ type }) => type === 'heading');
    expect(heading.some(({ start, end }) => made.text.slice(start, end).includes('Những năm đầu'))).toBe(
      true,
    );
    expect((await versions()).find(({ id }) => id === before.id)!.text).toBe(before.text);
  });

  test('undo goes back to the version before', async () => {
    await reader.click('button', w.t('readerUndo'));
    await until('the first version', async () => (await latest()).derivedFrom === undefined);
    expect(await versions(), 'the corrected version stays as a row').toHaveLength(2);
    await reader.click('button', w.t('readerRedo'));
    await until('the corrected version', async () => (await latest()).derivedFrom !== undefined);
  });
});
