/** What the flows need of a browser; `chromium.ts` and `firefox.ts` give it. */
import type { Browser, Page } from 'puppeteer-core';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './browsers';
import { until, View, type Hands } from './view';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface LaunchWishes {
  /** Port of the sample site's proxy. */
  proxyPort: number;
  headless?: boolean;
  /** Language of the browser's interface (Chromium; Firefox follows what is installed). */
  language?: 'en' | 'vi';
  /** Folder of the built extension, when it is not the usual one. */
  build?: string;
  /** X display for a window; headless without one unless `headless` is false. */
  display?: string;
}

export interface Badge {
  text: string;
  title: string;
}

export interface Driver {
  readonly browser: Browser;
  readonly kind: BrowserKind;
  readonly downloads: string;
  /** A tab with a web page. */
  openTab(url: string): Promise<Tab>;
  /** One of the extension's own pages, `library.html`. */
  openPage(path: string): Promise<Tab>;
  /** Waits for a tab of the extension whose address has this in it, such as one that the extension opened. */
  pageOpened(part: string): Promise<Tab>;
  /** Presses the extension's toolbar button over this tab; gives the popup. */
  pressButton(tab: Tab): Promise<View>;
  /** What the button shows over this tab. */
  badge(tab: Tab): Promise<Badge>;
  /** The next permission prompts for these hosts are answered with yes. */
  sayYesTo(hosts: string[]): Promise<void>;
  /** Lets the extension read these hosts, as the browser's prompt would after a yes. */
  allow(hosts: string[]): Promise<void>;
  /** Kills the background as the browser does after some idle time. */
  stopBackground(): Promise<void>;
  /** Runs an expression in an extension page or the worker: storage, permissions, the browser's own state. */
  inExtension<T>(expression: string): Promise<T>;
  /** Quits and starts again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Tab extends View {
  readonly page: Page;
}

/** A tab driven through puppeteer; the same for both browsers. */
export function tabOf(page: Page, called: string): Tab {
  const hands: Hands = {
    run: (code, argument) => page.evaluate(`(${code})(document, ${JSON.stringify(argument)})`),
    click: async ({ x, y }) => page.mouse.click(x, y),
    key: (combination) => pressKeys(page, combination),
    type: async (text) => {
      // Firefox takes one letter at a time.
      for (const letter of text) await page.keyboard.sendCharacter(letter);
    },
    // A popup may have closed itself meanwhile.
    close: () => page.close().catch(() => undefined),
  };
  return Object.assign(new View(hands, called), { page });
}

/** `Control+Shift+Z`, `Enter` */
export async function pressKeys(page: Page, combination: string): Promise<void> {
  const keys = combination.split('+');
  const last = keys.pop()!;
  for (const key of keys) await page.keyboard.down(key as 'Control');
  await page.keyboard.press(last as 'Enter');
  for (const key of keys.toReversed()) await page.keyboard.up(key as 'Control');
}

export function temporaryFolder(name: string): string {
  return mkdtempSync(path.join(os.tmpdir(), `pressmark-${name}-`));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** The file that a download brought, once it has its whole length. */
export function downloaded(driver: Driver, ending: string, timeout?: number): Promise<string> {
  return until(
    `a download ending in ${ending}`,
    async () => {
      const names = readdirSync(driver.downloads);
      if (names.some((name) => /\.(crdownload|part|tmp)$/.test(name))) return null;
      const file = names
        .filter((name) => name.endsWith(ending))
        .map((name) => path.join(driver.downloads, name))
        .at(0);
      return file && statSync(file).size > 0 ? file : null;
    },
    timeout,
  );
}
