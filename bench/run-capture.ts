/** The built capture script, run in a shown page as the extension runs it. */
import type { Capture } from '../utils/article/types';
import { extractedLine, type ExtractedLine } from './extracted';
import type { OfflineTab } from './offline-tab';

/** @param script the text of the built `capture.js` */
export async function runCapture(
  tab: OfflineTab,
  world: number,
  script: string,
  id: string,
): Promise<ExtractedLine> {
  // A page that somebody saves was laid out before: the first layout is not ours.
  const answer = await tab.evaluate(
    `(() => { document.documentElement.getBoundingClientRect(); const started = performance.now(); const answer = (0, eval)(${JSON.stringify(script)}); return JSON.stringify({ answer, all: performance.now() - started }); })()`,
    world,
  );
  const { answer: made, all } = JSON.parse(answer) as {
    answer: { capture?: Capture; error?: string; ms?: { detect: number; all: number } };
    all: number;
  };
  if (!made.capture) throw new Error(made.error ?? 'the capture script gave nothing');
  // Compiling the script is told apart, as the peers are compiled before their clock starts. What the script does on a
  // save besides extracting (writing the page out once) counts as extracting.
  const { detect, all: ran } = made.ms ?? { detect: 0, all };
  return extractedLine(id, made.capture, {
    detect: round(detect),
    extract: round(ran - detect),
    compile: round(all - ran),
  });
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
