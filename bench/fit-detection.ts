/**
 * `SHARED_DIR=… npx tsx bench/fit-detection.ts`: reads the signals of every corpus page and prints the weights of
 * `utils/article/detect/weights.ts`, fitted on all pages and on the halves, with what each half says of the other. Pages
 * are parsed by jsdom: no signal needs layout, so the values are a browser's but for the inside of `<noscript>`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import { pageSignals, type PageSignals } from '../utils/article/detect/page-signals';
import { BIAS, WEIGHTS } from '../utils/article/detect/weights';
import { fitLogistic, type Example } from './fit-logistic';

type Signal = keyof PageSignals;

interface Row {
  corpus: string;
  type: string;
  signals: PageSignals;
}

/** Set by hand, since the corpora hold too few such pages. */
const BY_HAND: readonly Signal[] = ['home', 'section', 'familyMarks', 'videoOnly'];
const JSON_LD: readonly Signal[] = ['jsonLdArticle', 'jsonLdOther'];
const RIDGE = 1.5;
/** The bias is moved by this much: a lost article costs more than a page too many. */
const MOVED = 0.95;
const FITTED = (Object.keys(WEIGHTS) as Signal[]).filter((signal) => !BY_HAND.includes(signal));

function readRows(folder: string): Row[] {
  const lines = readFileSync(path.join(folder, 'truth.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const { corpus, type, url, file } = JSON.parse(line) as Record<
      'corpus' | 'type' | 'url' | 'file',
      string
    >;
    if (!URL.canParse(url) || new URL(url).hostname === '') return [];
    const html = gunzipSync(readFileSync(path.join(folder, file))).toString('utf8');
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    const signals = pageSignals(window.document, url);
    window.close();
    return [{ corpus, type, signals }];
  });
}

function isArticle({ type }: Row): boolean {
  return type === 'article' || type === 'mixed';
}

/** Once with and once without JSON-LD, since many sites print none; news weighs less, for it is the easy part. */
function examplesOf(row: Row): Example[] {
  const weight =
    row.corpus === 'wcxb' || row.corpus === 'vietnam' ? 1 : row.corpus === 'trafilatura' ? 0.15 : 0.25;
  const offset = BY_HAND.reduce((sum, signal) => sum + WEIGHTS[signal].weight * row.signals[signal], 0);
  return [false, true].map((isBare) => ({
    values: FITTED.map((signal) => (isBare && JSON_LD.includes(signal) ? 0 : row.signals[signal])),
    isTrue: isArticle(row),
    weight: weight / 2,
    offset,
  }));
}

function fit(rows: Row[]): Map<Signal | 'bias', number> {
  const weights = fitLogistic(rows.flatMap(examplesOf), RIDGE);
  const bias = (weights.at(-1) ?? 0) + MOVED;
  return new Map([...FITTED.map((signal, index) => [signal, weights[index] ?? 0] as const), ['bias', bias]]);
}

/** Recall and precision over the page types of WCXB, and the recall of the news corpora. */
function report(name: string, rows: Row[], weights: Map<string, number>): void {
  const isTaken = ({ signals }: Row) => {
    let sum = weights.get('bias') ?? 0;
    for (const [signal, value] of Object.entries(signals))
      sum += value * (weights.get(signal) ?? WEIGHTS[signal as Signal].weight);
    return sum >= 0;
  };
  const share = (of: Row[], test: (row: Row) => boolean) =>
    of.length === 0 ? '-' : (of.filter(test).length / of.length).toFixed(3);
  const mixed = rows.filter(({ corpus }) => corpus === 'wcxb');
  const lists = mixed.filter(({ type }) => type === 'listing' || type === 'collection');
  const news = ['zyte', 'fundus', 'trafilatura'].map(
    (corpus) =>
      `${corpus} ${share(
        rows.filter((row) => row.corpus === corpus),
        isTaken,
      )}`,
  );
  console.log(
    `${name}: recall ${share(mixed.filter(isArticle), isTaken)}, precision ${share(mixed.filter(isTaken), isArticle)}, ` +
      `listing + collection ${share(lists, isTaken)}, ${news.join(', ')}`,
  );
}

const shared = process.env.SHARED_DIR;
if (shared === undefined) throw new Error('SHARED_DIR must name the folder that holds corpus/extraction');
const rows = readRows(path.join(shared, 'corpus/extraction'));
const even = rows.filter((_, index) => index % 2 === 0);
const odd = rows.filter((_, index) => index % 2 === 1);
const [all, onEven, onOdd] = [fit(rows), fit(even), fit(odd)];
for (const [signal, weight] of all)
  console.log(
    signal.padEnd(20),
    ...[weight, onEven.get(signal) ?? 0, onOdd.get(signal) ?? 0].map((w) => w.toFixed(2)),
  );
report('fitted on even pages, seen on odd', odd, onEven);
report('fitted on odd pages, seen on even', even, onOdd);
report('as committed, on all', rows, new Map<string, number>([['bias', BIAS]]));
