/**
 * Near-duplicates at 10,000 articles: how many rewrites that keep 70 % or more of a text are found, how much else is told, and
 * what a save costs. One article in fifteen is a bulletin that fills a pattern, and each outlet ends all of its articles alike.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AnchorBrowser } from './anchor-browser';
import type { AlikeResult } from './alike-page';
import { percentile, row, type Row } from './rows';

const ARTICLES = 10_000;
const REWRITES = 500;

export async function measureAlike(): Promise<Row[]> {
  const browser = await AnchorBrowser.open('bench/alike-page.ts');
  try {
    const wish = { articles: ARTICLES, rewrites: REWRITES, words: runningText() };
    return rowsOf(await browser.call<AlikeResult>('measure', JSON.stringify(wish)));
  } finally {
    await browser.close();
  }
}

function rowsOf({ wanted, found, pairs, wrong, times, plain }: AlikeResult): Row[] {
  return [
    row({
      bench: 'alike',
      metric: `found of ${wanted} rewrites that keep 70 %`,
      value: (100 * found) / wanted,
      unit: '%',
      peer: 'every text with every text',
      peerValue: 100,
      op: '>=',
      must: 95,
    }),
    row({
      bench: 'alike',
      metric: `wrong of ${pairs} pairs told`,
      value: (100 * wrong) / Math.max(1, pairs),
      unit: '%',
      peer: 'limit',
      peerValue: 1,
      op: '<=',
      must: 1,
    }),
    row({
      bench: 'alike',
      metric: `sketch, search and texts compared, a save, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      peer: 'all shingles of all texts, in memory',
      peerValue: plain,
      op: '<=',
      must: 20,
    }),
  ];
}

/** The corpus where it is there; else the small word list of the generator. */
function runningText(): string[] | null {
  const shared = process.env.SHARED_DIR ?? path.join(import.meta.dirname, '../../shared');
  const file = path.join(shared, 'corpus/vi-news-paragraphs.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : null;
}
