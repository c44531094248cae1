/** Run before each test file: views under test speak both languages, as a page that has fetched them does. */
import { learnWordsInScript } from '@/utils/locale/words-in-scripts';

learnWordsInScript();
