/** Builds the extension when its sources are newer than what was built. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BrowserKind } from './browsers';
import { ROOT } from './driver';

const SOURCES = ['entrypoints', 'components', 'utils', 'public', 'wxt.config.ts', 'package-lock.json'];

/** True when it was built just now. Throws with the build's own words when it fails. */
export function ensureBuilt(kind: BrowserKind): boolean {
  const manifest = path.join(
    ROOT,
    '.output',
    kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3',
    'manifest.json',
  );
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newestSource()) return false;
  const wxt = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const build = spawnSync(
    process.execPath,
    [wxt, 'build', ...(kind === 'firefox' ? ['-b', 'firefox'] : [])],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}\n${build.stderr}`);
  return true;
}

function newestSource(): number {
  let newest = 0;
  for (const source of SOURCES) {
    const file = path.join(ROOT, source);
    const stat = statSync(file);
    newest = Math.max(newest, stat.mtimeMs);
    if (!stat.isDirectory()) continue;
    for (const entry of readdirSync(file, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && !entry.name.includes('.test.'))
        newest = Math.max(newest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}
