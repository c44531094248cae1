/** Our own pages of traps, and the pages the project was asked for, under their addresses, through the button and the popup. */
import { describe, test } from 'vitest';
import { ownPages } from '../site/own-pages';
import { sharedPages } from '../site/shared-pages';
import { expect, rowsOf, saveByPopup, world } from './world';

const shared = sharedPages();
if (shared.length === 0) console.log('The shared pages are not beside the project: only our own were tried.');
const pages = [...ownPages(), ...shared].filter(
  ({ expected }, index, all) => all.findIndex((other) => other.expected.url === expected.url) === index,
);

describe('pages of the press', () => {
  const w = world();

  test.each(pages.filter(({ expected }) => expected.isArticle))(
    '$expected.page is saved as it should be',
    async ({ expected }) => {
      const tab = await w.driver.openTab(expected.url);
      const popup = await saveByPopup(w, tab);
      const article = (
        await rowsOf<{
          latestVersionId: string;
          shown: Record<string, unknown> & { title: string; authors: string[] };
        }>(w.driver, 'articles')
      ).find(({ shown }) => shown.title === expected.title);
      expect(article, `the article “${expected.title}”`).toBeDefined();
      for (const field of ['published', 'lead', 'section'] as const)
        if (expected[field] !== undefined) expect(article!.shown[field], field).toEqual(expected[field]);
      // Names stay in the letters they are printed in; CTV is a staff word, no name.
      if (expected.authors)
        expect(article!.shown.authors.map(lower)).toEqual(
          expected.authors.filter((name) => name !== 'CTV').map(lower),
        );
      const version = (
        await rowsOf<{ id: string; text: string; blocks: Block[] }>(w.driver, 'versions')
      ).find(({ id }) => id === article!.latestVersionId)!;
      let from = 0;
      for (const paragraph of expected.paragraphs ?? []) {
        const at = squeeze(version.text).indexOf(squeeze(paragraph), from);
        expect(at, paragraph.slice(0, 80)).toBeGreaterThanOrEqual(from);
        from = at + squeeze(paragraph).length;
      }
      for (const stray of expected.mustNotAppear ?? []) expect(version.text, stray).not.toContain(stray);
      const captions = version.blocks
        .filter(({ type }) => type === 'caption')
        .map(({ start, end }) => squeeze(version.text.slice(start, end)));
      for (const caption of expected.captions ?? []) expect(captions.join('\n')).toContain(squeeze(caption));
      await popup.close();
      await tab.close();
    },
  );

  test.each(pages.filter(({ expected }) => !expected.isArticle))(
    '$expected.page is no article',
    async ({ expected }) => {
      const tab = await w.driver.openTab(expected.url);
      const popup = await w.driver.pressButton(tab);
      await popup.see('button', w.t('popupSaveAnyway'));
      expect((await w.driver.badge(tab)).text).toBe('');
      await popup.close();
      await tab.close();
    },
  );
});

interface Block {
  type: string;
  start: number;
  end: number;
}

function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function lower(name: string): string {
  return name.toLocaleLowerCase('vi');
}
