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
  const answer = await tab.evaluate(
    `(() => { const started = performance.now(); const answer = (0, eval)(${JSON.stringify(script)}); return JSON.stringify({ answer, all: performance.now() - started }); })()`,
    world,
  );
  const { answer: made, all } = JSON.parse(answer) as {
    answer: { capture?: Capture; error?: string; ms?: { detect: number } };
    all: number;
  };
  if (!made.capture) throw new Error(made.error ?? 'the capture script gave nothing');
  const detect = made.ms?.detect ?? 0;
  return extractedLine(id, made.capture, { detect: round(detect), extract: round(all - detect) });
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
