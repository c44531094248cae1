/** One browser with the built extension, the sample site, and ways to look at the archive from outside. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { BrowserKind } from '../driver/browsers';
import { launchChromium } from '../driver/chromium';
import { ROOT, type Driver, type LaunchWishes, type Tab } from '../driver/driver';
import { launchFirefox } from '../driver/firefox';
import { rowsOf, type Row } from '../driver/rows';
import { until, type View } from '../driver/view';
import { wordsIn, type Locale, type MessageKey } from '../driver/words';
import { serveSite, type SampleSite } from '../site/server';

export const KIND: BrowserKind = process.env.PRESSMARK_BROWSER === 'firefox' ? 'firefox' : 'chromium';

export interface World {
  site: SampleSite;
  driver: Driver;
  /** The interface's own words in the browser's language. */
  t: (key: MessageKey, ...values: (string | number)[]) => string;
}

/** Starts everything before the tests of a file and stops it after them; a failed test leaves pictures in out/e2e. */
export function world(wishes: Partial<LaunchWishes> = {}): World {
  const made = {} as World;
  beforeAll(async () => {
    made.site = await serveSite();
    const launch = KIND === 'firefox' ? launchFirefox : launchChromium;
    made.driver = await launch({ proxyPort: made.site.port, ...wishes });
    made.t = wordsIn(wishes.language ?? 'en');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && made.driver) await picturesOf(made.driver, task.name);
  });
  afterAll(async () => {
    await made.driver?.close();
    await made.site?.close();
  });
  return made;
}

async function picturesOf(driver: Driver, test: string): Promise<void> {
  const folder = path.join(ROOT, 'out/e2e');
  mkdirSync(folder, { recursive: true });
  const name = `${driver.kind}-${test.replace(/\W+/g, '-').slice(0, 60)}`;
  for (const [index, page] of (await driver.browser.pages()).entries()) {
    if (page.url().endsWith('manifest.json')) continue;
    const file = path.join(folder, `${name}-${index}.png`);
    // Not page.screenshot in Chromium: a tab that is never painted would block every later tab.
    const picture =
      driver.kind === 'chromium'
        ? page
            .createCDPSession()
            .then((session) => session.send('Page.captureScreenshot'))
            .then(({ data }) => writeFileSync(file, Buffer.from(data, 'base64')))
        : page.screenshot({ path: file });
    const tooLate = new Promise((resolve) => setTimeout(resolve, 2000));
    await Promise.race([picture, tooLate]).catch(() => undefined);
  }
}

/** Rows that are not deleted. */
export async function livingRows<T = Row>(driver: Driver, table: string): Promise<T[]> {
  return (await rowsOf<T & { deletedAt?: string }>(driver, table)).filter((row) => !row.deletedAt);
}

/** Throws the whole archive away, as a fresh profile has none. */
export async function wipe(driver: Driver): Promise<void> {
  await driver.stopBackground();
  for (const page of await driver.browser.pages())
    if (/-extension:/.test(page.url()) && !page.url().endsWith('manifest.json')) await page.close();
  // Pages that are closing may still have it open; the deletion waits for them.
  await driver.inExtension(`Promise.all([
    new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('pressmark');
      deleting.onsuccess = () => resolve(null);
      deleting.onerror = () => reject(deleting.error);
    }),
    (globalThis.browser ?? chrome).storage.local.clear(),
  ]).then(() => null)`);
}

/** Opens the popup over the tab and waits for the record. */
export async function openPopup({ driver, t }: World, tab: Tab): Promise<View> {
  const popup = await driver.pressButton(tab);
  await popup.see('textbox', t('popupTitle'));
  return popup;
}

/** Saves what the tab shows through the popup's focused button; gives the popup, saved. */
export async function saveByPopup(w: World, tab: Tab): Promise<View> {
  const popup = await openPopup(w, tab);
  await popup.see('button', w.t('popupSave'));
  await popup.key('Enter');
  await popup.read(w.t('popupSavedNow'));
  return popup;
}

/** Waits for the badge, which is set after messages have gone both ways. */
export async function badgeBecomes(w: World, tab: Tab, text: string): Promise<void> {
  let last: unknown;
  try {
    await until(`the badge “${text}”`, async () => {
      last = await w.driver.badge(tab);
      return (last as { text: string }).text === text;
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}; it was ${JSON.stringify(last)}`, { cause: error });
  }
}

/** Requests that reached the network since this moment in the log. */
export function requestsSince(site: SampleSite, from: number): string[] {
  return site.log.slice(from).map(({ host, path: where }) => `${host}${where}`);
}

/** Words that no copy of a page of the sample paper may hold. */
export const NEVER_IN_A_COPY = [
  'Bài liên quan',
  'Bình luận',
  'Bạn đọc Năm Rô',
  'Gửi bình luận',
  'Chia sẻ',
  'Nổi bật',
  'Đừng bỏ lỡ',
  'POWERED BY',
  'Cơ quan chủ quản',
  'Đường dây nóng',
  'Theo dõi trên Google News',
];

export { expect, rowsOf, type Locale };
