/** The whole loop of coding without a mouse: move, select, new code, recent code, memo, borders, undo, redo. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { FEATURE } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { stumblingBlocks } from './axe';
import { expect, livingRows, rowsOf, saveByPopup, world } from './world';

const w = world();
let reader: Tab;

interface Annotation {
  id: string;
  quote: { exact: string };
  parts: { start: number; end: number }[];
  comment: string;
}

const annotations = () => livingRows<Annotation>(w.driver, 'annotations');
const placements = () =>
  rowsOf<{ parts: { start: number; end: number }[]; decidedBy: string }>(w.driver, 'placements');

async function keys(...pressed: string[]): Promise<void> {
  for (const key of pressed) await reader.key(key);
}

/** The codes on the highlight of these words, by name. */
async function codesOn(words: string): Promise<string[]> {
  const [made, codes, codings] = await Promise.all([
    annotations(),
    livingRows<{ id: string; name: string }>(w.driver, 'codes'),
    livingRows<{ targetId: string; codeId: string }>(w.driver, 'codings'),
  ]);
  const one = made.find(({ quote }) => quote.exact === words);
  return codings
    .filter(({ targetId }) => targetId === one?.id)
    .map(({ codeId }) => codes.find(({ id }) => id === codeId)!.name)
    .toSorted((a, b) => a.localeCompare(b, 'vi'));
}

const coded = (words: string, ...names: string[]) =>
  until(`“${words}” with ${names.join(', ')}`, async () => {
    const on = await codesOn(words);
    return on.join() === names.toSorted((a, b) => a.localeCompare(b, 'vi')).join();
  });

const textAt = async (parts: { start: number; end: number }[]) => {
  const [version] = await rowsOf<{ text: string }>(w.driver, 'versions');
  return parts.map(({ start, end }) => version!.text.slice(start, end)).join('\n');
};

describe('coding by keys', () => {
  test('an article is saved and opened', async () => {
    await w.driver.allow([PAPER.host, PAPER.pictureHost]);
    const tab = await w.driver.openTab(addressOf(FEATURE));
    await (await saveByPopup(w, tab)).close();
    await tab.close();
    const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
    reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
    await reader.see('heading', FEATURE.title);
  });

  test('J and Shift+J go to a sentence; C makes a code with Vietnamese letters and puts it on', async () => {
    await keys('j', 'j', 'j', 'Shift+J');
    await reader.key('c');
    await reader.see('textbox', w.t('readerPaletteFind'));
    await reader.type('Khủng hoảng');
    await reader.key('Enter');
    const [made] = await until('a highlight', async () => {
      const rows = await annotations();
      return rows.length === 1 && rows;
    });
    expect(made!.quote.exact, 'a whole sentence').toMatch(/^[\p{Lu}“(].*[.!?”]$/u);
    await coded(made!.quote.exact, 'Khủng hoảng');
  });

  test('one key puts the recent code on the sentence at the cursor', async () => {
    await keys('Shift+J', '1');
    await until('two', async () => (await annotations()).length === 2);
    const second = (await annotations())[1]!;
    const rows = await annotations();
    for (const { quote } of rows) await coded(quote.exact, 'Khủng hoảng');
    expect(second.quote.exact).not.toBe('');
  });

  test('the palette finds it without marks, and stays open for a second code', async () => {
    await keys('j', 'Shift+J', 'c');
    await reader.see('textbox', w.t('readerPaletteFind'));
    await reader.type('khung');
    await reader.see('option', /Khủng hoảng/);
    await reader.key('Shift+Enter');
    await reader.type('Nước ngọt');
    await reader.key('Enter');
    await until('three', async () => (await annotations()).length === 3);
    const third = await until('the third with two codes', async () => {
      for (const { quote } of await annotations())
        if ((await codesOn(quote.exact)).length === 2) return quote.exact;
      return null;
    });
    await coded(third, 'Khủng hoảng', 'Nước ngọt');
    // What a person would take away again is what the page shows.
    await until('both on its card', () =>
      reader.run<boolean>(
        `(doc) => (doc.querySelector('.reader-card.current')?.getAttribute('aria-label') ?? '').includes('Nước ngọt')`,
      ),
    );
    await keys('x');
    await coded(third, 'Khủng hoảng');
    await keys('Control+z');
    await coded(third, 'Khủng hoảng', 'Nước ngọt');
  });

  test('V selects, arrows extend by word, N makes a code of the words', async () => {
    await keys('j', 'Shift+J', 'ArrowRight', 'v', 'ArrowRight');
    const selected = await until('two words', async () => {
      const words = await reader.run<string>('(doc) => doc.getSelection().toString()');
      return words.split(/\s+/).length === 2 && words;
    });
    await keys('n');
    await coded(selected, selected);
  });

  test('M writes a comment, and Ctrl+Enter goes back to the text', async () => {
    await keys('m');
    await until('the field', () => reader.run<boolean>(`(doc) => doc.activeElement?.tagName === 'TEXTAREA'`));
    await reader.type('đối chiếu với số liệu 2004');
    await keys('Control+Enter');
    await until('the comment', async () =>
      (await annotations()).some(({ comment }) => comment === 'đối chiếu với số liệu 2004'),
    );
    await until('the focus in the text', () =>
      reader.run<boolean>(`(doc) => doc.activeElement?.closest('[data-block]') !== null`),
    );
  });

  test('} moves the end, [ the start; the first place is kept; undo and redo', async () => {
    const before = (await annotations()).find(({ comment }) => comment !== '')!;
    await keys('}', '}', '[');
    const moved = await until('the moved place', async () => {
      const [placed] = await placements();
      if (!placed) return null;
      const words = await textAt(placed.parts);
      return (
        words.length > before.quote.exact.length && placed.parts[0]!.start < before.parts[0]!.start && words
      );
    });
    expect(moved).toContain(before.quote.exact);
    expect((await annotations()).find(({ id }) => id === before.id)!.parts).toEqual(before.parts);
    await reader.read(w.t('readerMovedByHand'));
    for (let turn = 0; turn < 3; turn += 1) await keys('Control+z');
    await until('no placement', async () => (await placements()).length === 0);
    for (let turn = 0; turn < 3; turn += 1) await keys('Control+y');
    await until('moved again', async () => {
      const [placed] = await placements();
      return placed && (await textAt(placed.parts)) === moved;
    });
    await reader.click('button', w.t('readerMoveBack'));
    await until('back', async () => (await textAt((await placements())[0]!.parts)) === before.quote.exact);
  });

  test('O goes through overlapping highlights, Shift+X removes one, and undo brings it back', async () => {
    await keys('Escape', 'Escape', 'Escape');
    await keys('j', 'j', 'h');
    await until('the paragraph', async () => (await annotations()).length === 5);
    await keys('Shift+J', 'h', 'o');
    await until('a current highlight', () =>
      reader.run<boolean>(`(doc) => doc.querySelector('.reader-card.current') !== null`),
    );
    await until('six', async () => (await annotations()).length === 6);
    await keys('Shift+X');
    await until('five', async () => (await annotations()).length === 5);
    await keys('Control+z');
    await until('six again', async () => (await annotations()).length === 6);
  });

  test('/ searches the text without marks and the cursor goes on from there', async () => {
    await keys('/');
    await reader.see('textbox', w.t('readerFindField'));
    await reader.type('gieng nuoc ngot');
    await reader.key('Enter');
    await reader.read(/1 (of|trên|\/) ?\d+/u);
    await reader.key('Escape');
    await reader.gone('textbox', w.t('readerFindField'));
    await keys('Shift+J');
    await until('a cursor', () =>
      reader.run<boolean>(`(doc) => doc.activeElement?.closest('[data-block]') !== null`),
    );
  });

  test('? shows the keys, and while a field has the focus keys are letters', async () => {
    await keys('?');
    await reader.see('dialog', w.t('keysHelp'));
    expect((await stumblingBlocks(reader)).join('\n')).toBe('');
    await reader.key('Escape');
    await reader.gone('dialog', w.t('keysHelp'));
    const before = (await annotations()).length;
    await reader.focus('textbox', w.t('readerFilterWords'));
    await reader.type('h1x');
    expect(await reader.value('textbox', w.t('readerFilterWords'))).toBe('h1x');
    expect(await annotations()).toHaveLength(before);
    await reader.fill(w.t('readerFilterWords'), '');
  });

  test('no stumbling block with everything open', async () => {
    await keys('Escape');
    await reader.run(`(doc) => doc.activeElement.blur()`);
    await keys('j', 'c');
    await reader.see('textbox', w.t('readerPaletteFind'));
    expect((await stumblingBlocks(reader)).join('\n')).toBe('');
    await reader.key('Escape');
    expect((await stumblingBlocks(reader)).join('\n')).toBe('');
  });

  test('keys without Ctrl can be switched off and given to others', async () => {
    const settings = await w.driver.openPage('options.html');
    await settings.click('button', w.t('settingsKeyChange', w.t('keyAction_highlight'), 'H'));
    await settings.key('j');
    await settings.read(w.t('settingsKeyTaken', 'J', w.t('keyAction_nextParagraph')));
    await settings.click('button', w.t('settingsKeyChange', w.t('keyAction_highlight'), 'H'));
    await settings.key('q');
    await settings.read(w.t('settingsKeySet', 'Q', w.t('keyAction_highlight')));
    await settings.close();
    await reader.page.bringToFront();
    const before = (await annotations()).length;
    await keys('Escape', 'Escape', 'j', 'j', 'j', 'j', 'j', 'j', 'Shift+J', 'q');
    await until('one more', async () => (await annotations()).length === before + 1);
    const again = await w.driver.openPage('options.html');
    await again.click('checkbox', w.t('settingsSingleKeys'));
    await until(
      'switched off',
      async () => (await again.value('checkbox', w.t('settingsSingleKeys'))) === 'false',
    );
    await again.close();
    await reader.page.bringToFront();
    await keys('j', 'q', 'j', 'q');
    expect(await annotations()).toHaveLength(before + 1);
    await keys('Control+z');
    await until('undo still works', async () => (await annotations()).length === before);
  });
});
