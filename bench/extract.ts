/**
 * `npm run extract -- --list LIST.jsonl --out OUT.jsonl`: the built detector and capture over local files, in headless
 * Chromium. A list line is {"id","file","url"}; the file is served as the answer to the url, everything else is refused,
 * page scripts do not run. One page that breaks stops nothing.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { ensureBuilt } from '../tests/driver/build';
import { readList, readOptions, type ListLine, type ParsedLine } from './extract-options';
import { inTime, launchOffline, OfflineTab } from './offline-tab';
import { runCapture } from './run-capture';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD = process.env.EXTRACT_BUILD ?? path.join(ROOT, '.output/chrome-mv3');
const AT_ONCE = 2;
const PAGES_PER_TAB = 40;

async function main(): Promise<void> {
  const { list, out } = readOptions(process.argv.slice(2));
  const lines = readList(list);
  if (!process.env.EXTRACT_BUILD) ensureBuilt('chromium');
  const script = readFileSync(path.join(BUILD, 'capture.js'), 'utf8');
  mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  const browser = await launchOffline();
  const started = Date.now();
  const results = new Map<number, string>();
  const file = createWriteStream(out);
  let written = 0;
  let failed = 0;
  /** Lines come out in the order of the list, as soon as all before them are there. */
  const put = (index: number, line: { id: string; error?: string }) => {
    if (line.error !== undefined) failed += 1;
    results.set(index, JSON.stringify(line));
    for (let next = results.get(written); next !== undefined; next = results.get(written)) {
      file.write(`${next}\n`);
      results.delete(written);
      written += 1;
    }
  };
  try {
    const queue = lines.entries();
    await Promise.all(Array.from({ length: AT_ONCE }, () => work(browser, queue, script, put)));
  } finally {
    await browser.close();
    await new Promise<void>((done) => file.end(() => done()));
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${lines.length} pages, ${failed} failed, ${seconds} s: ${path.resolve(out)}`);
}

async function work(
  browser: Browser,
  queue: IterableIterator<[number, ParsedLine]>,
  script: string,
  put: (index: number, line: { id: string; error?: string }) => void,
): Promise<void> {
  let tab: OfflineTab | null = null;
  for (const [index, parsed] of queue) {
    if (!parsed.ok) {
      put(index, { id: parsed.id, error: parsed.error });
      continue;
    }
    try {
      if (!tab || tab.used >= PAGES_PER_TAB) {
        await tab?.close();
        tab = await OfflineTab.open(browser);
      }
      put(index, await inTime(extractPage(tab, parsed.line, script)));
    } catch (error) {
      put(index, { id: parsed.line.id, error: error instanceof Error ? error.message : String(error) });
      // The tab may hang in this page: the next page gets a new one.
      await tab?.close();
      tab = null;
    }
  }
  await tab?.close();
}

async function extractPage(tab: OfflineTab, { id, file, url }: ListLine, script: string) {
  if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  return tab.show(url, file, async () => runCapture(tab, await tab.world(), script, id));
}

await main();
