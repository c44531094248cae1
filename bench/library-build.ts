/**
 * A copy of the built extension in a temporary folder, with the bench's code beside it and leave to run SQLite: the package
 * itself is not touched. `bench.html` is an empty page, `library-bench.html` the library with the bench in it.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'vite';
import type { BrowserKind } from '../tests/driver/browsers';
import { ROOT, temporaryFolder } from '../tests/driver/driver';

interface Manifest {
  content_security_policy: { extension_pages: string };
}

/** @returns the folder, to be removed afterwards */
export async function buildWithBench(kind: BrowserKind): Promise<string> {
  const folder = temporaryFolder('bench-build');
  cpSync(path.join(ROOT, '.output', kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3'), folder, {
    recursive: true,
  });
  const bench = path.join(folder, 'bench');
  for (const name of ['library-page', 'fts5-worker'])
    await build({
      root: ROOT,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      resolve: { alias: { '@': ROOT } },
      build: {
        outDir: bench,
        emptyOutDir: false,
        target: 'es2022',
        minify: false,
        lib: { entry: path.join(ROOT, `bench/${name}.ts`), formats: ['es'], fileName: () => `${name}.js` },
      },
    });
  const sqlite = path.dirname(createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm'));
  mkdirSync(path.join(bench, 'sqlite'));
  for (const name of ['index.mjs', 'sqlite3.wasm'])
    cpSync(path.join(sqlite, name), path.join(bench, 'sqlite', name));
  writeFileSync(path.join(bench, 'words.json'), JSON.stringify(newsParagraphs()));

  const script = '<script type="module" src="/bench/library-page.js"></script>';
  writeFileSync(path.join(folder, 'bench.html'), `<!doctype html><title>bench</title>${script}`);
  const library = readFileSync(path.join(folder, 'library.html'), 'utf8');
  writeFileSync(path.join(folder, 'library-bench.html'), library.replace('</head>', `${script}</head>`));

  const at = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(at, 'utf8')) as Manifest;
  manifest.content_security_policy.extension_pages = manifest.content_security_policy.extension_pages
    .replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    .replace('trusted-types ', 'trusted-types bench ');
  writeFileSync(at, JSON.stringify(manifest));
  return folder;
}

/** The shared corpus, read where it lies; null without it. */
function newsParagraphs(): string[] | null {
  const shared = process.env.SHARED_DIR ?? path.join(ROOT, '../shared');
  const file = path.join(shared, 'corpus/vi-news-paragraphs.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : null;
}
