/** The copy read again from the kept page, and corrected by hand: always a further version, never a changed one. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { selectWords } from '../driver/selecting';
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

describe('highlights go along to a further version', () => {
  const w = world();
  let reader: Tab;
  const KEPT = 'mỗi hộ góp hai công lao động mỗi tháng';
  const LOST = 'Trồng mười, sống ba';

  interface Placed {
    verdict: string;
    decidedBy: string;
    parts: { start: number; end: number }[];
  }
  const placements = () => livingRows<Placed>(w.driver, 'placements');

  async function tag(words: string, name: string): Promise<void> {
    await selectWords(reader, words);
    await reader.focus('textbox', w.t('readerTagField'));
    await reader.type(name);
    await reader.key('Enter');
    await reader.see('button', words, { how: 'part' });
  }

  test('what stands unchanged is painted again; what was taken out is asked about, never put elsewhere', async () => {
    await w.driver.allow([PAPER.host, PAPER.pictureHost]);
    const tab = await w.driver.openTab(addressOf(FEATURE));
    await (await saveByPopup(w, tab)).close();
    await tab.close();
    const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
    reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
    await tag(KEPT, 'tự quản');
    await tag(LOST, 'tỉ lệ sống');
    await reader.click('button', w.t('correctTitle'));
    await reader.run(
      `(doc, words) => [...doc.querySelectorAll('[data-block]')].find((one) => one.textContent === words).click()`,
      LOST,
    );
    await reader.click('button', w.t('correctTakeOut'));
    await reader.click('button', w.t('correctSave'));
    await reader.read(w.t('verdict_orphan'));
    const made = await placements();
    expect(made.map(({ verdict }) => verdict).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'orphan',
      'same',
    ]);
    expect(made.find(({ verdict }) => verdict === 'orphan')!.parts).toEqual([]);
    await reader.read('tự quản');
  });

  test('a person attaches it to other words; undo takes that back', async () => {
    await reader.click('button', w.t('readerAttach'));
    await selectWords(reader, 'mười cây trồng xuống chỉ sống được ba');
    await reader.click('button', w.t('readerAttachHere'));
    await reader.read(w.t('verdict_changed'));
    expect(
      (await placements()).some(({ decidedBy, verdict }) => decidedBy === 'person' && verdict === 'changed'),
    ).toBe(true);
    await reader.click('button', w.t('readerUndo'));
    await reader.read(w.t('verdict_orphan'));
  });
});
