/**
 * Export and import of a large archive in real Chromium: time and memory. `npx tsx bench/export.ts [articles]`.
 * Builds one small page with Vite, fills IndexedDB there, exports to a Blob on disk, wipes, imports, exports again.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';

const articles = Number(process.argv[2] ?? 2000);
const root = resolve(import.meta.dirname, '..');
const folder = await mkdtemp(join(tmpdir(), 'pressmark-bench-'));

await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': root } },
  build: {
    outDir: join(folder, 'out'),
    target: 'es2022',
    lib: { entry: join(root, 'bench/export-page.ts'), formats: ['es'], fileName: 'page' },
  },
});

const server = createServer((request, response) => {
  if (request.url === '/page.js')
    void readFile(join(folder, 'out/page.js')).then((script) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    });
  else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>bench</title>');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = server.address() as { port: number };

const browser = await puppeteer.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  protocolTimeout: 1_200_000,
});
try {
  const page = await browser.newPage();
  page.on('console', (message) => console.log(message.text()));
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${address.port}/`);
  const figures = await page.evaluate(async (count) => {
    const script = '/page.js';
    const { measure } = (await import(script)) as { measure: (articles: number) => Promise<unknown> };
    return measure(count);
  }, articles);
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}
