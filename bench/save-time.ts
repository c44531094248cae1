/**
 * From the click on Save to the committed answer, in the built extension in headless Chromium on the sample paper: extraction,
 * message, hashing, gzip, transaction. Beside it the bare round trip to the background in the same run.
 */
import { launchChromium } from '../tests/driver/chromium';
import { FEATURE } from '../tests/site/articles';
import { serveSite } from '../tests/site/server';
import { addressOf, PAPER } from '../tests/site/types';
import { percentile, row, type Row } from './rows';

const TURNS = 15;

/** Runs in an extension page: captures and saves the tab again and again, a fresh archive row each time. */
function timesIn(turns: number, host: string): string {
  return `(async () => {
    const ask = async (name, request) => {
      const answer = await chrome.runtime.sendMessage({ pressmark: name, request });
      if (!answer || !answer.ok) throw new Error(name + ' ' + JSON.stringify(answer));
      return answer.value;
    };
    const tab = (await chrome.tabs.query({})).find(({ url }) => url && url.includes(${JSON.stringify(host)}));
    const saves = [], trips = [];
    for (let turn = 0; turn < ${turns}; turn += 1) {
      let start = performance.now();
      await ask('journal/state', null);
      trips.push(performance.now() - start);
      start = performance.now();
      const { capture } = await ask('page/capture', { tabId: tab.id });
      const mark = '\\nLần đo ' + turn;
      const last = capture.blocks.at(-1);
      capture.blocks.push({ id: 'bx', type: 'paragraph', start: last.end + 1, end: last.end + mark.length });
      capture.text += mark;
      await ask('article/save', { tabId: tab.id, capture, wishes: { byHand: {}, tags: [], collections: [] } });
      saves.push(performance.now() - start);
    }
    return { saves, trips };
  })()`;
}

export async function measureSaveTime(): Promise<Row[]> {
  const site = await serveSite();
  const driver = await launchChromium({ proxyPort: site.port, headless: true });
  try {
    await driver.allow([PAPER.host]);
    await driver.openTab(addressOf(FEATURE));
    const { saves, trips } = await driver.inExtension<{ saves: number[]; trips: number[] }>(
      timesIn(TURNS, PAPER.host),
    );
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
