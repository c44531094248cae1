/**
 * Is this page an article? Cheap enough for every page of an allowed site: bounded loops, no layout, no extractor. Signals
 * add up; none decides alone, least of all `og:type` (OneCMS prints "website" on articles) or the amount of text (forums
 * and manuals have more). The weights and how they were fitted: `detect/weights.ts`.
 */
import { pageSignals } from './detect/page-signals';
import { BIAS, WEIGHTS } from './detect/weights';
import type { Detection, DetectionReason } from './types';

/** Looks at the page as it is now. 0.5 of confidence is the border. */
export function detect(document: Document, pageUrl: string): Detection {
  const signals = pageSignals(document, pageUrl);
  const sums = new Map<DetectionReason, number>();
  for (const [signal, { reason, weight }] of Object.entries(WEIGHTS)) {
    const value = signals[signal as keyof typeof WEIGHTS];
    if (value !== 0) sums.set(reason, (sums.get(reason) ?? 0) + weight * value);
  }
  return scored(sums);
}

/** The second look, once the article was extracted: it only takes back, for what came out may be a list or nothing. */
export function confirm(
  detection: Detection,
  extracted: { characters: number; linkShare: number; paragraphs: number },
): Detection {
  const sums = new Map(detection.reasons.map(({ reason, weight }) => [reason, weight]));
  const add = (reason: DetectionReason, weight: number) => sums.set(reason, (sums.get(reason) ?? 0) + weight);
  if (extracted.characters < 150) add('littleText', -1.5);
  if (extracted.linkShare > 0.5) add('manyTeasers', -1.5);
  return scored(sums);
}

function scored(sums: Map<DetectionReason, number>): Detection {
  const reasons = [...sums].map(([reason, weight]) => ({ reason, weight: Math.round(weight * 100) / 100 }));
  const sum = reasons.reduce((total, { weight }) => total + weight, BIAS);
  const confidence = Math.round((1 / (1 + Math.exp(-sum))) * 1000) / 1000;
  return { isArticle: confidence >= 0.5, confidence, reasons };
}
