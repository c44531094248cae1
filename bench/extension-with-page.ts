/** A copy of the built extension with one page of a bench in it, `bench.html`; the package itself is not touched. */
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { CHROMIUM_BUILD } from '../tests/driver/chromium';
import { ROOT, temporaryFolder } from '../tests/driver/driver';

/**
 * @param entry the module of the page, from the root
 * @returns the folder, to be removed afterwards
 */
export async function extensionWithPage(entry: string): Promise<string> {
  const folder = temporaryFolder('bench-build');
  cpSync(CHROMIUM_BUILD, folder, { recursive: true });
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      outDir: path.join(folder, 'bench'),
      target: 'es2022',
      minify: false,
      lib: { entry: path.join(ROOT, entry), formats: ['es'], fileName: () => 'page.js' },
    },
  });
  writeFileSync(
    path.join(folder, 'bench.html'),
    '<!doctype html><title>bench</title><script type="module" src="/bench/page.js"></script>',
  );
  return folder;
}
