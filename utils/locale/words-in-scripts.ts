/**
 * The words of scripts that run in foreign pages, which cannot fetch a file of the extension: both languages stand in the
 * script. `wxt.config.ts` lets only these keys into it; a test finds the key that such a script uses and this leaves out.
 */
import en from '@/public/_locales/en/messages.json';
import vi from '@/public/_locales/vi/messages.json';
import { learnWords } from './translate';

export function learnWordsInScript(): void {
  learnWords('en', en);
  learnWords('vi', vi);
}
