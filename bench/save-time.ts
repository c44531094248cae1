/**
 * From the click on Save to the committed answer, in the built extension in headless Chromium on the sample paper: extraction,
 * message, hashing, gzip, transaction. Beside it the bare round trip to the background in the same run.
 */
import { launchChromium } from '../tests/driver/chromium';
import type { Driver } from '../tests/driver/driver';
import { FEATURE } from '../tests/site/articles';
import { serveSite } from '../tests/site/server';
import { addressOf, PAPER } from '../tests/site/types';
import { percentile, row, type Row } from './rows';

const TURNS = 15;

export interface SaveTimes {
  saves: number[];
  trips: number[];
}

/** Runs in an extension page: captures and saves the tab again and again, another text each time. */
function timesIn(turns: number, host: string, first: number): string {
  return `(async () => {
    const ask = async (name, request) => {
      const answer = await chrome.runtime.sendMessage({ pressmark: name, request });
      if (!answer || !answer.ok) throw new Error(name + ' ' + JSON.stringify(answer));
      return answer.value;
    };
    const tab = (await chrome.tabs.query({})).find(({ url }) => url && url.includes(${JSON.stringify(host)}));
    const saves = [], trips = [];
    for (let turn = ${first}; turn < ${first + turns}; turn += 1) {
      const start = performance.now();
      const { capture } = await ask('page/capture', { tabId: tab.id });
      const mark = '\\nLần đo ' + turn;
      const last = capture.blocks.at(-1);
      capture.blocks.push({ id: 'bx', type: 'paragraph', start: last.end + 1, end: last.end + mark.length });
      capture.text += mark;
      await ask('article/save', { tabId: tab.id, capture, wishes: { byHand: {}, tags: [], collections: [] } });
      saves.push(performance.now() - start);
      const between = performance.now();
      await ask('journal/state', null);
      trips.push(performance.now() - between);
    }
    return { saves, trips };
  })()`;
}

/** The open tab of the sample paper, saved by a background that was at work just before. */
export function warmSaves(driver: Driver, turns: number): Promise<SaveTimes> {
  return driver.inExtension<SaveTimes>(timesIn(turns, PAPER.host, 0));
}

/** The same, the background stopped before each. */
export async function coldSaves(driver: Driver, turns: number): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await driver.stopBackground();
    const { saves } = await driver.inExtension<SaveTimes>(timesIn(1, PAPER.host, 1000 + turn));
    times.push(...saves);
  }
  return times;
}

export async function measureSaveTime(): Promise<Row[]> {
  const site = await serveSite();
  const driver = await launchChromium({ proxyPort: site.port, headless: true });
  try {
    await driver.allow([PAPER.host]);
    await driver.openTab(addressOf(FEATURE));
    const { saves, trips } = await warmSaves(driver, TURNS);
    const [first, ...warm] = saves;
    return [
      row({
        bench: 'save',
        metric: 'capture + save, background warm, p95',
        value: percentile(warm, 0.95),
        unit: 'ms',
        peer: 'bare round trip, p50',
        peerValue: percentile(trips, 0.5),
        op: '<=',
        must: 150,
      }),
      row({
        bench: 'save',
        metric: 'capture + save, the first on this page',
        value: first!,
        unit: 'ms',
        peer: 'bare round trip, p50',
        peerValue: percentile(trips, 0.5),
        op: '<=',
        must: 250,
      }),
    ];
  } finally {
    await driver.close();
    await site.close();
  }
}
