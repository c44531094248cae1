/** A browser with the extension and the bench in it: calls into the bench's pages, opens the real library, weighs pages. */
import type { Page } from 'puppeteer-core';
import { serveSite, type SampleSite } from '../tests/site/server';
import type { BrowserKind } from '../tests/driver/browsers';
import { launchChromium } from '../tests/driver/chromium';
import { removeFolder, type Driver } from '../tests/driver/driver';
import { launchFirefox } from '../tests/driver/firefox';
import { until } from '../tests/driver/view';
import { buildWithBench } from './library-build';
import type { LibraryBench } from './library-page';

type Name = keyof LibraryBench;
type Argument<N extends Name> = Parameters<LibraryBench[N]>[0];
type Result<N extends Name> = Awaited<ReturnType<LibraryBench[N]>>;

/** Notes when the first rows of the list stand in a painted frame and the page's thread is free for a click. */
const WATCH_ROWS = `(() => {
  const found = () => {
    if (!document.querySelector('[data-article]')?.textContent.trim()) return false;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { globalThis.rowsUsableAt = performance.now(); };
      port2.postMessage(null);
    });
    return true;
  };
  const watcher = new MutationObserver(() => { if (found()) watcher.disconnect(); });
  watcher.observe(document, { childList: true, subtree: true });
})();`;

export interface OpenedLibrary {
  page: Page;
  /** From the start of the navigation until the list can be used. */
  ms: number;
}

export class LibraryBrowser {
  private constructor(
    readonly kind: BrowserKind,
    readonly driver: Driver,
    readonly site: SampleSite,
    private readonly folder: string,
    readonly bench: Page,
  ) {}

  static async open(kind: BrowserKind): Promise<LibraryBrowser> {
    const folder = await buildWithBench(kind);
    const site = await serveSite();
    const launch = kind === 'firefox' ? launchFirefox : launchChromium;
    const driver = await launch({ proxyPort: site.port, headless: true, build: folder });
    const { page } = await driver.openPage('bench.html');
    return new LibraryBrowser(kind, driver, site, folder, page);
  }

  /** Calls a function of `library-page.ts` in one of the bench's pages. */
  async call<N extends Name>(name: N, argument?: Argument<N>, page = this.bench): Promise<Result<N>> {
    const given = argument === undefined ? '' : JSON.stringify(argument);
    const answer = await page.evaluate(
      `(async () => JSON.stringify((await (await libraryBench).${name}(${given})) ?? null))()`,
    );
    return JSON.parse(answer as string) as Result<N>;
  }

  /** The library with the bench's functions in its page. */
  async libraryWithBench(): Promise<Page> {
    const { page } = await this.driver.openPage('library-bench.html');
    await until('the list', () => page.evaluate("document.querySelector('[data-article]') !== null"), 60_000);
    return page;
  }

  /** The product's own page, in Chromium. It stays open. */
  async openLibrary(): Promise<OpenedLibrary> {
    const page = await this.driver.browser.newPage();
    await page.evaluateOnNewDocument(WATCH_ROWS);
    const at = new URL('library.html', this.bench.url()).href;
    await page.goto(at, { waitUntil: 'domcontentloaded' });
    const ms = await until(
      'the list',
      () => page.evaluate('globalThis.rowsUsableAt ?? null') as Promise<number | null>,
      60_000,
    );
    return { page, ms };
  }

  /** Bytes that an open page of the library holds, above what the process has without it. */
  async libraryHeap(): Promise<number> {
    const without = await this.heap(this.bench);
    const { page } = await this.driver.openPage('library.html');
    // Whatever it reads after the first rows.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const heap = (await this.heap(page)) - without;
    await page.close();
    return heap;
  }

  /**
   * Bytes of the JavaScript heap with the typed arrays' stores, after collecting garbage; of the whole process, in which all
   * pages of the extension live.
   */
  async heap(page: Page): Promise<number> {
    const client = await page.createCDPSession();
    for (let turn = 0; turn < 2; turn += 1) await client.send('HeapProfiler.collectGarbage');
    const usage = await client.send('Runtime.getHeapUsage');
    await client.detach();
    const { usedSize, backingStorageSize = 0 } = usage as { usedSize: number; backingStorageSize?: number };
    return usedSize + backingStorageSize;
  }

  async close(): Promise<void> {
    await this.driver.close();
    await this.site.close();
    removeFolder(this.folder);
  }
}
