/** The bench's page in headless Chromium, with the product's code bundled at this moment. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { needBrowser } from '../tests/driver/browsers';

const ROOT = path.resolve(import.meta.dirname, '..');

export class AnchorBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly client: CDPSession,
    private readonly server: Server,
  ) {}

  /** @param entry the module whose functions `call` calls */
  static async open(entry = 'bench/anchor-page.ts'): Promise<AnchorBrowser> {
    const script = await bundled(entry);
    // A page of an origin: performance.now() is exact to 5 µs only where the page is isolated.
    const server = createServer((_, response) => {
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        })
        .end('<!doctype html><title>bench</title><body></body>');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const browser = await puppeteer.launch({
      executablePath: needBrowser('chromium'),
      headless: true,
      pipe: true,
      protocolTimeout: 600_000,
      defaultViewport: { width: 1280, height: 800 },
      args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: script });
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    return new AnchorBrowser(browser, page, client, server);
  }

  /** Calls a function of the page's module. */
  async call<T>(name: string, argument?: string | number): Promise<T> {
    const given = argument === undefined ? '' : JSON.stringify(argument);
    return (await this.page.evaluate(`bench.${name}(${given})`)) as T;
  }

  /** Milliseconds that the processor worked for the page's own thread while `job` ran: others on the machine do not count. */
  async worked<T>(job: () => Promise<T>): Promise<{ value: T; ms: number }> {
    const taken = async () => {
      const { metrics } = await this.client.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0) * 1000;
    };
    const before = await taken();
    const value = await job();
    return { value, ms: (await taken()) - before };
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }
}

async function bundled(entry: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pressmark-anchor-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      resolve: { alias: { '@': ROOT } },
      build: {
        outDir: folder,
        target: 'es2022',
        minify: false,
        lib: {
          entry: path.join(ROOT, entry),
          formats: ['iife'],
          name: 'bench',
          fileName: () => 'page.js',
        },
      },
    });
    return await readFile(path.join(folder, 'page.js'), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}
