/**
 * `SHARED_DIR=… npx tsx bench/fit-detection.ts`: reads the signals of every corpus page and prints the weights of
 * `utils/article/detect/weights.ts`, fitted on all pages, beside the committed ones, with what weights fitted on other
 * sites say of each site. Pages are parsed by jsdom: no signal needs layout, so the values are a browser's but for the inside of `<noscript>`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import { pageSignals, type PageSignals } from '../utils/article/detect/page-signals';
import { BIAS, WEIGHTS } from '../utils/article/detect/weights';
import { fitLogistic, type Example } from './fit-logistic';

type Signal = keyof PageSignals;

interface Row {
  corpus: string;
  type: string;
  url: string;
  signals: PageSignals;
}

/** Set by hand, since the corpora hold too few such pages. */
const BY_HAND: readonly Signal[] = ['home', 'section', 'shortPath', 'familyMarks', 'videoOnly'];
const JSON_LD: readonly Signal[] = ['jsonLdArticle', 'jsonLdOther'];
const RIDGE = 1.5;
const FOLDS = 10;
/** The bias is moved by this much: a lost article costs more than a page too many. */
const MOVED = 0.95;
const FITTED = (Object.keys(WEIGHTS) as Signal[]).filter((signal) => !BY_HAND.includes(signal));

/** One page a turn of the event loop: jsdom lets go of a closed window only then. */
async function readRows(folder: string): Promise<Row[]> {
  const lines = readFileSync(path.join(folder, 'truth.jsonl'), 'utf8').trim().split('\n');
  const rows: Row[] = [];
  for (const line of lines) {
    const { corpus, type, url, file } = JSON.parse(line) as Record<
      'corpus' | 'type' | 'url' | 'file',
      string
    >;
    if (!URL.canParse(url) || new URL(url).hostname === '') continue;
    const html = gunzipSync(readFileSync(path.join(folder, file))).toString('utf8');
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    rows.push({ corpus, type, url, signals: pageSignals(window.document, url) });
    window.close();
    await nextTurn();
  }
  return rows;
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

function isTakenBy(weights: ReadonlyMap<string, number>, { signals }: Row): boolean {
  let sum = weights.get('bias') ?? 0;
  for (const [signal, value] of Object.entries(signals))
    sum += value * (weights.get(signal) ?? WEIGHTS[signal as Signal].weight);
  return sum >= 0;
}

/** Recall and precision over the page types of WCXB, and the recall of the news corpora. */
function report(name: string, all: { row: Row; isTaken: boolean }[]): void {
  const share = <T>(of: T[], test: (one: T) => boolean) =>
    of.length === 0 ? '-' : (of.filter(test).length / of.length).toFixed(3);
  const mixed = all.filter(({ row }) => row.corpus === 'wcxb');
  const taken = mixed.filter(({ isTaken }) => isTaken);
  const ofTypes = (...types: string[]) => mixed.filter(({ row }) => types.includes(row.type));
  const news = ['zyte', 'fundus', 'trafilatura'].map(
    (corpus) =>
      `${corpus} ${share(
        all.filter(({ row }) => row.corpus === corpus),
        ({ isTaken }) => isTaken,
      )}`,
  );
  console.log(
    `${name}: recall ${share(ofTypes('article'), ({ isTaken }) => isTaken)}, precision ${share(taken, ({ row }) => isArticle(row))}, ` +
      `listing + collection ${share(ofTypes('listing', 'collection'), ({ isTaken }) => isTaken)}, ${news.join(', ')}`,
  );
}

/** One site is one group: pages of a site the weights were fitted on tell nothing about other sites. */
function siteOf(url: string): string {
  const labels = new URL(url).hostname.split('.');
  const isShared = /^(?:co|com|org|net|gov|edu|ac|or|ne|blogspot|wordpress|github|readthedocs)$/.test(
    labels.at(-2) ?? '',
  );
  return labels.slice(isShared ? -3 : -2).join('.');
}

/** The same fold for a site in every run: a hash of its name. */
function foldOf(url: string): number {
  let hash = 7;
  for (const letter of siteOf(url)) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

const shared = process.env.SHARED_DIR;
if (shared === undefined) throw new Error('SHARED_DIR must name the folder that holds corpus/extraction');
const rows = await readRows(path.join(shared, 'corpus/extraction'));
const all = fit(rows);
const committed = new Map<string, number>([
  ['bias', BIAS],
  ...FITTED.map((signal) => [signal, WEIGHTS[signal].weight] as const),
]);
for (const [signal, weight] of all)
  console.log(signal.padEnd(20), weight.toFixed(2), committed.get(signal)?.toFixed(2));
const seen = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fit(rows.filter(({ url }) => foldOf(url) !== fold));
  return rows
    .filter(({ url }) => foldOf(url) === fold)
    .map((row) => ({ row, isTaken: isTakenBy(weights, row) }));
}).flat();
report(`${FOLDS} folds by site, each seen by weights fitted on the others`, seen);
report(
  'as fitted, on all',
  rows.map((row) => ({ row, isTaken: isTakenBy(all, row) })),
);
report(
  'as committed, on all',
  rows.map((row) => ({ row, isTaken: isTakenBy(committed, row) })),
);
