/** The figures of extraction, detection and metadata, each beside what must be reached. */
import type { Truth } from './corpus';
import type { ExtractedLine } from './extracted';
import type { Peer, PeerLine } from './peers';
import { percentile, row, type Row } from './rows';
import { bodyScore, f1Of, folded, mean, sameNames, snippetCount, snippetF1 } from './score';

export interface Measured {
  truth: Truth;
  ours?: ExtractedLine;
  peers?: Record<Peer, PeerLine>;
  error?: string;
}

type Body = 'zyte' | 'fundus' | 'wcxb';

const BODY_MUST: Record<Body, number> = { zyte: 0.97, fundus: 0.94, wcxb: 0.957 };
const SNIPPET_MUST = 0.905;
const META_MUST = {
  fundus: { title: 90, authors: 87, day: 98.5 },
  trafilatura: { title: 76, authors: 62, day: 71 },
} as const;

export function rowsOf(measured: Measured[]): Row[] {
  const bench = 'extract';
  const rows: Row[] = [];
  const add = (
    metric: string,
    value: number,
    unit: string,
    op: '>=' | '<=',
    must: number,
    peer: string,
    peerValue: number | null,
  ) => {
    if (!Number.isNaN(value)) rows.push(row({ bench, metric, value, unit, peer, peerValue, op, must }));
  };

  for (const corpus of ['zyte', 'fundus', 'wcxb'] as const) {
    const pages = measured.filter(
      ({ truth }) => truth.corpus === corpus && truth.type === 'article' && truth.body,
    );
    const ours = f1Of(pages.map(({ truth, ours: line }) => bodyScore(truth.body!, line?.text ?? '')));
    const best = bestPeer(
      pages,
      (line, truth) => bodyScore(truth.body!, line.text),
      (scores) => f1Of(scores).f1,
    );
    add(`${corpus}: body F1`, ours.f1, '', '>=', BODY_MUST[corpus], best.name, best.value);
    add(`${corpus}: body precision`, ours.precision, '', '>=', 0, 'printed only', null);
    add(`${corpus}: body recall`, ours.recall, '', '>=', 0, 'printed only', null);
    add(`${corpus}: body exact`, 100 * ours.exact, '%', '>=', 0, 'printed only', null);
  }

  const snippets = measured.filter(({ truth }) => truth.corpus === 'trafilatura' && truth.with);
  const count = (truth: Truth, text: string) => snippetCount(truth.with ?? [], truth.without ?? [], text);
  const snippetPeer = bestPeer(snippets, (line, truth) => count(truth, line.text), snippetF1);
  const ourSnippets = snippets.map(({ truth, ours }) => count(truth, ours ? wholeText(ours) : ''));
  add(
    'trafilatura: snippet F1',
    snippetF1(ourSnippets),
    '',
    '>=',
    SNIPPET_MUST,
    snippetPeer.name,
    snippetPeer.value,
  );

  for (const corpus of ['fundus', 'trafilatura'] as const)
    for (const [field, must] of Object.entries(META_MUST[corpus]) as [
      keyof typeof META_MUST.fundus,
      number,
    ][]) {
      const pages = measured.filter(({ truth }) => truth.corpus === corpus && isTold(truth, field));
      const right = mean(
        pages.map(({ truth, ours }) => Number(ours !== undefined && isRight(truth, field, ours))),
      );
      const best = bestPeer(
        pages,
        (line, truth) => Number(isRight(truth, field, asLine(line))),
        (hits) => mean(hits),
      );
      add(`${corpus}: ${field} exact`, 100 * right, '%', '>=', must, best.name, 100 * best.value);
    }

  rows.push(...detectionRows(measured.filter(({ truth }) => truth.corpus === 'wcxb')));
  rows.push(...timeRows(measured.filter(({ ours, peers }) => ours && peers)));
  return rows;
}

function detectionRows(pages: Measured[]): Row[] {
  if (pages.length === 0) return [];
  const accepted = (some: Measured[]) => some.filter(({ ours }) => ours?.isArticle);
  const articles = pages.filter(({ truth }) => truth.type === 'article');
  const lists = pages.filter(({ truth }) => truth.type === 'listing' || truth.type === 'collection');
  const figure = (metric: string, value: number, op: '>=' | '<=', must: number, peerValue: number | null) =>
    row({
      bench: 'extract',
      metric,
      value,
      unit: '',
      peer: 'isProbablyReaderable, on the whole set',
      peerValue,
      op,
      must,
    });
  const rows = [
    figure('wcxb: detection recall', accepted(articles).length / articles.length, '>=', 0.95, 0.992),
    figure(
      'wcxb: detection precision',
      accepted(articles).length / accepted(pages).length,
      '>=',
      0.82,
      0.591,
    ),
    figure('wcxb: listing + collection accepted', accepted(lists).length / lists.length, '<=', 0.1, 0.58),
  ];
  for (const type of new Set(pages.map(({ truth }) => truth.type))) {
    const some = pages.filter(({ truth }) => truth.type === type);
    rows.push(figure(`wcxb: ${type} accepted`, accepted(some).length / some.length, '>=', 0, null));
  }
  return rows;
}

function timeRows(pages: Measured[]): Row[] {
  if (pages.length === 0) return [];
  const detect = pages.map(({ ours }) => ours!.ms.detect);
  const extract = pages.map(({ ours }) => ours!.ms.extract);
  const compile = pages.map(({ ours }) => ours!.ms.compile);
  const beside = pages.map(({ peers }) => peers!.readability.ms).filter((ms) => !Number.isNaN(ms));
  const time = (metric: string, value: number, must: number, peer: string, peerValue: number | null) =>
    row({ bench: 'extract', metric, value, unit: 'ms', peer, peerValue, op: '<=', must });
  const [median, p95] = [percentile(beside, 0.5), percentile(beside, 0.95)];
  return [
    time('detect, median', percentile(detect, 0.5), 2, 'limit', null),
    time('detect, p95', percentile(detect, 0.95), 8, 'limit', null),
    time('extract, median', percentile(extract, 0.5), 2 * median, 'Readability', median),
    time('extract, p95', percentile(extract, 0.95), 2 * p95, 'Readability', p95),
    time('the script compiled, median', percentile(compile, 0.5), Infinity, 'printed only', null),
  ];
}

function bestPeer<T>(
  pages: Measured[],
  score: (line: PeerLine, truth: Truth) => T,
  sum: (scores: T[]) => number,
): { name: string; value: number } {
  const none: PeerLine = { title: null, author: null, published: null, text: '', ms: Number.NaN };
  const of = (peer: Peer) => sum(pages.map(({ truth, peers }) => score(peers?.[peer] ?? none, truth)));
  const [readability, defuddle] = [of('readability'), of('defuddle')];
  return defuddle > readability
    ? { name: 'Defuddle', value: defuddle }
    : { name: 'Readability', value: readability };
}

function isTold(truth: Truth, field: 'title' | 'authors' | 'day'): boolean {
  return field === 'title' ? !!truth.title : field === 'day' ? !!truth.date : !!truth.authors;
}

type Line = Pick<ExtractedLine, 'title' | 'authors' | 'published'>;

export function isRight(truth: Truth, field: 'title' | 'authors' | 'day', line: Line): boolean {
  if (field === 'title') return folded(line.title ?? '') === folded(truth.title!);
  if (field === 'day') return (line.published ?? '').slice(0, 10) === truth.date;
  return sameNames(truth.authors!, line.authors ?? []);
}

/** A peer gives one string of authors; commas and "and" are taken as their borders. */
function asLine({ title, author, published }: PeerLine): Line {
  const names = (author ?? '').replace(/^by\s+/i, '').split(/\s*(?:,|;|\band\b|&|\n)\s*/);
  return { title, published, authors: names.filter(Boolean) };
}

/** Snippets may come from the lead or a caption, which the peers keep in their text. */
function wholeText({ lead, blocks }: ExtractedLine): string {
  return [lead, ...blocks.map(({ text }) => text)].filter(Boolean).join('\n');
}
