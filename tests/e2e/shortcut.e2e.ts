/** Alt+Shift+S as a person presses it, and the notice it leaves in the page. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openScreen, whyNoScreen, type Screen } from '../driver/screen';
import type { FirefoxDriver } from '../driver/firefox';
import { launchChromium } from '../driver/chromium';
import { launchFirefox } from '../driver/firefox';
import type { Tab } from '../driver/driver';
import { PATIENCE_MS, until } from '../driver/view';
import { wordsIn } from '../driver/words';
import { FERRY, FEATURE } from '../site/articles';
import { serveSite } from '../site/server';
import { addressOf } from '../site/types';
import { badgeBecomes, expect, KIND, livingRows, type World } from './world';

const whyNot = KIND === 'chromium' ? whyNoScreen() : null;

describe.skipIf(whyNot !== null)(`Alt+Shift+S${whyNot === null ? '' : ` (${whyNot})`}`, () => {
  const w = {} as World;
  let screen: Screen | null = null;

  beforeAll(async () => {
    w.t = wordsIn('en');
    w.site = await serveSite();
    // Firefox lets its own window be sent real keys; Chromium's shortcuts need a keyboard, hence a screen.
    if (KIND === 'chromium') screen = await openScreen();
    w.driver =
      KIND === 'chromium'
        ? await launchChromium({ proxyPort: w.site.port, display: screen!.display })
        : await launchFirefox({ proxyPort: w.site.port });
  });

  afterAll(async () => {
    await w.driver?.close();
    screen?.close();
    await w.site?.close();
  });

  async function pressShortcut(tab: Tab): Promise<void> {
    await tab.page.bringToFront();
    if (screen) screen.press('chromium', 'alt+shift+s');
    else await (w.driver as FirefoxDriver).pressInWindow('Alt+Shift+S');
  }

  /** The notice stands in a closed shadow root, which no script of the page can reach; these two ways do. */
  async function pressInNotice(tab: Tab, name: string): Promise<void> {
    if (KIND === 'chromium') {
      await tab.page.locator(`::-p-aria([name="${name}"][role="button"])`).setTimeout(PATIENCE_MS).click();
      return;
    }
    const at = await until('the notice', () =>
      w.driver.inExtension<{
        x: number;
        y: number;
      } | null>(`browser.tabs.query({ active: true, currentWindow: true })
        .then(([tab]) => browser.scripting.executeScript({ target: { tabId: tab.id }, args: [${JSON.stringify(name)}], func: (name) => {
          for (const host of document.querySelectorAll('*'))
            for (const button of host.openOrClosedShadowRoot?.querySelectorAll('button') ?? [])
              if (button.textContent.trim() === name) { const box = button.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; }
          return null;
        } }))
        .then(([frame]) => frame.result)`),
    );
    await tab.page.mouse.click(at.x, at.y);
  }

  test('saves silently and leaves a notice with Undo', async () => {
    const tab = await w.driver.openTab(addressOf(FERRY));
    await pressShortcut(tab);
    let presses = 1;
    const from = Date.now();
    const [row] = await until('the saved article', async () => {
      const rows = await livingRows<{ shown: { title: string }; state: string }>(w.driver, 'articles');
      if (rows.length === 1) return rows;
      // A browser that has only just opened its window may still swallow a key; a person would press it again.
      if (presses < 3 && Date.now() - from > presses * 3000) {
        presses += 1;
        await pressShortcut(tab);
      }
      return null;
    });
    expect(row!.shown.title).toBe(FERRY.title);
    await badgeBecomes(w, tab, '✓');
    await pressInNotice(tab, w.t('toastUndo'));
    await until('the save to be undone', async () => {
      const rows = await livingRows<{ state: string }>(w.driver, 'articles');
      return rows.every(({ state }) => state === 'bin');
    });
    await tab.close();
  });

  test('saves the page that is shown, not the one saved before', async () => {
    const tab = await w.driver.openTab(addressOf(FEATURE));
    await pressShortcut(tab);
    await until('the second article', async () => {
      const rows = await livingRows<{ shown: { title: string }; state: string }>(w.driver, 'articles');
      return rows.some(({ shown, state }) => shown.title === FEATURE.title && state !== 'bin');
    });
    await tab.close();
  });
});
