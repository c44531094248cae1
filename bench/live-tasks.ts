/**
 * What a live page with 200 highlights costs the page's own thread when it loads: the built extension in Chromium, a page of
 * 100,000 characters, as it was saved and with a letter changed in every sentence. Beside it the same page without the
 * highlights. A browser calls a task long above 50 ms.
 */
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../tests/driver/chromium';
import type { Driver } from '../tests/driver/driver';
import { until } from '../tests/driver/view';
import { serveSite } from '../tests/site/server';
import { PAPER } from '../tests/site/types';
import { longArticleAddress } from './long-article';
import { row, type Row } from './rows';

const BYTES = 140_000;
const HIGHLIGHTS = 200;
const TURNS = 8;

const WATCH = `globalThis.longTasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) globalThis.longTasks.push({ startTime, duration });
}).observe({ type: 'longtask', buffered: true });`;

interface Load {
  /** Milliseconds of the longest task; 0 when none was long. */
  longest: number;
  tasks: number;
  painted: number;
}

const PAINTED = `[...CSS.highlights].filter(([name]) => name.startsWith('pressmark-live-ground') || name === 'pressmark-live-uncertain').reduce((sum, [, all]) => sum + all.size, 0)`;

/** Loads the page and waits until all is painted, or some time where nothing will be. */
async function load(page: Page, url: string, isPainted: boolean): Promise<Load> {
  await page.goto(url, { waitUntil: 'load' });
  if (isPainted)
    await until(
      'the highlights',
      async () => ((await page.evaluate(PAINTED)) as number) >= HIGHLIGHTS,
      20_000,
    );
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const tasks = (await page.evaluate('globalThis.longTasks')) as { duration: number }[];
  return {
    longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
    tasks: tasks.length,
    painted: (await page.evaluate(PAINTED)) as number,
  };
}

/** The turn that others on the machine disturbed least. */
async function best(page: Page, url: string, isPainted: boolean): Promise<Load> {
  const loads: Load[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) loads.push(await load(page, url, isPainted));
  return loads.toSorted((a, b) => a.tasks - b.tasks || a.longest - b.longest)[0]!;
}

/** One highlight of some words in each of so many paragraphs, made by the background as the reader asks it. */
function highlight(driver: Driver): Promise<number> {
  return driver.inExtension<number>(`(async () => {
    const rows = (table) => new Promise((resolve, reject) => {
      const opening = indexedDB.open('pressmark');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asking = opening.result.transaction(table).objectStore(table).getAll();
        asking.onsuccess = () => { opening.result.close(); resolve(asking.result); };
      };
    });
    const [version] = await rows('versions');
    const long = version.blocks.filter(({ type, start, end }) => type === 'paragraph' && end - start > 120);
    let made = 0;
    for (let n = 0; n < ${HIGHLIGHTS}; n += 1) {
      const block = long[n % long.length];
      const start = block.start + 20 * Math.floor(n / long.length) + (n % 7);
      const part = { blockId: block.id, start, end: Math.min(block.end, start + 30 + (n % 40)) };
      const quote = { exact: version.text.slice(part.start, part.end), prefix: version.text.slice(Math.max(0, part.start - 32), part.start), suffix: version.text.slice(part.end, part.end + 32) };
      const answer = await chrome.runtime.sendMessage({ pressmark: 'annotation/create', request: { articleId: version.articleId, versionId: version.id, parts: [part], quote, comment: '', codeIds: [], newTags: [], origin: 'saved' } });
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      made += 1;
    }
    return made;
  })()`);
}

export async function measureLiveTasks(): Promise<Row[]> {
  const site = await serveSite();
  const driver = await launchChromium({ proxyPort: site.port, headless: true });
  try {
    const url = longArticleAddress(site, BYTES);
    await driver.allow([PAPER.host, PAPER.pictureHost]);
    const { page } = await driver.openTab(url);
    await page.evaluateOnNewDocument(WATCH);
    const without = await best(page, url, false);
    await driver.inExtension(
      `chrome.tabs.query({}).then((tabs) => chrome.runtime.sendMessage({ pressmark: 'article/saveTab', request: { tabId: tabs.find(({ url }) => url?.includes(${JSON.stringify(PAPER.host)})).id } }))`,
    );
    await highlight(driver);
    await page.bringToFront();
    const same = await best(page, url, true);
    const listed = site.pages.find(({ expected }) => expected.url === url)!;
    listed.html = listed.html.replace(/<p[^>]*>[^<]+<\/p>/g, (paragraph) =>
      paragraph
        .replace(/(\p{Ll})(\p{Ll})(?=[^.]*\.)/u, '$2$1')
        .replace(/\. (\p{Lu}\p{Ll})(\p{Ll})/gu, '. $1h$2'),
    );
    const edited = await best(page, url, true);
    return [['as it was saved', same] as const, ['edited in every sentence', edited] as const].flatMap(
      ([what, now]) => [
        row({
          bench: 'live',
          metric: `page with ${now.painted} highlights, ${what}: longest task on load, 0 = none above 50`,
          value: now.longest,
          unit: 'ms',
          peer: 'without highlights',
          peerValue: without.longest,
          op: '<=',
          must: 50,
        }),
      ],
    );
  } finally {
    await driver.close();
    await site.close();
  }
}
