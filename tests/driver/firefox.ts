/**
 * Firefox with the built add-on, over WebDriver BiDi. Tabs are driven like Chromium's; the toolbar button and the popup
 * belong to the browser's own window, which BiDi shows only in its chrome scope.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
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
import { until, View, type Hands } from './view';

export const FIREFOX_BUILD = path.join(ROOT, '.output/firefox-mv3');
const ADDON = 'pressmark@pressmark.app';
/** Pinned, so that moz-extension addresses need not be discovered. */
const UUID = '11111111-2222-4333-8444-555555555555';
const WIDGET = JSON.stringify(`${ADDON.replace(/[^a-z0-9]/gi, '_')}-browser-action`);

interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

export async function launchFirefox(wishes: LaunchWishes): Promise<FirefoxDriver> {
  const driver = new FirefoxDriver(wishes);
  await driver.start();
  return driver;
}

export class FirefoxDriver implements Driver {
  readonly kind = 'firefox';
  readonly downloads = temporaryFolder('downloads');
  private readonly profile = temporaryFolder('firefox');
  private control: Page | null = null;
  browser!: Browser;

  constructor(private readonly wishes: LaunchWishes) {}

  async start(): Promise<void> {
    const { display, headless = display === undefined, proxyPort } = this.wishes;
    this.control = null;
    this.browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: needBrowser('firefox'),
      headless,
      userDataDir: this.profile,
      acceptInsecureCerts: true,
      ...(display === undefined ? {} : { env: { ...process.env, DISPLAY: display } }),
      defaultViewport: headless ? { width: 1280, height: 800 } : null,
      // System access: without it Firefox opens no moz-extension page for us, nor its own window's scope.
      args: ['-remote-allow-system-access', '--width=1280', '--height=900'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
        // A temporary add-on keeps its archive over a restart.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        // A yes to every permission prompt: the prompt itself is the browser's, not ours.
        'extensions.webextOptionalPermissionPrompts': false,
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxyPort,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxyPort,
        'network.proxy.no_proxies_on': '',
        'browser.download.folderList': 2,
        'browser.download.dir': this.downloads,
        'browser.download.useDownloadDir': true,
        'browser.download.alwaysOpenPanel': false,
        'browser.helperApps.neverAsk.saveToDisk': 'application/json,text/plain',
        'browser.termsofuse.enabled': false,
        'termsofuse.acceptedVersion': 999,
        'browser.aboutwelcome.enabled': false,
        'datareporting.policy.dataSubmissionEnabled': false,
        'intl.accept_languages': this.wishes.language === 'vi' ? 'vi,en' : 'en,vi',
      },
    });
    await this.browser.installExtension(this.wishes.build ?? FIREFOX_BUILD);
    await until('the toolbar button', () =>
      this.inChrome<boolean>(`CustomizableUI.getWidget(${WIDGET}) != null`),
    );
    await this.inChrome(`CustomizableUI.addWidgetToArea(${WIDGET}, CustomizableUI.AREA_NAVBAR)`);
  }

  address(page: string): string {
    return `moz-extension://${UUID}/${page}`;
  }

  async openTab(url: string): Promise<Tab> {
    const page = await this.browser.newPage();
    if (!url.startsWith('http')) {
      // The process switch swallows the load event, so the navigation never reports its end.
      void page.goto(url, { waitUntil: [] as never, timeout: 4000 }).catch(() => undefined);
      await until(`${url} to open`, async () =>
        page.evaluate(
          `location.protocol === ${JSON.stringify(new URL(url).protocol)} && location.href !== 'about:blank' && document.readyState === 'complete'`,
        ),
      );
    } else {
      await page.goto(url, { waitUntil: 'load' });
    }
    await page.bringToFront();
    return tabOf(page, url);
  }

  openPage(name: string): Promise<Tab> {
    return this.openTab(this.address(name));
  }

  async pageOpened(part: string): Promise<Tab> {
    // Over the process switch puppeteer loses the address, so every tab is asked for its own.
    const page = await until(`a page with ${part}`, async () => {
      for (const candidate of await this.browser.pages()) {
        const asked = candidate.evaluate('location.href').catch(() => '');
        const href = await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 800, ''))]);
        if (String(href).startsWith(this.address('')) && String(href).includes(part)) return candidate;
      }
      return null;
    });
    await page.bringToFront();
    return tabOf(page, part);
  }

  async pressButton(tab: Tab): Promise<View> {
    await this.controlPage();
    await tab.page.bringToFront();

    await this.inChrome(`
      const widget = CustomizableUI.getWidget(${WIDGET}).forWindow(window).node;
      const button = widget.querySelector('.unified-extensions-item-action-button') ?? widget;
      const box = button.getBoundingClientRect();
      const at = [box.x + box.width / 2, box.y + box.height / 2];
      for (const kind of ['mousemove', 'mousedown', 'mouseup'])
        window.synthesizeMouseEvent(kind, ...at, { button: 0, clickCount: kind === 'mousemove' ? 0 : 1 });
      return null;
    `);
    const popup = `browser.extension.getViews({ type: 'popup' })[0]`;
    await until('the popup', () =>
      this.inExtension<boolean>(
        `${popup}?.document?.readyState === 'complete' && ${popup}.document.body.childElementCount > 0`,
      ),
    );
    const hands: Hands = {
      run: (code, argument) => this.inExtension(`(${code})(${popup}.document, ${JSON.stringify(argument)})`),
      click: async (_, onto) => {
        // Mouse events cannot be aimed at a popup from outside; a focused control and a real key can.
        await onto();
        const role = await this.inExtension<string>(`${popup}.document.activeElement.type ?? ''`);
        await this.pressInWindow(role === 'checkbox' || role === 'radio' ? ' ' : 'Enter');
      },
      key: (combination) => this.pressInWindow(combination),
      type: async (text) => {
        for (const character of text) await this.pressInWindow(character);
      },
      close: () => this.closePopup(),
    };
    return new View(hands, 'the popup');
  }

  private async closePopup(): Promise<void> {
    await this.inChrome(`
      for (const panel of document.querySelectorAll('panel')) if (panel.state === 'open') panel.hidePopup();
      return null;
    `);
    await until('the popup to close', () =>
      this.inExtension<boolean>(`browser.extension.getViews({ type: 'popup' }).length === 0`),
    );
  }

  /** A key as the operating system would send it: it goes to whatever has the focus, shortcuts included. */
  async pressInWindow(combination: string): Promise<void> {
    const keys = combination === '+' ? ['+'] : combination.split('+');
    await this.inChrome(`
      // Outside the popup the address bar has the focus: a page's process would swallow made-up shortcuts.
      const popup = document.querySelector('.webextension-popup-browser');
      window.focus();
      if (popup?.closest('panel')?.state === 'open') popup.focus();
      else gURLBar.focus();
      const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      processor.beginInputTransactionForTests(window);
      const events = ${JSON.stringify(keys.map(keyEventOf))}.map((event) => new KeyboardEvent('', event));
      for (const event of events) processor.keydown(event);
      for (const event of events.reverse()) processor.keyup(event);
      return null;
    `);
  }

  /** Runs statements in the browser's own window. */
  async inChrome<T>(code: string): Promise<T> {
    const connection = (this.browser as unknown as { connection: Connection }).connection;
    const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      result: { contexts: { context: string; url: string }[] };
    };
    const window = tree.result.contexts.find(({ url }) => url.endsWith('/browser.xhtml'))!;
    const body = /\breturn\b/.test(code) ? code : `return (${code});`;
    const answer = (await connection.send('script.evaluate', {
      expression: `(async () => { ${body} })().then((value) => JSON.stringify(value ?? null))`,
      target: { context: window.context },
      awaitPromise: true,
    })) as { result: { type: string; result: { value: string }; exceptionDetails?: { text: string } } };
    if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails?.text);
    try {
      return JSON.parse(answer.result.result.value) as T;
    } catch {
      return null as T;
    }
  }

  private async controlPage(): Promise<Page> {
    if (this.control && !this.control.isClosed()) return this.control;
    // The manifest as a page: the extension's origin and its API, but none of its code.
    this.control = (await this.openTab(this.address('manifest.json'))).page;
    return this.control;
  }

  async inExtension<T>(expression: string): Promise<T> {
    const page = await this.controlPage();
    // As JSON: BiDi would refuse Dexie's promises and the popup window's own objects.
    const text = (await page.evaluate(
      `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    )) as string;
    return JSON.parse(text) as T;
  }

  async badge(tab: Tab): Promise<Badge> {
    await this.controlPage();
    await tab.page.bringToFront();
    return this.inExtension<Badge>(
      `browser.tabs.query({ active: true, currentWindow: true }).then(async ([t]) => ({ text: await browser.action.getBadgeText({ tabId: t.id }), title: await browser.action.getTitle({ tabId: t.id }) }))`,
    );
  }

  /** The pref on start says yes to every prompt. */
  sayYesTo(): Promise<void> {
    return Promise.resolve();
  }

  async allow(hosts: string[]): Promise<void> {
    await this.inChrome(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      await ExtensionPermissions.add(${JSON.stringify(ADDON)}, { permissions: [], origins: ${JSON.stringify(hosts.map((host) => `*://${host}/*`))} }, WebExtensionPolicy.getByID(${JSON.stringify(ADDON)}).extension);
      return null;
    `);
  }

  async stopBackground(): Promise<void> {
    await this.inChrome(`
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ADDON)});
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return null;
    `);
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

const NAMED_KEYS: Record<string, [code: string, keyCode: number]> = {
  Alt: ['AltLeft', 18],
  Shift: ['ShiftLeft', 16],
  Control: ['ControlLeft', 17],
  Enter: ['Enter', 13],
  Escape: ['Escape', 27],
  Tab: ['Tab', 9],
  ' ': ['Space', 32],
};

function keyEventOf(key: string): { key: string; code: string; keyCode: number } {
  const named = NAMED_KEYS[key];
  if (named) return { key, code: named[0], keyCode: named[1] };
  const isLetter = /^[a-z]$/i.test(key);
  return {
    key,
    code: isLetter ? `Key${key.toUpperCase()}` : '',
    keyCode: isLetter ? key.toUpperCase().charCodeAt(0) : 0,
  };
}
