/**
 * `npm start [-- --headless] [--firefox]`: the sample paper and a browser with the extension. With --headless it does the
 * main job by itself through the real interface; the last line names the exported file.
 */
import { mkdirSync, renameSync, copyFileSync } from 'node:fs';
import path from 'node:path';
import { hasDisplay, needBrowser, type BrowserKind } from './driver/browsers';
import { ensureBuilt } from './driver/build';
import { launchChromium } from './driver/chromium';
import { removeFolder, ROOT, type Driver } from './driver/driver';
import { launchFirefox } from './driver/firefox';
import { doMainJob } from './driver/main-job';
import { serveSite, type SampleSite } from './site/server';

const known = ['--headless', '--firefox', '--chromium'];
const wishes = process.argv.slice(2);
const unknown = wishes.find((wish) => !known.includes(wish));

async function start(): Promise<void> {
  if (unknown) throw new Error(`${unknown} is not known here; there are ${known.join(', ')}.`);
  const kind: BrowserKind = wishes.includes('--firefox') ? 'firefox' : 'chromium';
  const name = kind === 'firefox' ? 'Firefox' : 'Chromium';
  const wantsWindow = !wishes.includes('--headless');
  const headless = !wantsWindow || !hasDisplay();
  if (wantsWindow && headless) console.log('There is no display here, so this runs as with --headless.');
  needBrowser(kind);
  console.log(ensureBuilt(kind) ? `Built the extension for ${name}.` : `The extension for ${name} is built.`);
  const site = await serveSite({ passThrough: !headless });
  try {
    const launch = kind === 'firefox' ? launchFirefox : launchChromium;
    const driver = await launch({ proxyPort: site.port, headless });
    console.log(
      `${name} ${await driver.browser.version()} with the extension; the sample paper is at ${site.home}`,
    );
    if (headless) await byItself(driver, site);
    else await byHand(driver, site);
  } finally {
    await site.close();
  }
}

/** The window is the person's; this ends when they close it. */
async function byHand(driver: Driver, site: SampleSite): Promise<void> {
  await driver.openTab(site.home);
  console.log('Open an article and press the toolbar button or Alt+Shift+S. Close the browser to end.');
  await new Promise<void>((resolve) => {
    driver.browser.once('disconnected', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  await driver.close().catch(() => undefined);
}

async function byItself(driver: Driver, site: SampleSite): Promise<void> {
  let step = 0;
  try {
    const exported = await doMainJob(driver, site, 'en', (done) => console.log(`${++step}. ${done}`));
    const folder = path.join(ROOT, 'out');
    mkdirSync(folder, { recursive: true });
    const kept = path.join(folder, path.basename(exported));
    moveFile(exported, kept);
    await driver.close();
    removeFolder(driver.downloads);
    console.log(`exported: ${kept}`);
  } catch (error) {
    await driver.close().catch(() => undefined);
    throw new Error(`After step ${step} the main job went wrong: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** The downloads may stand on another disk, over which no file can be renamed. */
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
