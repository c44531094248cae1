/** `npm run e2e [chromium|firefox] [words of a file's name]`: the flows alone, in both browsers unless one is named. */
import type { BrowserKind } from '../driver/browsers';
import { needBrowser } from '../driver/browsers';
import { ensureBuilt } from '../driver/build';
import { conclude, flows } from '../reports';

const wanted = process.argv.slice(2);
const kinds = (['chromium', 'firefox'] satisfies BrowserKind[]).filter(
  (kind) => wanted.includes(kind) || !wanted.some((word) => word === 'chromium' || word === 'firefox'),
);
const filters = wanted.filter((word) => word !== 'chromium' && word !== 'firefox');

try {
  const steps = kinds.map((kind) => {
    needBrowser(kind);
    ensureBuilt(kind);
    return flows(`end to end in ${kind}`, ['--config', 'tests/e2e/vitest.config.ts', ...filters], {
      PRESSMARK_BROWSER: kind,
    });
  });
  process.exitCode = conclude(steps);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
