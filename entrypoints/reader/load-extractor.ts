/** The extractor for pages that read a kept page again: few readers ever ask for it, so it comes when one does. */
import { EXTRACT, type Extract } from '@/utils/article/extractor';
import { runOwnScript } from '@/utils/platform/runtime';

const world = globalThis as { [EXTRACT]?: Extract };

export async function loadExtractor(): Promise<Extract> {
  if (!world[EXTRACT]) await runOwnScript('/capture.js');
  const extract = world[EXTRACT];
  if (!extract) throw new Error('capture.js left no extractor');
  return extract;
}
