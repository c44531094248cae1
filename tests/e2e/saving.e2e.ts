/** From a page to the archive: the button's badge, the popup, saving once and again. */
import { describe, test } from 'vitest';
import { FEATURE, FERRY, INTERVIEW, PHOTO_STORY, REVISION, SHORT_NEWS } from '../site/articles';
import { addressOf, isoOf, PAPER, type SampleArticle } from '../site/types';
import { until } from '../driver/view';
import {
  badgeBecomes,
  expect,
  livingRows,
  NEVER_IN_A_COPY,
  openPopup,
  rowsOf,
  saveByPopup,
  world,
} from './world';

const w = world();

interface SavedVersion {
  id: string;
  articleId: string;
  text: string;
  blocks: { type: string; start: number; end: number }[];
  html: string;
  metadata: Record<string, { value: unknown; source?: string; state: string }>;
}

interface SavedArticle {
  id: string;
  latestVersionId: string;
  versionCount: number;
  addresses: string[];
  shown: {
    title: string;
    lead: string | null;
    authors: string[];
    published: string | null;
    section: string[];
  };
  state: string;
}

async function savedAs(article: SampleArticle): Promise<{ row: SavedArticle; version: SavedVersion }> {
  const row = (await rowsOf<SavedArticle>(w.driver, 'articles')).find(({ addresses }) =>
    addresses.some((address) => address.includes(`-${article.id}.html`)),
  )!;
  expect(row, `the row of ${article.slug}`).toBeDefined();
  const version = (await rowsOf<SavedVersion>(w.driver, 'versions')).find(
    ({ id }) => id === row.latestVersionId,
  )!;
  return { row, version };
}

function blocksOf({ text, blocks }: SavedVersion, ...types: string[]): string[] {
  return blocks.filter(({ type }) => types.includes(type)).map(({ start, end }) => text.slice(start, end));
}

/** Everything the sample article says, in its order, and nothing of what stands around it. */
function expectWholeCopy(article: SampleArticle, version: SavedVersion): void {
  const { text } = version;
  expect(text.normalize('NFC')).toBe(text);
  const parts = [article.title, article.lead];
  for (const block of article.blocks) {
    if (block.kind === 'list') parts.push(...block.items);
    else if (block.kind === 'table') parts.push(...block.rows.flat());
    else if (block.kind !== 'picture') parts.push(block.text);
    else if (block.picture.caption !== null) parts.push(block.picture.caption);
  }
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part.normalize('NFC'), from);
    expect(at, `“${part.slice(0, 60)}” after ${from} in\n${text.slice(0, 3000)}`).toBeGreaterThanOrEqual(
      from,
    );
    from = at + part.length;
  }
  expect(text.split(article.lead).length - 1, 'the lead stands there once').toBe(1);
  for (const stray of NEVER_IN_A_COPY) expect(text, stray).not.toContain(stray);
}

describe('the badge', () => {
  test('shows nothing before anything is allowed', async () => {
    const tab = await w.driver.openTab(addressOf(FEATURE));
    expect((await w.driver.badge(tab)).text).toBe('');
    await tab.close();
  });

  test('marks articles on an allowed site, never its home or a section', async () => {
    await w.driver.allow([PAPER.host]);
    const article = await w.driver.openTab(addressOf(FERRY));
    await badgeBecomes(w, article, '●');
    expect((await w.driver.badge(article)).title).toBe(w.t('badgeArticle'));
    await article.close();
    for (const path of ['', 'xa-hoi', 'video/ban-tin-cua-be-so-318', 'lien-he']) {
      const page = await w.driver.openTab(w.site.home + path);
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect((await w.driver.badge(page)).text, path).toBe('');
      await page.close();
    }
  });

  test('follows navigation that loads no page', async () => {
    const tab = await w.driver.openTab(`${w.site.home}?mot-trang`);
    await tab.click('link', INTERVIEW.title, { nth: 0 });
    await tab.read(INTERVIEW.lead.slice(0, 40));
    await badgeBecomes(w, tab, '●');
    await tab.click('link', 'Trang chủ', { nth: 0 });
    await badgeBecomes(w, tab, '');
    await tab.close();
  });
});

describe('the popup', () => {
  test('shows the record that was found', async () => {
    const tab = await w.driver.openTab(addressOf(FEATURE));
    const popup = await openPopup(w, tab);
    expect(await popup.value('textbox', w.t('popupTitle'))).toBe(FEATURE.title);
    expect(await popup.value('textbox', w.t('popupLead'))).toBe(FEATURE.lead);
    expect(await popup.value('textbox', w.t('popupAuthors'))).toBe('Hải Nguyên');
    expect(await popup.value('textbox', w.t('popupOutlet'))).toContain(PAPER.name);
    expect(await popup.value('textbox', w.t('popupPublished'))).toMatch(/17\/11\/2026|2026-11-17/);
    await popup.close();
    await tab.close();
  });

  test('saves on Enter, and says so only when the archive has it', async () => {
    const tab = await w.driver.openTab(addressOf(FEATURE));
    const popup = await saveByPopup(w, tab);
    const { row, version } = await savedAs(FEATURE);
    expect(row.shown).toMatchObject({
      title: FEATURE.title,
      lead: FEATURE.lead,
      authors: FEATURE.authors,
      published: isoOf(FEATURE.published),
      section: FEATURE.section.map(({ name }) => name),
    });
    expectWholeCopy(FEATURE, version);
    expect(blocksOf(version, 'heading')).toEqual(['Trồng mười, sống ba', 'Tổ tự quản và những quy ước']);
    expect(blocksOf(version, 'listItem')).toHaveLength(3);
    expect(blocksOf(version, 'quote')).toHaveLength(1);
    expect(blocksOf(version, 'caption')).toHaveLength(2);
    await popup.close();
    await badgeBecomes(w, tab, '✓');
    await tab.close();
  });

  test('offers to fetch pictures from the host that keeps them', async () => {
    const waiting = await livingRows<{ outcome: string }>(w.driver, 'pictures');
    expect(waiting.map(({ outcome }) => outcome)).toEqual(['permissionNeeded', 'permissionNeeded']);
    await w.driver.sayYesTo([PAPER.pictureHost]);
    const tab = await w.driver.openTab(addressOf(PHOTO_STORY));
    const popup = await saveByPopup(w, tab);
    await popup.click('button', w.t('popupAllowHost', PAPER.pictureHost));
    const outcomes = await until('the pictures of the photo story', async () => {
      const { row } = await savedAs(PHOTO_STORY);
      const rows = (
        await rowsOf<{ articleId: string; outcome: string; refusal?: string; status?: number }>(
          w.driver,
          'pictures',
        )
      ).filter(({ articleId }) => articleId === row.id);
      return (
        rows.length === 6 && rows.every(({ outcome }) => outcome === 'kept' || outcome === 'refused') && rows
      );
    });
    expect(outcomes.filter(({ outcome }) => outcome === 'kept')).toHaveLength(5);
    expect(outcomes.find(({ outcome }) => outcome === 'refused')).toMatchObject({
      refusal: 'status',
      status: 404,
    });
    await popup.close().catch(() => undefined);
    await tab.close();
  });

  test('keeps corrections and tags', async () => {
    const tab = await w.driver.openTab(addressOf(SHORT_NEWS));
    const popup = await openPopup(w, tab);
    expect(await popup.value('textbox', w.t('popupAuthors'))).toBe('Minh Trí');
    await popup.fill(w.t('popupTitle'), 'Bàn giao nhà ở Vân Lộng');
    await popup.focus('textbox', w.t('popupTags'));
    await popup.fill(w.t('popupTags'), 'nhà ở');
    await popup.key('Enter');
    await popup.click('button', w.t('popupSave'));
    await popup.read(w.t('popupSavedNow'));
    const { row, version } = await savedAs(SHORT_NEWS);
    expect(row.shown.title).toBe('Bàn giao nhà ở Vân Lộng');
    expect(version.metadata.title!.value).toBe(SHORT_NEWS.title);
    expectWholeCopy(SHORT_NEWS, version);
    const codes = await livingRows<{ id: string; name: string }>(w.driver, 'codes');
    const code = codes.find(({ name }) => name === 'nhà ở');
    expect(code).toBeDefined();
    const codings = await livingRows<{ codeId: string; targetId: string }>(w.driver, 'codings');
    expect(codings).toMatchObject([{ codeId: code!.id, targetId: row.id }]);
    await popup.close();
    await tab.close();
  });
});

describe('saving again', () => {
  test('the same text is told, not stored twice', async () => {
    const tab = await w.driver.openTab(addressOf(FEATURE));
    const popup = await openPopup(w, tab);
    await popup.read(w.t('popupSameText'));
    await popup.see('button', w.t('popupOpenReader'));
    await popup.close();
    expect((await savedAs(FEATURE)).row.versionCount).toBe(1);
    await tab.close();
  });

  test('another text becomes a new version; the old one stays', async () => {
    w.site.revised.add(FEATURE.id);
    const tab = await w.driver.openTab(addressOf(FEATURE));
    const popup = await openPopup(w, tab);
    await popup.read(new RegExp(w.t('changeAddedOne'), 'i'));
    await popup.click('button', w.t('popupSaveNewVersion'));
    await popup.read(w.t('popupSavedNewVersion'));
    const { row, version } = await savedAs(FEATURE);
    expect(row.versionCount).toBe(2);
    expect(version.text).toContain(REVISION);
    const texts = (await rowsOf<SavedVersion>(w.driver, 'versions'))
      .filter(({ articleId }) => articleId === row.id)
      .map(({ text }) => text.includes(REVISION));
    expect(texts.filter(Boolean)).toHaveLength(1);
    expect(texts).toHaveLength(2);
    await popup.close();
    await tab.close();
    w.site.revised.clear();
  });

  test('works when the browser has stopped the background meanwhile', async () => {
    await w.driver.stopBackground();
    const tab = await w.driver.openTab(addressOf(INTERVIEW));
    const popup = await saveByPopup(w, tab);
    const { row, version } = await savedAs(INTERVIEW);
    expect(row.shown.authors).toEqual(INTERVIEW.authors);
    expectWholeCopy(INTERVIEW, version);
    await popup.close();
    await tab.close();
  });

  test('the other template: title inside the body, author named once', async () => {
    const tab = await w.driver.openTab(addressOf(FERRY));
    const popup = await saveByPopup(w, tab);
    const { row, version } = await savedAs(FERRY);
    expect(row.shown).toMatchObject({
      title: FERRY.title,
      authors: FERRY.authors,
      published: isoOf(FERRY.published),
    });
    expectWholeCopy(FERRY, version);
    expectWholeCopy(PHOTO_STORY, (await savedAs(PHOTO_STORY)).version);
    await popup.close();
    await tab.close();
  });
});

describe('pages that are no articles', () => {
  test('can be saved by choice', async () => {
    const tab = await w.driver.openTab(`${w.site.home}lien-he`);
    const popup = await w.driver.pressButton(tab);
    await popup.see('button', w.t('popupSaveAnyway'));
    await popup.close();
    await tab.close();
  });

  test('a page of the browser gets its sentence', async () => {
    const tab = await w.driver.openTab(w.driver.kind === 'firefox' ? 'about:support' : 'chrome://version');
    const popup = await w.driver.pressButton(tab);
    await popup.read(w.t('error_restrictedPage'));
    await popup.see('button', w.t('popupEnterByHand'));
    await popup.close();
    await tab.close();
  });
});
