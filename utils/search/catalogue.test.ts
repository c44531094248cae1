import { beforeEach, describe, expect, it } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { Catalogue } from './catalogue';
import { CHUNK_SIZE, encodeChunk, type CatalogueEntry, type CoderWork } from './catalogue-chunk';
import { countNames, countTimes } from './count-docs';
import { filterDocs, textNodes, type NameLabels } from './filter-docs';
import { DocSet } from './doc-set';
import type { QueryField, QueryNode } from './query';
import { byScore, firstOf, orderAll, pick } from './sort-docs';

const at = { start: 0, end: 0 };
const id = (doc: number) => doc.toString(16).padStart(64, '0');
const minutes = (iso: string) => Date.parse(`${iso}:00Z`) / 60_000;

const work = (coderId: string, more: Partial<CoderWork> = {}): CoderWork => ({
  coderId,
  annotations: 0,
  comments: 0,
  reviews: 0,
  memos: 0,
  articleCodes: [],
  passageCodes: [],
  ...more,
});

const entry = (doc: number, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: id(doc),
  state: 'inbox',
  isChanged: false,
  isElsewhere: false,
  savedAt: Date.UTC(2026, 0, 1, 0, doc),
  published: null,
  outlet: null,
  language: 'vi',
  agency: null,
  words: 100,
  versionCount: 1,
  versionSum: 0,
  picturesKept: 0,
  picturesPending: 0,
  picturesNotAllowed: 0,
  picturesRefused: 0,
  section: [],
  authors: [],
  collections: [],
  work: [],
  ...more,
});

const ENTRIES: (CatalogueEntry | undefined)[] = [
  entry(0, {
    outlet: 'VnExpress',
    published: minutes('2021-11-24T00:00'),
    authors: ['Đỗ Minh'],
    picturesKept: 1,
  }),
  entry(1, {
    outlet: 'Ấp Bắc',
    published: minutes('2026-03-05T06:55'),
    collections: ['sea'],
    versionCount: 2,
    isChanged: true,
    isElsewhere: true,
  }),
  undefined,
  entry(3, {
    outlet: 'Báo Bình Thuận',
    state: 'bin',
    versionCount: 2,
    section: ['Kinh tế', 'Biển'],
    picturesRefused: 1,
  }),
  entry(4, {
    outlet: 'Báo Bình Thuận',
    collections: ['storm'],
    work: [work('lan', { articleCodes: ['ma'] })],
  }),
  entry(5, {
    outlet: 'Báo Bình Thuận',
    published: minutes('2026-02-28T23:59'),
    state: 'kept',
    work: [
      work('lan', { annotations: 2, comments: 1, passageCodes: ['má', 'ma'], memos: 1 }),
      work('minh', { annotations: 1, reviews: 1, articleCodes: ['ma'] }),
    ],
  }),
];

const LABELS: NameLabels = {
  code: [
    { id: 'ma', name: 'ma' },
    { id: 'má', name: 'Má' },
  ],
  coder: [
    { id: 'lan', name: 'Lan' },
    { id: 'minh', name: 'Đỗ Minh' },
  ],
  collection: [
    { id: 'sea', name: 'Mùa biển', parentId: null },
    { id: 'storm', name: 'Bão lũ', parentId: 'sea' },
  ],
};

let catalogue: Catalogue;
beforeEach(() => {
  catalogue = new Catalogue();
  catalogue.put([{ chunk: 0, at: 1, bytes: encodeChunk(ENTRIES) }]);
});

const none = () => new DocSet(catalogue.size);
const found = (node: QueryNode, textDocs = none) => [
  ...filterDocs(catalogue, node, LABELS, textDocs).toArray(),
];
const field = (name: QueryField, value: string) => found({ is: 'field', field: name, value, at });

describe('a field', () => {
  it.each<[QueryField, string, number[]]>([
    ['outlet', 'Báo Bình Thuận', [3, 4, 5]],
    ['outlet', 'bao binh', [3, 4, 5]],
    ['outlet', 'ap bac', [1]],
    ['outlet', 'Báo Sông Biển', []],
    ['author', 'do minh', [0]],
    ['agency', '', [0, 1, 3, 4, 5]],
    ['section', 'bien', [3]],
    ['code', 'ma', [4, 5]],
    ['code', 'má', [5]],
    ['tag', 'ma', [4, 5]],
    ['tag', 'má', []],
    ['coder', 'lan', [4, 5]],
    ['coder', 'minh', [5]],
    ['collection', 'sea', [1, 4]],
    ['collection', 'bão lũ', [4]],
    ['language', 'vi', [0, 1, 3, 4, 5]],
    ['state', 'kept', [5]],
    ['state', 'nowhere', []],
    ['has', 'annotations', [5]],
    ['has', 'comments', [5]],
    ['has', 'notes', [5]],
    ['has', 'pictures', [0]],
    ['has', 'missing', [3]],
    ['has', 'changed', [1]],
    ['has', 'elsewhere', [1]],
    ['has', 'versions', [1, 3]],
    ['has', 'review', [5]],
    ['after', '2026', [1, 5]],
    ['after', '1/3/2026', [1]],
    ['before', '2026-03', [0, 5]],
    ['before', '31/2/2026', []],
    ['savedAfter', '2026', [0, 1, 3, 4, 5]],
    ['savedBefore', '2025-12-31', []],
  ])('%s:"%s"', (name, value, docs) => {
    expect(field(name, value)).toEqual(docs);
  });

  it('with others and with words: and, or, not', () => {
    const words: QueryNode = { is: 'words', words: [], at };
    const outlet: QueryNode = { is: 'field', field: 'outlet', value: 'Báo Bình Thuận', at };
    const both: QueryNode = { is: 'and', of: [outlet, words] };
    const answer = () => DocSet.of(catalogue.size, [1, 2, 4]);
    expect(found(both, answer)).toEqual([4]);
    expect(found({ is: 'or', of: [outlet, words] }, answer)).toEqual([1, 3, 4, 5]);
    expect(found({ is: 'not', of: both }, answer)).toEqual([0, 1, 3, 5]);
    expect(found({ is: 'all' })).toEqual([0, 1, 3, 4, 5]);
    expect(textNodes({ is: 'not', of: both })).toEqual([words]);
  });
});

it('work of others on an article of an unfinished blind sample is in no filter and no count', () => {
  catalogue.look('lan', [id(5)]);
  expect(field('coder', 'minh')).toEqual([]);
  expect(field('tag', 'ma')).toEqual([4]);
  expect(field('code', 'ma')).toEqual([4, 5]);
  expect(field('has', 'review')).toEqual([]);
  expect(catalogue.workOf(5)).toEqual({ annotations: 2, comments: 1, reviews: 0, memos: 1 });
  expect(countNames(catalogue, 'coder', catalogue.here)).toEqual([{ name: 'lan', count: 2 }]);
  catalogue.look('khác', [id(5)]);
  expect(field('code', 'ma')).toEqual([4]);
  catalogue.look('khác', []);
  expect(field('coder', 'minh')).toEqual([5]);
});

describe('orders', () => {
  const order = (sort: 'saved' | 'published' | 'outlet') => [...orderAll(catalogue, sort)];

  it('newest save first, newest print first with unknown dates last, outlets the Vietnamese way', () => {
    expect(order('saved')).toEqual([5, 4, 3, 1, 0]);
    expect(order('published')).toEqual([1, 5, 0, 4, 3]);
    expect(order('outlet')).toEqual([1, 5, 4, 3, 0]);
  });

  it('keep what a filter leaves, or put the best first', () => {
    const picked = pick(orderAll(catalogue, 'saved'), DocSet.of(catalogue.size, [0, 2, 5, 4]));
    expect([...picked]).toEqual([5, 4, 0]);
    expect([...byScore(picked, Float32Array.of(7.5, 0, 0, 0, 1.25, 1.25))]).toEqual([0, 5, 4]);
  });

  it('begin as they go on, when only the first are asked for', () => {
    const { next, below } = chanceOf(3);
    const size = 700;
    const all = Uint32Array.from({ length: size }, (_, doc) => (doc * 271) % size);
    for (let turn = 0; turn < 60; turn += 1) {
      const share = next();
      const wanted = DocSet.of(
        size,
        all.filter(() => next() < share),
      );
      // Few scores: most are like others.
      const scores = Float32Array.from({ length: size }, () => below(1 + (turn % 9)) / 3);
      const count = 1 + below(20);
      const picked = pick(all, wanted);
      expect([...firstOf(all, wanted, count, null)]).toEqual([...picked.subarray(0, count)]);
      expect([...firstOf(all, wanted, count, scores)]).toEqual([
        ...byScore(picked, scores).subarray(0, count),
      ]);
    }
  });
});

it('counts names and times of a set', () => {
  expect(countNames(catalogue, 'outlet', catalogue.here)).toEqual([
    { name: 'Báo Bình Thuận', count: 3 },
    { name: 'Ấp Bắc', count: 1 },
    { name: 'VnExpress', count: 1 },
  ]);
  // Two coders, one code: one article.
  expect(countNames(catalogue, 'code', catalogue.here)).toEqual([
    { name: 'ma', count: 2 },
    { name: 'má', count: 1 },
  ]);
  expect(countTimes(catalogue, 'published', 'month', catalogue.here)).toEqual({
    times: [
      { from: '2026-03-01', to: '2026-04-01', count: 1 },
      { from: '2026-02-01', to: '2026-03-01', count: 1 },
      { from: '2021-11-01', to: '2021-12-01', count: 1 },
    ],
    undated: 2,
  });
  // 28 February and 5 March 2026 are in different weeks; a week begins on Monday.
  expect(countTimes(catalogue, 'published', 'week', catalogue.here).times.map(({ from }) => from)).toEqual([
    '2026-03-02',
    '2026-02-23',
    '2021-11-22',
  ]);
});

it('takes in a chunk that was written again, and one far behind; ids are found by number and back', () => {
  const before = catalogue.here;
  const far = 9 * CHUNK_SIZE;
  catalogue.put([
    { chunk: 0, at: 2, bytes: encodeChunk([entry(0, { outlet: 'Mới' }), undefined]) },
    { chunk: 9, at: 2, bytes: encodeChunk([entry(far), entry(far + 1, { id: 'no hash' })]) },
  ]);
  expect([...before.toArray()]).toEqual([0, 1, 3, 4, 5]);
  expect([...catalogue.here.toArray()]).toEqual([0, far, far + 1]);
  expect(field('outlet', 'Báo Bình Thuận')).toEqual([]);
  expect(field('outlet', 'moi')).toEqual([0]);
  for (const doc of [0, far, far + 1]) expect(catalogue.docOf(catalogue.idOf(doc))).toBe(doc);
  expect(catalogue.docOf(id(3))).toBe(-1);
  expect([catalogue.writtenAt(0), catalogue.writtenAt(far), catalogue.lastAt]).toEqual([2, 2, 2]);
});

it('a damaged chunk is told, the others are in', () => {
  const chunks = [
    { chunk: 1, at: 3, bytes: new Uint8Array([1, 2, 3]) },
    { chunk: 2, at: 3, bytes: encodeChunk([entry(2 * CHUNK_SIZE)]) },
  ];
  expect(() => catalogue.put(chunks)).toThrow(RangeError);
  expect(catalogue.here.has(2 * CHUNK_SIZE)).toBe(true);
});

it('random entries come back through every door as they went in', () => {
  const chance = chanceOf(4);
  const names = ['a', 'b', 'c', 'd'];
  const some = () => names.filter(() => chance.next() < 0.4);
  const entries = Array.from({ length: CHUNK_SIZE }, (_, doc) =>
    entry(doc, {
      section: some(),
      authors: some(),
      collections: some(),
      outlet: chance.pick([...names, null]),
      work: some().map((coder) =>
        work(coder, { annotations: chance.below(300), articleCodes: some(), passageCodes: some() }),
      ),
    }),
  );
  catalogue.put([{ chunk: 0, at: 1, bytes: encodeChunk(entries) }]);
  for (const name of names) {
    const docsWith = (has: (one: CatalogueEntry) => boolean) =>
      entries.flatMap((one, doc) => (has(one) ? [doc] : []));
    const labels = names.map((one) => ({ id: one, name: one, parentId: null }));
    const docs = (kind: QueryField) => [
      ...filterDocs(
        catalogue,
        { is: 'field', field: kind, value: name, at },
        { code: labels, coder: labels, collection: labels },
        none,
      ).toArray(),
    ];
    expect(docs('section')).toEqual(docsWith((one) => one.section.includes(name)));
    expect(docs('author')).toEqual(docsWith((one) => one.authors.includes(name)));
    expect(docs('collection')).toEqual(docsWith((one) => one.collections.includes(name)));
    expect(docs('coder')).toEqual(docsWith((one) => one.work.some(({ coderId }) => coderId === name)));
    expect(docs('tag')).toEqual(docsWith((one) => one.work.some((by) => by.articleCodes.includes(name))));
    expect(docs('code')).toEqual(
      docsWith((one) => one.work.some((by) => [...by.articleCodes, ...by.passageCodes].includes(name))),
    );
  }
});
