/** The saved copy: read without the network, annotated with the mouse, still there after a restart. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import { selectWords } from '../driver/selecting';
import { until } from '../driver/view';
import { FEATURE } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { expect, livingRows, NEVER_IN_A_COPY, requestsSince, saveByPopup, world } from './world';

const w = world();
let reader: Tab;

interface Annotation {
  id: string;
  quote: { exact: string; prefix: string; suffix: string };
  parts: { start: number; end: number }[];
  comment: string;
}

const annotations = () => livingRows<Annotation>(w.driver, 'annotations');
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

async function openReader(): Promise<Tab> {
  const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
  const tab = await w.driver.openPage(`reader.html?article=${article!.id}`);
  await tab.see('heading', FEATURE.title);
  return tab;
}

/** Highlights what is selected and waits until the archive has it. */
async function highlight(from: string, to = from): Promise<Annotation> {
  const before = await annotations();
  await selectWords(reader, from, to);
  await reader.click('button', new RegExp(`^${w.t('readerJustHighlight')}`, 'u'));
  return until(`the highlight of “${from}”`, async () =>
    (await annotations()).find(({ id }) => !before.some((other) => other.id === id)),
  );
}

describe('the reader', () => {
  test('an article with its pictures is saved', async () => {
    await w.driver.allow([PAPER.host, PAPER.pictureHost]);
    const tab = await w.driver.openTab(addressOf(FEATURE));
    await (await saveByPopup(w, tab)).close();
    await until('both pictures', async () => {
      const pictures = await livingRows<{ outcome: string }>(w.driver, 'pictures');
      return pictures.length === 2 && pictures.every(({ outcome }) => outcome === 'kept');
    });
    await tab.close();
  });

  test('shows everything with the cable pulled, and asks the network for nothing', async () => {
    w.site.isCut = true;
    const from = w.site.log.length;
    reader = await openReader();
    const text = words(await reader.words());
    for (const block of FEATURE.blocks)
      if (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'quote')
        expect(text).toContain(words(block.text.normalize('NFC')));
    for (const stray of NEVER_IN_A_COPY) expect(text).not.toContain(stray);
    await until('both pictures on the screen', () =>
      reader.run<boolean>(
        `(doc) => { const shown = [...doc.querySelectorAll('article img')]; for (const image of shown) image.scrollIntoView(); return shown.length === 2 && shown.every((image) => image.complete && image.naturalWidth > 100); }`,
      ),
    );
    expect(requestsSince(w.site, from)).toEqual([]);
    w.site.isCut = false;
  });

  test('links to the original', async () => {
    expect(await reader.attribute('link', w.t('readerOriginal'), 'href')).toBe(addressOf(FEATURE));
  });
});

describe('annotating', () => {
  test('a passage of a paragraph gets a new tag', async () => {
    await selectWords(reader, 'mỗi hộ góp hai công lao động mỗi tháng');
    await reader.focus('textbox', w.t('readerTagField'));
    await reader.type('tự quản');
    await reader.key('Enter');
    await until('the tag', async () => {
      const [coding] = await livingRows<{ codeId: string }>(w.driver, 'codings');
      const codes = await livingRows<{ id: string; name: string }>(w.driver, 'codes');
      return codes.find(({ id }) => id === coding?.codeId)?.name === 'tự quản';
    });
    const [made] = await annotations();
    expect(made!.quote.exact).toBe('mỗi hộ góp hai công lao động mỗi tháng');
    const version = (await livingRows<{ text: string }>(w.driver, 'versions'))[0]!;
    expect(version.text.slice(made!.parts[0]!.start, made!.parts[0]!.end)).toBe(made!.quote.exact);
  });

  test('is painted without changing the copy', async () => {
    expect(await reader.run<number>('() => CSS.highlights.size')).toBeGreaterThan(0);
    expect(await reader.run<number>(`(doc) => doc.querySelectorAll('article mark').length`)).toBe(0);
  });

  test.each([
    ['the title', 'rừng dương chắn cát'],
    ['the lead', 'giếng nước ngọt trở lại'],
    ['a caption', 'nhìn từ đồi cát'],
    ['a list', 'Không thả trâu, bò, dê'],
  ])('works in %s', async (_, text) => {
    expect((await highlight(text)).quote.exact).toBe(text);
  });

  test('works across paragraphs, in pieces', async () => {
    const made = await highlight('cát bay vào tận mâm cơm', 'cát phủ kín 42 nền nhà');
    expect(made.parts.length).toBeGreaterThan(1);
    expect(words(made.quote.exact)).toContain('Năm 1997, sau trận bão số 5,');
  });

  test('passages may overlap', async () => {
    const made = await highlight('hai công lao động mỗi tháng để trồng dương');
    expect(made.quote.exact).toBe('hai công lao động mỗi tháng để trồng dương');
    expect(await annotations()).toHaveLength(7);
  });

  test('undo and redo', async () => {
    await reader.click('button', w.t('readerUndo'));
    await until('six', async () => (await annotations()).length === 6);
    await reader.click('button', w.t('readerRedo'));
    await until('seven again', async () => (await annotations()).length === 7);
    await reader.key('Control+z');
    await until('six by key', async () => (await annotations()).length === 6);
  });

  test('all of it is there after the browser was restarted', async () => {
    const before = await annotations();
    await w.driver.restart();
    expect(await annotations()).toEqual(before);
    reader = await openReader();
    await reader.read('tự quản');
    await reader.see('button', 'mỗi hộ góp hai công lao động mỗi tháng', { how: 'part' });
    // The journal too: what was undone before the restart can be redone after it.
    await reader.click('button', w.t('readerRedo'));
    await until('seven', async () => (await annotations()).length === 7);
  });

  test('a highlight can be removed', async () => {
    await reader.click('button', w.t('readerRemove'), { nth: 0 });
    await until('six', async () => (await annotations()).length === 6);
  });
});
