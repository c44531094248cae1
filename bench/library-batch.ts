/**
 * A list of 200 addresses in the built extension: articles, errors, redirects, pages to log in at, walls, pages without end,
 * addresses that answer to nobody. Its background is killed ten times at random moments. Afterwards each address must have
 * exactly one outcome, the right one, and the archive each article once.
 */
import { launchChromium } from '../tests/driver/chromium';
import type { Driver } from '../tests/driver/driver';
import { serveSite } from '../tests/site/server';
import { PAPER } from '../tests/site/types';
import { SECOND_PAPER, visitAddress, type Errand } from '../tests/site/visits';
import { chanceOf, type Chance } from '../utils/testing/random';
import { row, type Row } from './rows';

const KILLS = 10;
/** No errand may take longer, or the pages without end would take all the time there is. */
const PACE = { delayMs: 50, limitMs: 6_000 };
const LONGEST_MS = 10 * 60_000;

const ERRANDS: [Errand, number, string][] = [
  ['article', 126, 'saved'],
  ['slow', 10, 'saved'],
  ['gone', 10, 'failed siteError'],
  ['broken', 10, 'failed siteError'],
  ['home', 10, 'failed redirectHome'],
  ['login', 10, 'failed loginPage'],
  ['wall', 8, 'failed wall'],
  ['noArticle', 8, 'failed noArticle'],
  ['endless', 3, 'failed endless'],
  ['growing', 1, 'failed endless'],
  ['elsewhere', 4, 'failed hostNotAllowed'],
];

interface Queued {
  url: string;
  state: string;
  reason: string | null;
}

/** Addresses in the order of the list, each with the outcome it must have. */
function theList(chance: Chance): Map<string, string> {
  const all: { address: string; outcome: string; place: number }[] = [];
  for (const [errand, count, outcome] of ERRANDS)
    for (let times = 0; times < count; times += 1) {
      const number = all.length + 1;
      const address = visitAddress(errand, number, number % 2 ? PAPER.host : SECOND_PAPER);
      all.push({ address, outcome, place: chance.next() });
    }
  return new Map(all.toSorted((a, b) => a.place - b.place).map((one) => [one.address, one.outcome]));
}

/** Every row of a table, read past the program. */
function rowsIn<T>(driver: Driver, table: string): Promise<T[]> {
  return driver.inExtension<T[]>(
    `new Promise((resolve, reject) => {
    const opening = indexedDB.open('pressmark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const asking = db.transaction('${table}').objectStore('${table}').getAll();
      asking.onsuccess = () => { db.close(); resolve(asking.result.map(({ url, state, reason, id }) => ({ url, state, reason, id }))); };
      asking.onerror = () => reject(asking.error);
    };
  })`,
  );
}

const message = (name: string, request: unknown) =>
  `chrome.runtime.sendMessage(${JSON.stringify({ pressmark: name, request })})`;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const isOpen = ({ state }: Queued) => state === 'waiting' || state === 'running';

/** Not through the driver, which waits until it is gone: here a page that is loading may wake it in the same moment. */
async function killBackground({ browser }: Driver): Promise<boolean> {
  const target = browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension:'));
  const worker = await target?.worker().catch(() => null);
  if (!worker) return false;
  // It may have ended by itself between the two.
  return worker.close().then(
    () => true,
    () => false,
  );
}

/** Kills the background at a random moment, again and again; then something wakes it, or nothing but its alarm. */
async function killNowAndThen(driver: Driver, chance: Chance): Promise<number> {
  let kills = 0;
  while (kills < KILLS) {
    await sleep(1_000 + chance.below(15_000));
    if (!(await rowsIn<Queued>(driver, 'queue')).some(isOpen)) break;
    if (!(await killBackground(driver))) continue;
    kills += 1;
    if (kills % 3 === 0) continue;
    await sleep(chance.below(3_000));
    await driver.inExtension(message('journal/state', null));
  }
  return kills;
}

export async function measureBatch(): Promise<Row[]> {
  const chance = chanceOf(20261125);
  const list = theList(chance);
  const site = await serveSite();
  const driver = await launchChromium({ proxyPort: site.port });
  try {
    await driver.allow([PAPER.host, SECOND_PAPER]);
    await driver.inExtension(`chrome.storage.local.set({ pace: ${JSON.stringify(PACE)} })`);
    const addresses = [...list.keys()].map((text, index) => ({ text, title: '', line: index + 1 }));
    await driver.inExtension(
      message('batch/create', { source: 'list', name: '', addresses, tags: [], collections: [] }),
    );
    const started = Date.now();
    const kills = await killNowAndThen(driver, chance);
    while ((await rowsIn<Queued>(driver, 'queue')).some(isOpen)) {
      if (Date.now() - started > LONGEST_MS) break;
      await sleep(1_000);
    }
    const minutes = (Date.now() - started) / 60_000;
    // Awaited here: what follows closes the browser.
    return await figures(driver, list, kills, minutes);
  } finally {
    await driver.close();
    await site.close();
  }
}

async function figures(
  driver: Driver,
  list: Map<string, string>,
  kills: number,
  minutes: number,
): Promise<Row[]> {
  const queue = await rowsIn<Queued>(driver, 'queue');
  const right = [...list].filter(([address, outcome]) => {
    const rows = queue.filter(({ url }) => url === address);
    return rows.length === 1 && `${rows[0]!.state} ${rows[0]!.reason ?? ''}`.trim() === outcome;
  });
  for (const { url, state, reason } of queue)
    if (`${state} ${reason ?? ''}`.trim() !== list.get(url)) console.log(`  ${url}: ${state} ${reason}`);
  const toSave = [...list.values()].filter((outcome) => outcome === 'saved').length;
  const versions = await rowsIn<unknown>(driver, 'versions');
  const open = await driver.inExtension<number>(
    `chrome.tabs.query({ url: ['*://${PAPER.host}/*', '*://${SECOND_PAPER}/*'] }).then((tabs) => tabs.length)`,
  );
  const peer = `all, in ${minutes.toFixed(1)} min`;
  const figure = (metric: string, value: number, must: number) =>
    row({ bench: 'batch', metric, value, unit: '', peer, peerValue: null, op: '=', must });
  return [
    figure(`addresses with exactly one outcome, the right one, of ${list.size}`, right.length, list.size),
    figure('versions in the archive, one for each article', versions.length, toSave),
    figure('tabs left open', open, 0),
    figure('times the background was killed meanwhile', kills, KILLS),
  ];
}
