/** A tab that shows local HTML under its real address: nothing else is loaded, and no script of the page runs. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import puppeteer, { type Browser, type CDPSession, type HTTPRequest, type Page } from 'puppeteer-core';

export const PAGE_TIMEOUT_MS = 45_000;

export function launchOffline(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    protocolTimeout: PAGE_TIMEOUT_MS * 2,
    defaultViewport: { width: 1280, height: 800 },
    env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' },
    args: [
      '--no-first-run',
      '--disable-component-update',
      '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades',
      '--ignore-certificate-errors',
      '--blink-settings=imagesEnabled=false',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

export class OfflineTab {
  /** Pages shown so far; a tab that showed many is better replaced. */
  used = 0;

  private constructor(
    private readonly page: Page,
    private readonly client: CDPSession,
  ) {}

  static async open(browser: Browser): Promise<OfflineTab> {
    const page = await browser.newPage();
    await page.emulateTimezone('Asia/Ho_Chi_Minh');
    await page.setRequestInterception(true);
    return new OfflineTab(page, await page.createCDPSession());
  }

  /** Serves a file, gzipped or not, as the answer to `url` until `act` is done. */
  async show<T>(url: string, file: string, act: () => Promise<T>): Promise<T> {
    const bytes = readFileSync(file);
    const body = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    this.used += 1;
    let served = false;
    const answer = (request: HTTPRequest) => {
      const isPage = !served && request.isNavigationRequest() && request.frame() === this.page.mainFrame();
      if (!isPage) {
        request.abort('blockedbyclient').catch(() => undefined);
        return;
      }
      served = true;
      request
        .respond({
          status: 200,
          contentType: contentType(body),
          // Scripts are stopped here and not by switching them off, so that <noscript> is parsed as readers get it.
          headers: { 'Content-Security-Policy': "script-src 'none'; object-src 'none'; frame-src 'none'" },
          body,
        })
        .catch(() => undefined);
    };
    this.page.on('request', answer);
    try {
      await this.page.goto(url, { waitUntil: 'domcontentloaded', timeout: PAGE_TIMEOUT_MS });
      return await act();
    } finally {
      this.page.off('request', answer);
    }
  }

  /** A new isolated world in the shown page, as an extension's script has one. */
  async world(): Promise<number> {
    const { frameTree } = await this.client.send('Page.getFrameTree');
    const { executionContextId } = await this.client.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'pressmark',
    });
    return executionContextId;
  }

  /** Evaluates an expression that gives a string. */
  async evaluate(expression: string, world: number): Promise<string> {
    const { result, exceptionDetails } = await this.client.send('Runtime.evaluate', {
      expression,
      contextId: world,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as string;
  }

  async close(): Promise<void> {
    await this.page.close().catch(() => undefined);
  }
}

/**
 * Saved pages were mostly written as UTF-8 whatever their <meta> still says; bytes that are no UTF-8 are left to the page's
 * own word.
 */
function contentType(body: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}

/** Rejects when a page takes longer than a minute or so; the tab may hang in it and must be closed. */
export async function inTime<T>(job: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      job,
      new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`took longer than ${PAGE_TIMEOUT_MS / 1000} s`)),
          PAGE_TIMEOUT_MS,
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
    job.catch(() => undefined);
  }
}
