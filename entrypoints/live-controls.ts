/** The bar, the cards and the notices of the annotator: put into a page only when one of them is to be shown. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createControls } from '@/components/live/mount';
import { CONTROLS, type LiveControls } from '@/components/live/types';
import { learnWordsInScript } from '@/utils/locale/words-in-scripts';

export default defineUnlistedScript(() => {
  const world = globalThis as { [CONTROLS]?: LiveControls };
  if (world[CONTROLS]) return;
  learnWordsInScript();
  world[CONTROLS] = createControls();
});
