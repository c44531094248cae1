/** Bad pages: each ends in a clear sentence or a right record, never in a hung popup or a broken archive. */
import { describe, test } from 'vitest';
import { until } from '../driver/view';
import { expect, openPopup, rowsOf, saveByPopup, world } from './world';

describe('hostile pages', () => {
  const w = world();

  interface Version {
    articleId: string;
    text: string;
    html: string;
    pageWasChanging: boolean;
  }

  async function versionOf(title: string): Promise<Version> {
    const article = (
      await rowsOf<{ latestVersionId: string; shown: { title: string } }>(w.driver, 'articles')
    ).find(({ shown }) => shown.title === title)!;
    return (await rowsOf<Version & { id: string }>(w.driver, 'versions')).find(
      ({ id }) => id === article.latestVersionId,
    )!;
  }

  const open = (name: string) => w.driver.openTab(`${w.site.home}thu/${name}`);

  test('an empty page: a sentence, and nothing stored', async () => {
    const tab = await open('trang-rong-90001.html');
    const popup = await w.driver.pressButton(tab);
    await until('a sentence', async () => {
      const words = await popup.words();
      if (words.includes(w.t('error_emptyArticle'))) return true;
      if (!words.includes(w.t('popupSaveAnyway'))) return false;
      await popup.click('button', w.t('popupSaveAnyway'));
      return false;
    });
    expect(await rowsOf(w.driver, 'articles')).toEqual([]);
    await popup.close();
    await tab.close();
  });

  test('malformed JSON-LD and javascript: links: the text is kept, the traps are not', async () => {
    const tab = await open('json-hong-90005.html');
    const popup = await saveByPopup(w, tab);
    const { html, text } = await versionOf('JSON-LD hỏng');
    expect(text).toContain('liên kết lạ');
    expect(html).not.toMatch(/javascript:|onerror|onclick|<script/i);
    await popup.close();
    await tab.close();
  });

  test('a page that changes while it is captured', async () => {
    const tab = await open('trang-dang-doi-90004.html');
    const popup = await saveByPopup(w, tab);
    expect((await versionOf('Trang đang đổi')).text).toContain('1.257');
    await popup.close();
    await tab.close();
  });

  test('3,000 pictures', async () => {
    const tab = await open('ba-nghin-anh-90003.html');
    const popup = await openPopup(w, tab);
    await popup.key('Enter');
    await popup.read(w.t('popupSavedNow'));
    const pictures = await rowsOf(w.driver, 'pictures');
    expect(pictures.length).toBeGreaterThan(100);
    expect((await versionOf('Ba nghìn ảnh')).text).toContain('Ảnh số 0');
    await popup.close();
    await tab.close();
  });

  test('5 MB of HTML', async () => {
    const tab = await open('nam-megabyte-90002.html');
    const popup = await w.driver.pressButton(tab);
    await popup.see('button', w.t('popupSave'));
    await popup.key('Enter');
    await popup.read(w.t('popupSavedNow'));
    const { text } = await versionOf('Bài rất dài');
    expect(text).toContain('20999. Đoạn văn này');
    await popup.close();
    await tab.close();
  });
});
