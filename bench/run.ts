/** `npm run bench [-- --json FILE]`: every figure of the product, each beside its peer or limit. */
import { ensureBuilt } from '../tests/driver/build';
import { measureAnchoring } from './anchor-rows';
import { measureExtraction } from './extract-corpora';
import { measureLiveTasks } from './live-tasks';
import { measurePackage } from './package-size';
import { report } from './rows';
import { measureSaveTime } from './save-time';
import { measureSelections } from './selections';

ensureBuilt('chromium');
ensureBuilt('firefox');
const words = process.argv.slice(2);
report(
  [
    ...measurePackage(),
    ...(await measureSaveTime()),
    ...(await measureExtraction(words)),
    ...(await measureAnchoring()),
    ...(await measureLiveTasks()),
    ...(await measureSelections()),
  ],
  words,
);
