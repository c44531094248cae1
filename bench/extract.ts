/**
 * `npm run extract -- --list LIST.jsonl --out OUT.jsonl`: the built detector and capture over local files, in headless
 * Chromium. A list line is {"id","file","url"}; the file is served as the answer to the url, everything else is refused,
 * page scripts do not run. One page that breaks stops nothing.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { ensureBuilt } from '../tests/driver/build';
import type { Capture } from '../utils/article/types';
import { extractedLine } from './extracted';
import { readList, readOptions, type ListLine, type ParsedLine } from './extract-options';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD = process.env.EXTRACT_BUILD ?? path.join(ROOT, '.output/chrome-mv3');
const AT_ONCE = 2;
const PAGES_PER_TAB = 40;
const PAGE_TIMEOUT_MS = 45_000;

async function main(): Promise<void> {
  const { list, out } = readOptions(process.argv.slice(2));
  const lines = readList(list);
  if (!process.env.EXTRACT_BUILD) ensureBuilt('chromium');
  const script = readFileSync(path.join(BUILD, 'capture.js'), 'utf8');
  mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  const browser = await launch();
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

function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    protocolTimeout: PAGE_TIMEOUT_MS * 2,
    defaultViewport: { width: 1280, height: 800 },
    env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' },
    args: [
      '--no-first-run',
      '--disable-component-update',
      '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades',
      '--ignore-certificate-errors',
      '--blink-settings=imagesEnabled=false',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

async function work(
  browser: Browser,
  queue: IterableIterator<[number, ParsedLine]>,
  script: string,
  put: (index: number, line: { id: string; error?: string }) => void,
): Promise<void> {
  let tab: Page | null = null;
  let used = 0;
  for (const [index, parsed] of queue) {
    if (!parsed.ok) {
      put(index, { id: parsed.id, error: parsed.error });
      continue;
    }
    try {
      if (!tab || used >= PAGES_PER_TAB || tab.isClosed()) {
        await tab?.close().catch(() => undefined);
        tab = await browser.newPage();
        used = 0;
        await tab.emulateTimezone('Asia/Ho_Chi_Minh');
        await tab.setRequestInterception(true);
      }
      used += 1;
      put(index, await withTimeout(extractPage(tab, parsed.line, script)));
    } catch (error) {
      put(index, { id: parsed.line.id, error: error instanceof Error ? error.message : String(error) });
      // The tab may hang in this page: the next page gets a new one.
      await tab?.close().catch(() => undefined);
      tab = null;
    }
  }
  await tab?.close().catch(() => undefined);
}

async function extractPage(tab: Page, line: ListLine, script: string): Promise<{ id: string }> {
  if (!existsSync(line.file)) throw new Error(`no such file: ${line.file}`);
  const bytes = readFileSync(line.file);
  const body = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  let served = false;
  const answer = (request: HTTPRequest) => {
    const isPage = !served && request.isNavigationRequest() && request.frame() === tab.mainFrame();
    if (!isPage) {
      request.abort('blockedbyclient').catch(() => undefined);
      return;
    }
    served = true;
    request
      .respond({
        status: 200,
        // The page names its own charset; without one UTF-8 is by far the likeliest.
        contentType: saysCharset(body) ? 'text/html' : 'text/html; charset=utf-8',
        // Scripts are stopped here and not by switching them off, so that <noscript> is parsed as readers get it.
        headers: { 'Content-Security-Policy': "script-src 'none'; object-src 'none'; frame-src 'none'" },
        body,
      })
      .catch(() => undefined);
  };
  tab.on('request', answer);
  try {
    await tab.goto(line.url, { waitUntil: 'domcontentloaded', timeout: PAGE_TIMEOUT_MS });
    // The built script is a global assignment; it is run in an isolated world, as the extension runs it.
    const { executionContextId } = await isolatedWorld(tab);
    const client = await clientOf(tab);
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      expression: `(() => { const started = performance.now(); const answer = (0, eval)(${JSON.stringify(script)}); return JSON.stringify({ answer, all: performance.now() - started }); })()`,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    const { answer: made, all } = JSON.parse(result.value as string) as {
      answer: { capture?: Capture; error?: string; ms?: { detect: number } };
      all: number;
    };
    if (!made.capture) throw new Error(made.error ?? 'the capture script gave nothing');
    const detectMs = made.ms?.detect ?? 0;
    return extractedLine(line.id, made.capture, { detect: round(detectMs), extract: round(all - detectMs) });
  } finally {
    tab.off('request', answer);
  }
}

const clients = new WeakMap<Page, Awaited<ReturnType<Page['createCDPSession']>>>();

async function clientOf(tab: Page) {
  const known = clients.get(tab);
  if (known) return known;
  const made = await tab.createCDPSession();
  clients.set(tab, made);
  return made;
}

async function isolatedWorld(tab: Page): Promise<{ executionContextId: number }> {
  const client = await clientOf(tab);
  const { frameTree } = await client.send('Page.getFrameTree');
  return client.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'pressmark' });
}

function saysCharset(body: Uint8Array): boolean {
  const head = Buffer.from(body.subarray(0, 4096)).toString('latin1');
  return (
    /charset\s*=/i.test(head) ||
    (body[0] === 0xff && body[1] === 0xfe) ||
    (body[0] === 0xfe && body[1] === 0xff)
  );
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}

async function withTimeout<T>(job: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      job,
      new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`took longer than ${PAGE_TIMEOUT_MS / 1000} s`)),
          PAGE_TIMEOUT_MS,
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
    job.catch(() => undefined);
  }
}

await main();
