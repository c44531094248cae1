/** The whole main job through the real interface: detect, save, find, read, annotate two passages, export. */
import { mkdtempSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { FEATURE } from '../site/articles';
import type { SampleSite } from '../site/server';
import { downloaded, type Driver, type Tab } from './driver';
import { selectWords } from './selecting';
import { wordsIn, type Locale } from './words';

/** Two passages: one inside a paragraph, one across two. */
export const PASSAGES = [
  {
    from: 'mỗi hộ góp hai công lao động mỗi tháng',
    to: 'mỗi hộ góp hai công lao động mỗi tháng',
    tag: 'tự quản',
  },
  { from: 'con cháu lấy đất đâu mà ở', to: 'dải rừng đã khép tán', tag: 'lý do giữ rừng' },
] as const;

/** Does it and gives the exported file's path; `say` hears each step when it is done. */
export async function doMainJob(
  driver: Driver,
  site: SampleSite,
  locale: Locale,
  say: (done: string) => void,
): Promise<string> {
  const t = wordsIn(locale);
  const tab = await driver.openTab(site.home);
  await tab.click('link', FEATURE.title, { nth: 0 });
  await tab.read(FEATURE.lead.slice(0, 60));
  say(`opened the article “${FEATURE.title}”`);

  const popup = await driver.pressButton(tab);
  await popup.see('button', t('popupSave'));
  const title = await popup.value('textbox', t('popupTitle'));
  const detected = (await popup.words()).split('\n').find((line) => line.includes('%')) ?? '';
  say(`detected “${title}” (${detected.trim()})`);

  const start = Date.now();
  await popup.key('Enter');
  await popup.read(t('popupSavedNow'));
  say(`saved with Enter in ${Date.now() - start} ms`);

  await popup.click('button', t('popupLibrary'));
  const library = await driver.pageOpened('library.html');
  await library.see('link', FEATURE.title);
  say('found it in the library');

  await library.click('link', FEATURE.title);
  const reader = await driver.pageOpened('reader.html');
  await reader.see('heading', FEATURE.title);
  say('opened it in the reader');

  for (const { from, to, tag } of PASSAGES) {
    await tagPassage(driver, reader, t('readerTagField'), { from, to, tag });
    await reader.read(new RegExp(tag, 'u'));
    say(`annotated “${from.slice(0, 40)}…” as “${tag}”`);
  }

  const file = await exportAll(driver, locale);
  const { annotations, articles } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown[]>;
  say(`exported ${articles!.length} article with ${annotations!.length} annotations`);
  return file;
}

/** Selects the passage with the mouse and types a tag for it. */
export async function tagPassage(
  driver: Driver,
  reader: Tab,
  field: string,
  { from, to, tag }: { from: string; to: string; tag: string },
): Promise<void> {
  await selectWords(reader, from, to);
  await reader.see('textbox', field);
  await reader.focus('textbox', field);
  await reader.type(tag);
  await reader.key('Enter');
  await reader.gone('textbox', field, { nth: 0 }).catch(() => undefined);
}

/** Exports the whole archive through the library; gives the file. */
export async function exportAll(driver: Driver, locale: Locale): Promise<string> {
  const t = wordsIn(locale);
  const library = await driver.openPage('library.html');
  await library.click('button', t('libraryExport'));
  await library.click('button', t('libraryExportStart'));
  await library.read(t('libraryExportSum'));
  const file = keepApart(await downloaded(driver, '.json'));
  await library.click('button', t('libraryClose'));
  await library.close();
  return file;
}

/** Every export of a day has the same name, so each is put into a folder of its own. */
function keepApart(file: string): string {
  const folder = mkdtempSync(path.join(path.dirname(file), 'export-'));
  const kept = path.join(folder, path.basename(file));
  renameSync(file, kept);
  return kept;
}
