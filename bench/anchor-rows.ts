/** Anchoring in figures: right, offered and silently wrong per class; speed beside Hypothesis' method; painting; hit test. */
import path from 'node:path';
import { AnchorBrowser } from './anchor-browser';
import {
  editedCase,
  EDITS,
  lookalikeCase,
  otherCase,
  readParagraphs,
  twinCase,
  type AnchorCase,
} from './anchor-cases';
import { copiedCase, doubledCase, replacedCase } from './anchor-hard-cases';
import { judge, survivorsOf } from './anchor-judge';
import { answerCase, type ListedAnswer, type ListedCase } from './anchor-places';
import { percentile, row, type Row } from './rows';

/** Rules and limits were never tuned on cases of these seeds; tuning used seeds below 1,000,000. */
const SEED = 7_000_000;
const ARTICLES = 54;
const HIGHLIGHTS = 150;
const TURNS = 5;
const SIZES = [5_000, 50_000, 200_000];

/** Right automatically: must, aim; right or offered: must, aim. */
const LIMITS: Record<string, [number, number, number, number]> = {
  unchanged: [100, 100, 100, 100],
  rewrapped: [100, 100, 100, 100],
  'Unicode form': [100, 100, 100, 100],
  'typos 1 %': [99.9, 99.9, 100, 100],
  'typos 5 %': [99.5, 99.8, 99.9, 100],
  'words 5 %': [99.2, 99.5, 99.9, 100],
  'words 15 %': [98, 98.5, 99.8, 100],
  'newsroom edit': [93, 95, 99, 99.5],
  'heavy rewrite': [84, 88, 98, 98.5],
};

export async function measureAnchoring(quick = false): Promise<Row[]> {
  const corpus = readParagraphs(path.resolve(import.meta.dirname, '..'));
  if (!corpus) {
    console.log('anchor: no corpus/vi-news-paragraphs.json in SHARED_DIR; left out');
    return [];
  }
  const browser = await AnchorBrowser.open();
  try {
    return [
      ...(await measureSpeed(browser, corpus)),
      ...(await measurePainting(browser, corpus)),
      ...(quick ? [] : [...(await measureAccuracy(browser, corpus)), ...measureHard(corpus)]),
    ];
  } finally {
    await browser.close();
  }
}

function* allCases(corpus: readonly string[]): Generator<AnchorCase> {
  for (let n = 0; n < ARTICLES; n += 1) {
    for (const kind of Object.keys(EDITS))
      yield editedCase(SEED + n, kind, corpus, SIZES[n % SIZES.length]!, HIGHLIGHTS);
    yield otherCase(SEED + n, corpus, SIZES[n % SIZES.length]!, HIGHLIGHTS);
  }
  for (let n = 0; n < ARTICLES * 3; n += 1) {
    yield lookalikeCase(SEED + n, corpus);
    yield twinCase(SEED + n, corpus, n % 2 === 0 ? 5_000 : 20_000);
    yield doubledCase(SEED + n, corpus, n % 3 === 0 ? 5_000 : 20_000);
  }
}

/** The words are there and only their writer knows that they are others: what is not asked about then, in per cent. */
function measureHard(corpus: readonly string[]): Row[] {
  return [replacedCase, copiedCase].map((make) => {
    let judged = 0;
    let wrong = 0;
    let kind = '';
    for (let n = 0; n < ARTICLES; n += 1) {
      const one = make(SEED + n, corpus, n % 2 === 0 ? 5_000 : 20_000);
      const { highlights } = answerCase(one);
      const left = survivorsOf(one);
      kind = one.kind;
      for (const [at, highlight] of one.highlights.entries()) {
        judged += 1;
        wrong += Number(judge(one, highlight, highlights[at]!, left).isWrong);
      }
    }
    return row({
      bench: 'anchor',
      metric: `${kind}: not asked about, of ${judged}`,
      value: (100 * wrong) / judged,
      unit: '%',
      peer: 'aim',
      peerValue: 0,
      op: '<=',
      must: 5,
    });
  });
}

interface Tally {
  judged: number;
  alive: number;
  automatic: number;
  offered: number;
  wrong: number;
}

async function measureAccuracy(browser: AnchorBrowser, corpus: readonly string[]): Promise<Row[]> {
  const tallies = new Map<string, Tally>();
  for (const one of allCases(corpus)) {
    const tally = tallies.get(one.kind) ?? { judged: 0, alive: 0, automatic: 0, offered: 0, wrong: 0 };
    tallies.set(one.kind, tally);
    const answer = JSON.parse(await browser.call<string>('answer', listed(one))) as ListedAnswer;
    const left = survivorsOf(one);
    for (const [n, highlight] of one.highlights.entries()) {
      const verdict = judge(one, highlight, answer.highlights[n]!, left);
      tally.judged += 1;
      tally.wrong += Number(verdict.isWrong);
      if (!verdict.isAlive) continue;
      tally.alive += 1;
      tally.offered += Number(verdict.isRight);
      tally.automatic += Number(verdict.isRight && verdict.isAutomatic);
    }
  }
  const rows: Row[] = [];
  const figure = (
    metric: string,
    value: number,
    must: number,
    aim: number,
    unit = '%',
    op: Row['op'] = '>=',
  ) => rows.push(row({ bench: 'anchor', metric, value, unit, peer: 'aim', peerValue: aim, op, must }));
  for (const [kind, { judged, alive, automatic, offered, wrong }] of tallies) {
    const limits = LIMITS[kind];
    const [must, aim, mustOffer, aimOffer] = limits ?? [0, 0, 0, 0];
    if (alive > 0) {
      figure(`${kind}: right automatically`, (100 * automatic) / alive, must, aim);
      figure(`${kind}: right or offered`, (100 * offered) / alive, mustOffer, aimOffer);
    }
    figure(`${kind}: silently wrong of ${judged}`, wrong, 0, 0, '', '=');
  }
  const sum = (of: keyof Tally) => [...tallies.values()].reduce((total, tally) => total + tally[of], 0);
  figure('highlights judged', sum('judged'), 100_000, 100_000, '');
  figure('silently wrong, all classes', sum('wrong'), 0, 0, '', '=');
  return rows;
}

const listed = ({ id, saved, live, highlights }: ListedCase): string =>
  JSON.stringify({ id, saved, live, highlights });

async function measureSpeed(browser: AnchorBrowser, corpus: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  const limits: [string, number][] = [
    ['unchanged', 10],
    ['typos 5 %', 150],
    ['newsroom edit', 150],
  ];
  for (const [kind, must] of limits) {
    const one = editedCase(SEED - 1, kind, corpus, 100_000, 200);
    await browser.call('prepare', listed(one));
    const ours = await typical(browser, 'place');
    const peer = await typical(browser, 'placeAsPeer');
    rows.push(
      row({
        bench: 'anchor',
        metric: `200 highlights on 100,000 characters, ${kind}`,
        value: ours,
        unit: 'ms',
        peer: "Hypothesis' method",
        peerValue: peer,
        op: '<=',
        must,
      }),
    );
  }
  const large = editedCase(SEED - 2, 'newsroom edit', corpus, 200_000, 1000);
  const { longest, longTasks } = await browser.call<{ longest: number; longTasks: number }>(
    'slices',
    listed(large),
  );
  await browser.call('prepare', listed(large));
  const ours = await typical(browser, 'place');
  rows.push(
    row({
      bench: 'anchor',
      metric: 'in slices, 200,000 characters: longest slice',
      value: longest,
      unit: 'ms',
      peer: 'at once',
      peerValue: ours,
      op: '<=',
      must: 40,
    }),
    row({
      bench: 'anchor',
      metric: 'in slices: tasks above 50 ms',
      value: longTasks,
      unit: '',
      peer: 'limit',
      peerValue: 0,
      op: '=',
      must: 0,
    }),
  );
  return rows;
}

/** The middle of some turns. */
async function typical(browser: AnchorBrowser, name: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) times.push((await browser.worked(() => browser.call(name))).ms);
  return percentile(times, 0.5);
}

async function measurePainting(browser: AnchorBrowser, corpus: readonly string[]): Promise<Row[]> {
  const text = listed(editedCase(SEED - 3, 'unchanged', corpus, 200_000, 1000));
  await browser.call('show', text);
  const times = await browser.call<number[]>('hits', 1000);
  const painted = await browser.worked(() => browser.call<number>('paint'));
  await browser.call('show', text);
  const wrapped = await browser.worked(() => browser.call<number>('wrap'));
  const figure = (
    metric: string,
    value: number,
    unit: string,
    peerValue: number,
    op: Row['op'],
    must: number,
  ) => row({ bench: 'paint', metric, value, unit, peer: 'spans', peerValue, op, must });
  return [
    figure('1,000 highlights on 200,000 characters', painted.ms, 'ms', wrapped.ms, '<=', 100),
    figure('mutations of the page', painted.value, '', wrapped.value, '=', 0),
    row({
      bench: 'paint',
      metric: 'hit test at 1,000 highlights, p95',
      value: percentile(times, 0.95),
      unit: 'ms',
      peer: 'p50',
      peerValue: percentile(times, 0.5),
      op: '<=',
      must: 0.3,
    }),
  ];
}
