/** `npm run bench:extract`: extraction, detection and metadata beside their peers. */
import { measureExtraction, prepare } from './extract-corpora';
import { report } from './rows';

prepare();
const words = process.argv.slice(2);
report(await measureExtraction(words), words);
