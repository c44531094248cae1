/**
 * `npm test`: everything that checks the project, in order. A step that fails does not hide the next one; the closing line
 * is the sum over all of them.
 */
import { needBrowser, type BrowserKind } from './driver/browsers';
import { check, conclude, flows, timed, vitest, type Step } from './reports';

const steps: Step[] = [];

steps.push(check('format', 'oxfmt', ['--check', '.']));
steps.push(check('lint', 'oxlint', ['--type-aware']));
steps.push(check('types', 'tsc', ['--noEmit']));
steps.push(check('types of the tests', 'tsc', ['--noEmit', '-p', 'tests/tsconfig.json']));
steps.push(vitest('unit', ['--exclude', 'tests/repository/**']));
steps.push(check('build for Chromium', 'wxt', ['build']));
steps.push(check('build for Firefox', 'wxt', ['build', '-b', 'firefox']));
steps.push(vitest('repository', ['tests/repository']));
// Its rules are those of Firefox; it calls Chromium's service worker an error.
steps.push(check('web-ext lint', 'web-ext', ['lint', '--source-dir', '.output/firefox-mv3']));
for (const kind of ['chromium', 'firefox'] as const) steps.push(endToEnd(kind));

process.exitCode = conclude(steps);

function endToEnd(kind: BrowserKind): Step {
  const name = `end to end in ${kind === 'chromium' ? 'Chromium' : 'Firefox'}`;
  try {
    needBrowser(kind);
  } catch (error) {
    return timed(name, () => {
      console.error((error as Error).message);
      return { passed: 0, failed: 1, skipped: 0 };
    });
  }
  return flows(name, ['--config', 'tests/e2e/vitest.config.ts'], { PRESSMARK_BROWSER: kind });
}
