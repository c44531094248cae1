/** `npm run bench [-- --json FILE]`: every figure of the product, each beside its peer or limit. */
import { ensureBuilt } from '../tests/driver/build';
import { measurePackage } from './package-size';
import { report } from './rows';
import { measureSaveTime } from './save-time';

ensureBuilt('chromium');
ensureBuilt('firefox');
report([...measurePackage(), ...(await measureSaveTime())], process.argv.slice(2));
