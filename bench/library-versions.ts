/** Re-visited pages: how soon they are compared with what was saved, and whether every change gets its grade. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chanceOf } from '../utils/testing/random';
import { AnchorBrowser } from './anchor-browser';
import { readCorpus } from './corpus';
import { EDITS } from './page-edits';
import { percentile, row, type Row } from './rows';
import { seededArticle } from './seeded-article';
import type { Judged, SourcePage } from './versions-page';

const ROOT = path.resolve(import.meta.dirname, '..');
const TURNS = 40;
const EDITED = 30;
const RENDERED = 100;
/** Larger pages only make the bench slow. */
const LARGEST_PAGE = 300_000;
/** One page of so many of the public collections. */
const CORPUS_STEP = 5;

/** Two editions of a long article: some words, one number and one paragraph differ. */
const SIZES: [letters: number, called: string, must: number][] = [
  [6_000, '6 kB', 20],
  [100_000, '100 kB', 100],
];

export async function measureVersions(): Promise<Row[]> {
  const browser = await AnchorBrowser.open('bench/versions-page.ts');
  try {
    return [...(await measureTimes(browser)), ...(await measureGrades(browser))];
  } finally {
    await browser.close();
  }
}

async function measureTimes(browser: AnchorBrowser): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [letters, called, must] of SIZES) {
    const before = seededArticle(letters, 11);
    await browser.call('prepare', JSON.stringify({ before, after: edition(before) }));
    const timed = async (name: string): Promise<number> => {
      const times: number[] = [];
      for (let turn = 0; turn < TURNS + 5; turn += 1) {
        const { ms } = await browser.worked(() => browser.call(name));
        if (turn >= 5) times.push(ms);
      }
      return percentile(times, 0.95);
    };
    const compared = await timed('compare');
    const whole = await timed('captureAndCompare');
    rows.push(
      row({
        bench: 'versions',
        metric: `re-visited page compared, ${called}, p95`,
        value: compared,
        unit: 'ms',
        peer: 'page read again and compared',
        peerValue: whole,
        op: '<=',
        must,
      }),
    );
  }
  return rows;
}

function edition(html: string): string {
  const paragraphs = html.split('<p>');
  const at = (share: number) => 1 + Math.floor(share * (paragraphs.length - 2));
  paragraphs[at(0.2)] = paragraphs[at(0.2)]!.replace(/\d+/, '871');
  paragraphs[at(0.5)] = paragraphs[at(0.5)]!.replaceAll(' của ', ' từ ');
  paragraphs.splice(
    at(0.8),
    0,
    'Một đoạn mới được thêm vào sau khi bài đã đăng, nói rõ hơn về việc này.</p>',
  );
  return paragraphs.join('<p>');
}

async function measureGrades(browser: AnchorBrowser): Promise<Row[]> {
  const pages: SourcePage[] = [];
  for (const page of sourcePages())
    if (await browser.call<boolean>('isUsable', JSON.stringify(page))) pages.push(page);
  const chance = chanceOf(2026);
  const edits: Judged[] = [];
  for (let n = 0; edits.length < EDITED && n < 4 * EDITED; n += 1) {
    const asked = { page: pages[n % pages.length]!, seed: chance.below(2 ** 31), first: n % EDITS.length };
    const judged = await browser.call<Judged | null>('judgeEdit', JSON.stringify(asked));
    if (judged) edits.push(judged);
  }
  const renderings: Judged[] = [];
  for (let n = 0; n < RENDERED; n += 1) {
    const asked = { page: pages[(n * 7) % pages.length]!, seed: chance.below(2 ** 31) };
    renderings.push(await browser.call<Judged>('judgeRendering', JSON.stringify(asked)));
  }
  for (const { page, what, wanted, found } of [...edits, ...renderings])
    if (wanted !== found)
      console.log(`     ${page}: ${what} is ${wanted ?? 'nothing'}, called ${found ?? 'nothing'}`);
  const right = edits.filter(({ wanted, found }) => wanted === found).length;
  const alarms = renderings.filter(({ found, presence }) => found !== null || presence !== 'article').length;
  return [
    row({
      bench: 'versions',
      metric: `${edits.length} edited pages, right grade`,
      value: right / edits.length,
      unit: '',
      peer: `pages of ${pages.length} articles, through the extractor`,
      peerValue: null,
      op: '>=',
      must: 0.95,
    }),
    row({
      bench: 'versions',
      metric: `${renderings.length} pages rendered anew, false alarms`,
      value: alarms,
      unit: '',
      peer: 'other adverts, boxes, counters, markup',
      peerValue: null,
      op: '=',
      must: 0,
    }),
  ];
}

/** Our fixtures, pages of real systems and one of some of the public collections, as far as they are there. */
function sourcePages(): SourcePage[] {
  const pages: SourcePage[] = [];
  const fixtures = path.join(ROOT, 'utils/article/fixtures');
  for (const id of readdirSync(fixtures))
    pages.push(
      withExpected(id, path.join(fixtures, id, 'expected.json'), path.join(fixtures, id, 'source.html')),
    );
  const real = path.join(process.env.SHARED_DIR ?? path.join(ROOT, '../shared'), 'pages');
  for (const name of existsSync(real) ? readdirSync(real) : [])
    if (name.endsWith('.expected.json'))
      pages.push(
        withExpected(name, path.join(real, name), path.join(real, name.replace('.expected.json', '.html'))),
      );
  const collected = (readCorpus(ROOT) ?? []).filter(
    ({ corpus, type }) => type === 'article' && corpus !== 'wcxb' && corpus !== 'trafilatura',
  );
  for (const [n, { corpus, id, url, file }] of collected.entries()) {
    if (corpus !== 'vietnam' && n % CORPUS_STEP !== 0) continue;
    const html = gunzipSync(readFileSync(file)).toString('utf8');
    if (html.length <= LARGEST_PAGE) pages.push({ id, url, html });
  }
  return pages;
}

function withExpected(id: string, expected: string, source: string): SourcePage {
  const { url } = JSON.parse(readFileSync(expected, 'utf8')) as { url: string };
  return { id, url, html: readFileSync(source, 'utf8') };
}
