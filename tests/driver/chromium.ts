/** Chromium with the built extension, through the DevTools protocol: the real toolbar action and the real popup. */
import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core';
import path from 'node:path';
import { needBrowser } from './browsers';
import {
  removeFolder,
  ROOT,
  tabOf,
  temporaryFolder,
  type Badge,
  type Driver,
  type LaunchWishes,
  type Tab,
} from './driver';
import { PATIENCE_MS, until, type View } from './view';

export const CHROMIUM_BUILD = path.join(ROOT, '.output/chrome-mv3');

export async function launchChromium(wishes: LaunchWishes): Promise<ChromiumDriver> {
  const driver = new ChromiumDriver(wishes);
  await driver.start();
  return driver;
}

export class ChromiumDriver implements Driver {
  readonly kind = 'chromium';
  readonly downloads = temporaryFolder('downloads');
  private readonly profile = temporaryFolder('chromium');
  private id = '';
  browser!: Browser;

  constructor(private readonly wishes: LaunchWishes) {}

  async start(): Promise<void> {
    const { display, headless = display === undefined, language = 'en', proxyPort, build } = this.wishes;
    this.browser = await puppeteer.launch({
      executablePath: needBrowser('chromium'),
      headless,
      pipe: true,
      userDataDir: this.profile,
      enableExtensions: [build ?? CHROMIUM_BUILD],
      acceptInsecureCerts: true,
      defaultViewport: headless ? { width: 1280, height: 800 } : null,
      env: {
        ...process.env,
        ...(display === undefined ? {} : { DISPLAY: display }),
        LANGUAGE: language,
        LANG: language === 'vi' ? 'vi_VN.UTF-8' : 'en_GB.UTF-8',
      },
      args: [
        `--proxy-server=http://127.0.0.1:${proxyPort}`,
        '--ignore-certificate-errors',
        `--lang=${language}`,
        '--no-first-run',
        '--disable-component-update',
        '--disable-features=Translate,MediaRouter,OptimizationHints',
        '--window-size=1280,900',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    const worker = await this.browser.waitForTarget(
      (target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'),
      { timeout: PATIENCE_MS },
    );
    const isFirst = this.id === '';
    this.id = new URL(worker.url()).host;
    // On install the welcome page comes to the front, over whatever tab was opened before it.
    if (isFirst)
      await this.browser.waitForTarget((target) => target.url().startsWith(this.address('welcome')), {
        timeout: PATIENCE_MS,
      });
    const session = await this.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: this.downloads,
      eventsEnabled: true,
    });
    // The session stays: with it the behaviour would go.
  }

  address(page: string): string {
    return `chrome-extension://${this.id}/${page}`;
  }

  async openTab(url: string): Promise<Tab> {
    const page = await this.browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.bringToFront();
    return tabOf(page, url);
  }

  async openPage(name: string): Promise<Tab> {
    return this.openTab(this.address(name));
  }

  async pageOpened(part: string): Promise<Tab> {
    const target = await this.browser.waitForTarget(
      (candidate) =>
        candidate.type() === 'page' &&
        candidate.url().startsWith(this.address('')) &&
        candidate.url().includes(part),
      { timeout: PATIENCE_MS },
    );
    const page = (await target.page())!;
    await page.bringToFront();
    return tabOf(page, part);
  }

  async pressButton(tab: Tab): Promise<View> {
    await tab.page.bringToFront();
    const extension = (await this.browser.extensions()).get(this.id)!;
    const isPopup = (url: string) => url.startsWith(this.address('popup.html'));
    for (const target of this.browser.targets())
      if (isPopup(target.url())) await (await target.asPage()).close().catch(() => undefined);
    await extension.triggerAction(tab.page);
    const target = await this.browser.waitForTarget((candidate) => isPopup(candidate.url()), {
      timeout: PATIENCE_MS,
    });
    return tabOf(await target.asPage(), 'the popup');
  }

  private async worker(): Promise<WebWorker | null> {
    const isOurs = (target: { type(): string; url(): string }) =>
      target.type() === 'service_worker' && target.url().startsWith(this.address(''));
    const running = this.browser.targets().find(isOurs);
    return running ? running.worker() : null;
  }

  /** Also true while the background sleeps: asks from a page of the extension. */
  async inExtension<T>(expression: string): Promise<T> {
    const page = await this.controlPage();
    return (await page.evaluate(`(async () => (${expression}))()`)) as T;
  }

  private async controlPage(): Promise<Page> {
    const known = (await this.browser.pages()).find((page) => page.url() === this.address('manifest.json'));
    if (known) return known;
    const before = await this.frontPage();
    const page = await this.browser.newPage();
    // The manifest as a page: the extension's origin and its API, but none of its code.
    await page.goto(this.address('manifest.json'));
    await before?.bringToFront();
    return page;
  }

  private async frontPage(): Promise<Page | null> {
    for (const page of await this.browser.pages())
      if (
        await page
          .evaluate('document.visibilityState === "visible" && document.hasFocus()')
          .catch(() => false)
      )
        return page;
    return null;
  }

  async badge(tab: Tab): Promise<Badge> {
    await this.controlPage();
    await tab.page.bringToFront();
    return this.inExtension<Badge>(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(async ([t]) => ({ text: await chrome.action.getBadgeText({ tabId: t.id }), title: await chrome.action.getTitle({ tabId: t.id }) }))`,
    );
  }

  /**
   * The permission prompt is the browser's own window and hangs when headless. Granting a host on the extension's details
   * page beforehand makes the next `permissions.request` for it succeed without a prompt; until then nothing is allowed.
   */
  async sayYesTo(hosts: string[]): Promise<void> {
    const before = await this.frontPage();
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${JSON.stringify(this.id)}, hostAccess: 'ON_SPECIFIC_SITES' })`,
    );
    for (const host of hosts)
      for (const scheme of ['https', '*'])
        await page.evaluate(
          `chrome.developerPrivate.addHostPermission(${JSON.stringify(this.id)}, ${JSON.stringify(`${scheme}://${host}/*`)})`,
        );
    await page.close();
    await before?.bringToFront();
  }

  async allow(hosts: string[]): Promise<void> {
    await this.sayYesTo(hosts);
    const origins = hosts.map((host) => `*://${host}/*`);
    const isAllowed = await this.inExtension<boolean>(
      `chrome.permissions.request(${JSON.stringify({ origins })})`,
    );
    if (!isAllowed) throw new Error(`Chromium did not allow ${hosts.join(', ')}`);
  }

  async stopBackground(): Promise<void> {
    await (await this.worker())?.close();
    await until('the background to stop', async () =>
      this.browser
        .targets()
        .every((target) => target.type() !== 'service_worker' || !target.url().startsWith(this.address(''))),
    );
  }

  async restart(): Promise<void> {
    await this.browser.close();
    await this.start();
  }

  async close(): Promise<void> {
    await this.browser.close();
    removeFolder(this.profile);
  }
}
