/**
 * `npm run bench:library [-- --json FILE] [--sizes 1000,10000,100000] [--only chromium|firefox|versions|alike|batch]`: the library at a
 * researcher's scale.
 */
import { ensureBuilt } from '../tests/driver/build';
import { measureLibrary } from './library-rows';
import { report } from './rows';

ensureBuilt('chromium');
ensureBuilt('firefox');
const words = process.argv.slice(2);
report(await measureLibrary(words), words);
