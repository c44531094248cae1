/** The pages on which the copy is furthest from the truth, to be looked at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffLines } from 'diff';
import type { Measured } from './extract-rows';
import { bodyScore } from './score';

const MOST = 20;

export function writeWorst(measured: Measured[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const corpus of ['zyte', 'fundus', 'wcxb'] as const) {
    const scored = measured
      .filter(({ truth }) => truth.corpus === corpus && truth.type === 'article' && truth.body)
      .map((page) => {
        const { precision, recall } = bodyScore(page.truth.body!, page.ours?.text ?? '');
        const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
        return { ...page, precision, recall, f1 };
      })
      .toSorted((a, b) => a.f1 - b.f1)
      .slice(0, MOST);
    const text = scored.map(({ truth, ours, error, precision, recall, f1 }) =>
      [
        `=== ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}) ${truth.id} ${truth.url}`,
        error ?? differenceOf(truth.body!, ours?.text ?? ''),
      ].join('\n'),
    );
    if (text.length > 0) writeFileSync(path.join(folder, `worst-${corpus}.txt`), text.join('\n\n'));
  }
}

/** `-` wanted and missing, `+` found and not wanted; what agrees is left out. */
function differenceOf(wanted: string, found: string): string {
  const lines = (text: string) => `${text.replace(/\s*\n\s*/g, '\n').trim()}\n`;
  const changes = diffLines(lines(wanted), lines(found), { maxEditLength: 5_000 });
  if (!changes) return '(nothing alike)';
  return changes
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ added, value }) =>
      value
        .trimEnd()
        .split('\n')
        .map((line) => `${added ? '+' : '-'} ${line.slice(0, 200)}`),
    )
    .join('\n');
}
