/**
 * 100,000 random selections over 500 saved articles in the built extension in Chromium: places and words after the browser
 * was quit and started again, and after export and import into an empty archive.
 */
import { launchChromium } from '../tests/driver/chromium';
import { removeFolder } from '../tests/driver/driver';
import { serveSite } from '../tests/site/server';
import { extensionWithPage } from './extension-with-page';
import { row, type Row } from './rows';
import type { SelectionsBench } from './selections-page';

const WISH = { count: 100_000, articles: 500 };

export async function measureSelections(wish = WISH): Promise<Row[]> {
  const folder = await extensionWithPage('bench/selections-page.ts');
  const site = await serveSite();
  const driver = await launchChromium({ proxyPort: site.port, headless: true, build: folder });
  try {
    const call = async (name: keyof SelectionsBench): Promise<number> => {
      const { page } = await driver.openPage('bench.html');
      const value = (await page.evaluate(`selectionsBench.${name}(${JSON.stringify(wish)})`)) as number;
      await page.close();
      return value;
    };
    const selections = await call('make');
    await driver.restart();
    const afterRestart = await call('restored');
    const afterFile = await call('throughFile');
    const figure = (metric: string, value: number) =>
      row({
        bench: 'select',
        metric,
        value: (100 * value) / selections,
        unit: '%',
        peer: 'selections',
        peerValue: selections,
        op: '=',
        must: 100,
      });
    return [
      figure('restored exactly after a restart of Chromium', afterRestart),
      figure('restored exactly after export and import', afterFile),
    ];
  } finally {
    await driver.close();
    await site.close();
    removeFolder(folder);
  }
}
