import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE_TABLES, type Code } from '@/utils/db/records';
import { PressmarkDatabase } from '@/utils/db/schema';
import { testArchive } from '@/utils/testing/archive-context';
import { buildArchive, fillDatabase, type ArchiveRows } from '@/utils/testing/builders';
import { createCode } from './edit-codes';
import { exportArchive } from './export-archive';
import { applyImport, planImport, rollbackUnfinishedImport } from './import-archive';
import { discardImport } from './stage-import';

let databases = 0;

async function emptyDatabase(): Promise<PressmarkDatabase> {
  databases += 1;
  const db = new PressmarkDatabase(`pressmark-import-${databases}`);
  await db.open();
  return db;
}

async function databaseOf(rows: ArchiveRows): Promise<PressmarkDatabase> {
  const db = await emptyDatabase();
  await fillDatabase(db, rows);
  return db;
}

async function exported(db: PressmarkDatabase, articleIds?: string[]): Promise<string> {
  const chunks: Uint8Array[] = [];
  await exportArchive(db, { articleIds }, (chunk) => {
    chunks.push(chunk);
    return Promise.resolve();
  });
  return Buffer.concat(chunks).toString('utf8');
}

function planOf(planned: Awaited<ReturnType<typeof planImport>>) {
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  return planned.plan;
}

async function taken(db: PressmarkDatabase, text: string | Blob) {
  const file = typeof text === 'string' ? new Blob([text]) : text;
  const planned = await planImport(db, file);
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const applied = await applyImport(db, file, planned.plan);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return { plan: planned.plan, result: applied.result };
}

/** Edits in place one record of an exported text, found by a part of its line. */
function edit(
  text: string,
  table: string,
  change: (row: Record<string, unknown>) => void,
  which = 0,
): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`"${table}":[`)) + 1 + which;
  const comma = lines[from]!.endsWith(',') ? ',' : '';
  const row = JSON.parse(lines[from]!.replace(/,$/, ''));
  change(row);
  lines[from] = JSON.stringify(row) + comma;
  return lines.join('\n');
}

test.each([1, 2, 3, 4, 5])('export → wipe → import → export gives the same bytes (seed %i)', async (seed) => {
  const text = await exported(await databaseOf(await buildArchive(seed)));
  const target = await emptyDatabase();
  const { plan } = await taken(target, text);
  expect(await exported(target)).toBe(text);
  expect(plan.records).toBe(
    text.split('\n').filter((line) => line.startsWith('{"') && !line.includes('"format"')).length,
  );
  expect(await target.settings.count()).toBe(0);
  const again = await planImport(target, new Blob([text]));
  for (const table of ARCHIVE_TABLES)
    expect(again.ok && again.plan.tables[table]).toMatchObject({ new: 0, newerHere: 0, newerInFile: 0 });
});

test('into an archive that has just made its own project and coder, it comes in as it was', async () => {
  const source = await testArchive();
  await createCode(source, { name: 'tự quản', parentId: null });
  const text = await exported(source.db);
  const later = new Date(Date.UTC(2027, 0, 1));
  const target = await testArchive({ now: () => later, device: '00000000-0000-4000-a000-000000000002' });
  await taken(target.db, text);
  expect(await exported(target.db)).toBe(text);
});

test('re-formatted and gzipped by other tools it is the same archive', async () => {
  const text = await exported(await databaseOf(await buildArchive(11)));
  const document = JSON.parse(text);
  const sorted = Object.fromEntries(Object.entries(document).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const bytes = Buffer.from(`\uFEFF${JSON.stringify(sorted, null, 2)}`);
  const packed = await new Response(
    new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')),
  ).blob();
  for (const file of [new Blob([bytes]), packed]) {
    const target = await emptyDatabase();
    await taken(target, file);
    expect(await exported(target)).toBe(text);
  }
});

test('a file written before there were samples is taken in, and the samples that are here stay', async () => {
  const rows = await buildArchive(13);
  const target = await databaseOf(rows);
  const text = await exported(target);
  const { samples, completions, ...older } = JSON.parse(text);
  expect([samples.length > 0, completions.length > 0]).toEqual([true, true]);
  await taken(target, JSON.stringify(older));
  expect(await exported(target)).toBe(text);
  const bare = await emptyDatabase();
  await taken(bare, JSON.stringify(older));
  expect([await bare.samples.count(), await bare.articles.count()]).toEqual([0, rows.articles.length]);
});

test('some articles go with the samples they are in, whole, and with what was finished of them', async () => {
  const rows = await buildArchive(14, { articles: 9 });
  const sample = rows.samples[0]!;
  const [chosen] = sample.articleIds;
  const text = await exported(await databaseOf(rows), [chosen!]);
  const target = await emptyDatabase();
  await taken(target, text);
  expect(await target.samples.toArray()).toEqual([sample]);
  expect(await target.completions.toArray()).toEqual(
    rows.completions.filter((completion) => completion.articleId === chosen),
  );
  expect(await exported(target)).toBe(text);
});

test('two archives that grew apart become the same, whichever takes in the other first', async () => {
  const rows = await buildArchive(21, { articles: 8 });
  const other = await buildArchive(22, { articles: 3 });
  const [a, b] = [await databaseOf(rows), await databaseOf(rows)];
  await fillDatabase(b, other);
  const time = (minute: number) => `2026-06-01T00:${String(minute).padStart(2, '0')}:00.000Z`;
  const code = rows.codes[0]!;
  await a.codes.put({ ...code, name: 'tên A', touched: { ...code.touched, name: time(1) } });
  await b.codes.put({
    ...code,
    name: 'tên B',
    colour: '#000000',
    touched: { ...code.touched, name: time(2) },
  });
  const [annotation, kept] = rows.annotations;
  await a.annotations.put({
    ...annotation!,
    deletedAt: time(5),
    touched: { ...annotation!.touched, deletedAt: time(5) },
  });
  await b.annotations.put({
    ...annotation!,
    comment: 'sớm',
    touched: { ...annotation!.touched, comment: time(4) },
  });
  await a.annotations.put({
    ...kept!,
    deletedAt: time(5),
    touched: { ...kept!.touched, deletedAt: time(5) },
  });
  await b.annotations.put({ ...kept!, comment: 'muộn', touched: { ...kept!.touched, comment: time(6) } });
  const article = rows.articles[0]!;
  await a.articles.put({
    ...article,
    addresses: ['https://a.example/1', ...article.addresses],
    collections: [rows.collections[2]!.id],
  });
  await b.articles.put({
    ...article,
    addresses: [...article.addresses, 'https://b.example/1'],
    byHand: { title: 'Tít mới' },
    touched: { ...article.touched, byHand: time(9) },
  });
  const [textA, textB] = [await exported(a), await exported(b)];

  await taken(a, textB);
  await taken(b, textA);
  const [joinedA, joinedB] = [await exported(a), await exported(b)];
  expect(joinedA).toBe(joinedB);
  // Taking the same in again changes nothing.
  await taken(a, textB);
  await taken(a, textA);
  expect(await exported(a)).toBe(joinedA);

  expect(await a.codes.get(code.id)).toMatchObject({ name: 'tên B' });
  expect((await a.annotations.get(annotation!.id))!.deletedAt).toBe(time(5));
  expect((await a.annotations.get(kept!.id))!.deletedAt).toBeUndefined();
  const settled = (await a.articles.get(article.id))!;
  expect(settled.addresses).toEqual(expect.arrayContaining(['https://a.example/1', 'https://b.example/1']));
  expect(settled.shown.title).toBe('Tít mới');
  expect(settled.collections).toContain(rows.collections[2]!.id);
});

test('a version from the other machine becomes the newest and is counted', async () => {
  const [article] = (await buildArchive(31, { articles: 1 })).articles;
  const rows = await buildArchive(31, { articles: 1 });
  const latest = rows.versions.find((version) => version.id === article!.latestVersionId)!;
  const target = await databaseOf(rows);
  const { versionId } = await import('./version-id');
  const capturedAt = '2027-01-01T00:00:00.000Z';
  const id = await versionId({ ...latest, capturedAt, extractor: latest.circumstances.extractor });
  const other = structuredClone(rows);
  other.versions.push({ ...latest, id, capturedAt });
  Object.assign(other.articles[0]!, { latestVersionId: id, versionCount: rows.versions.length + 1 });
  await taken(target, await exported(await databaseOf(other)));
  expect(await target.articles.get(article!.id)).toMatchObject({
    latestVersionId: id,
    versionCount: rows.versions.length + 1,
  });
});

test('a selection is an archive of its own', async () => {
  const rows = await buildArchive(41, { articles: 8 });
  const article = rows.articles.find((one) => rows.annotations.some((a) => a.articleId === one.id))!;
  const text = await exported(await databaseOf(rows), [article.id]);
  const target = await emptyDatabase();
  await taken(target, text);
  expect(await exported(target)).toBe(text);
  expect((await target.articles.toArray()).map((row) => row.id)).toEqual([article.id]);
  for (const table of ['versions', 'pictures', 'annotations', 'placements', 'codings'] as const)
    expect(await target.table(table).count()).toBe(
      rows[table].filter((row) => row.articleId === article.id).length,
    );
});

test('a code of the same name keeps its own id, and the plan says so', async () => {
  const rows = await buildArchive(51, { articles: 1 });
  const target = await databaseOf(rows);
  const twin: Code = { ...rows.codes[0]!, id: 'twin' };
  const text = await exported(await databaseOf({ ...rows, codes: [...rows.codes, twin] }));
  const { plan } = await taken(target, text);
  expect(plan.notes).toContainEqual({ kind: 'twinCode', table: 'codes', id: 'twin', name: twin.name });
  expect(await target.codes.count()).toBe(rows.codes.length + 1);
});

const breakages: [string, string, (text: string) => string][] = [
  ['not JSON at all', 'notOurs', () => 'hello'],
  ['empty', 'notOurs', () => ''],
  ['another JSON', 'notOurs', () => '{"articles":[]}'],
  ['a list', 'notOurs', () => '[1]'],
  ['cut in a record', 'truncated', (text) => text.slice(0, text.length / 2)],
  ['cut before the last bracket', 'truncated', (text) => text.slice(0, -2)],
  ['newer', 'newerFormat', (text) => text.replace('"formatVersion":1', '"formatVersion":2')],
  ['a broken line', 'badJson', (text) => text.replace('"codes":[\n{', '"codes":[\n{,')],
  ['something after the end', 'badJson', (text) => `${text}{}`],
  ['a table twice', 'badJson', (text) => text.replace(/\}\s*$/, ',"codes":[]}')],
  [
    'a table that is no list',
    'badRecord',
    (text) => text.replace(/\}\s*$/, '}').replace('"memos":[', '"memos":{},"x":['),
  ],
  ['a missing member', 'badRecord', (text) => edit(text, 'codes', (row) => delete row['name'])],
  [
    'a wrong type',
    'badRecord',
    (text) => edit(text, 'articles', (row) => Object.assign(row, { addresses: 'x' })),
  ],
  [
    'the same id twice',
    'badRecord',
    (text) => text.replace(/"projects":\[\n(.*)\n/, '"projects":[\n$1,\n$1\n'),
  ],
  [
    'changed text',
    'badHash',
    (text) => edit(text, 'versions', (row) => Object.assign(row, { textSha: 'a'.repeat(64) })),
  ],
  [
    'changed metadata',
    'badHash',
    (text) => edit(text, 'versions', (row) => Object.assign(row, { capturedAt: '2020-01-01T00:00:00Z' })),
  ],
  [
    'changed bytes',
    'badHash',
    (text) => edit(text, 'blobs', (row) => Object.assign(row, { bytes: ['AAAA'], compression: 'none' })),
  ],
  ['a wrong size', 'badHash', (text) => edit(text, 'blobs', (row) => Object.assign(row, { size: 3 }))],
  ['no base64', 'badRecord', (text) => edit(text, 'blobs', (row) => Object.assign(row, { bytes: ['A?=='] }))],
  [
    'a coding of nothing',
    'badReference',
    (text) =>
      edit(text, 'codings', (row) =>
        Object.assign(row, { targetId: 'x', id: `x:${String(row['codeId'])}:${String(row['coderId'])}` }),
      ),
  ],
  [
    'a highlight outside the text',
    'badReference',
    (text) => edit(text, 'annotations', (row) => Object.assign((row['parts'] as object[])[0]!, { end: 1e6 })),
  ],
  [
    'nesting without end',
    'tooLarge',
    (text) => text.replace('"projects":[', `"x":${'['.repeat(100)}${']'.repeat(100)},"projects":[`),
  ],
];

test.each(breakages)('%s is refused as %s and nothing has changed', async (_, code, breaking) => {
  const good = await exported(await databaseOf(await buildArchive(61)));
  const target = await databaseOf(await buildArchive(62, { articles: 2 }));
  const before = await exported(target);
  const broken = breaking(good);
  expect(broken).not.toBe(good);
  expect(await planImport(target, new Blob([broken]))).toMatchObject({ ok: false, error: { code } });
  const forged = { sha256: '', bytes: 0, records: 0, tables: {} as never, notes: [] };
  expect(await applyImport(target, new Blob([broken]), forged)).toMatchObject({ ok: false, error: { code } });
  expect(await exported(target)).toBe(before);
  expect(await target.settings.count()).toBe(0);
});

test('bytes that are not UTF-8, a cut gzip and a bomb are refused', async () => {
  const db = await emptyDatabase();
  const text = await exported(await databaseOf(await buildArchive(63, { articles: 1 })));
  const [head, tail] = text.split('"name":"');
  const badBytes = new Blob([head!, '"name":"', new Uint8Array([0xff, 0xfe]), tail!]);
  expect(await planImport(db, badBytes)).toMatchObject({ ok: false, error: { code: 'badJson' } });
  const packed = await new Response(
    new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')),
  ).blob();
  const cut = packed.slice(0, packed.size - 200);
  expect(await planImport(db, cut)).toMatchObject({ ok: false, error: { code: 'truncated' } });
  const zeros = Array.from({ length: 160 }, () => new Uint8Array(1024 * 1024).fill(32));
  const bomb = await new Response(
    new Blob([text.slice(0, 60), ...zeros]).stream().pipeThrough(new CompressionStream('gzip')),
  ).blob();
  expect(await planImport(db, bomb)).toMatchObject({ ok: false, error: { code: 'tooLarge' } });
}, 60_000);

test('a file changed after it was looked at is not taken in', async () => {
  const text = await exported(await databaseOf(await buildArchive(64)));
  const db = await emptyDatabase();
  const planned = await planImport(db, new Blob([text]));
  const changed = new Blob([edit(text, 'projects', (row) => Object.assign(row, { name: 'khác' }))]);
  expect(planned.ok && (await applyImport(db, changed, planned.plan))).toMatchObject({
    error: { code: 'badHash' },
  });
  expect(await db.articles.count()).toBe(0);
  expect(await db.blobs.count()).toBe(0);
});

test.each([1, 50, 200, 400])('a cancel at the %ith look leaves everything as it was', async (looks) => {
  const text = await exported(await databaseOf(await buildArchive(65, { articles: 60 })));
  const db = await databaseOf(await buildArchive(66, { articles: 2 }));
  const before = await exported(db);
  const file = new Blob([text]);
  const plan = planOf(await planImport(db, file));
  let left = looks;
  const signal = {
    get aborted() {
      left -= 1;
      return left <= 0;
    },
  } as AbortSignal;
  const applied = await applyImport(db, file, plan, undefined, signal);
  expect(applied).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await exported(db)).toBe(before);
  expect(await db.settings.count()).toBe(0);
});

test.each(['versions', 'codings', 'articles'] as const)(
  'a write of %s that fails in the middle rolls all back',
  async (table) => {
    const text = await exported(await databaseOf(await buildArchive(67)));
    const db = await databaseOf(await buildArchive(68, { articles: 2 }));
    const before = await exported(db);
    const planned = await planImport(db, new Blob([text]));
    vi.spyOn(db, 'table').mockImplementation(
      new Proxy(db.table.bind(db), {
        apply(target, _self, [name]: [string]) {
          const real = target(name);
          if (name !== table) return real;
          return new Proxy(real, {
            get: (rows, key) =>
              key === 'bulkPut'
                ? () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
                : (Reflect.get(rows, key, rows) as unknown),
          });
        },
      }) as never,
    );
    const applied = await applyImport(db, new Blob([text]), planOf(planned));
    vi.restoreAllMocks();
    expect(applied).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(await exported(db)).toBe(before);
    expect(await db.settings.count()).toBe(0);
  },
);

test('an import that was killed is cleared away at the next start', async () => {
  const text = await exported(await databaseOf(await buildArchive(69)));
  const db = await databaseOf(await buildArchive(70, { articles: 2 }));
  await db.settings.put({ key: 'generation', value: 'g' });
  const before = await exported(db);
  const planned = await planImport(db, new Blob([text]));
  const real = db.transaction.bind(db) as (...call: unknown[]) => unknown;
  // Killed: neither the commit nor the clearing up is reached any more.
  const transaction = vi.spyOn(db, 'transaction').mockImplementation(((
    mode: never,
    tables: never[],
    job: never,
  ) => {
    if (tables.length > 2) return Promise.reject(new Error('killed'));
    return real(mode, tables, job) as never;
  }) as never);
  // The clearing at the beginning is let through.
  transaction.mockResolvedValueOnce(false as never);
  await applyImport(db, new Blob([text]), planOf(planned));
  vi.restoreAllMocks();
  expect(await db.settings.count()).toBeGreaterThan(1);
  expect(await rollbackUnfinishedImport(db)).toBe(true);
  expect(await exported(db)).toBe(before);
  expect((await db.settings.toArray()).map((row) => row.key)).toEqual(['generation']);
  expect(await discardImport(db)).toBe(false);
});

const shared = process.env['SHARED_DIR'] ?? '';
const hostile = join(shared, 'corpus/hostile');

test.runIf(shared && existsSync(hostile))('naughty strings come back exactly', async () => {
  const strings = JSON.parse(readFileSync(join(hostile, 'naughty-strings.json'), 'utf8')) as string[];
  const rows = await buildArchive(71, { articles: 1 });
  const model = rows.memos[0]!;
  for (const [index, body] of [...strings, '\uDC00\uD800', '__proto__', '\u2028\u2029\u0000'].entries())
    rows.memos.push({ ...model, id: `naughty-${index}`, body });
  const text = await exported(await databaseOf(rows));
  const target = await emptyDatabase();
  await taken(target, text);
  expect(await exported(target)).toBe(text);
  for (const memo of rows.memos) expect((await target.memos.get(memo.id))!.body).toBe(memo.body);
});

test.runIf(shared && existsSync(hostile))(
  'JSON parsing suite: as the file, and as a member of ours',
  async () => {
    const db = await emptyDatabase();
    const text = await exported(await databaseOf(await buildArchive(72, { articles: 1 })));
    const [head, rest] = [
      text.slice(0, text.indexOf(',\n"projects"')),
      text.slice(text.indexOf(',\n"projects"')),
    ];
    const names = readdirSync(join(hostile, 'json-parsing'));
    expect(names.length).toBeGreaterThan(300);
    const wrong: string[] = [];
    for (const name of names) {
      const bytes = readFileSync(join(hostile, 'json-parsing', name));
      const whole = await planImport(db, new Blob([bytes]));
      if (whole.ok || whole.error.code === 'storage') wrong.push(`${name}: whole`);
      // A mark of byte order inside the document is no JSON, and an empty member is none either.
      const inside = await planImport(db, new Blob([head, ',"x":', bytes, rest]));
      if (name.startsWith('n_') && inside.ok) wrong.push(`${name}: taken`);
      if (name.startsWith('y_') && !inside.ok) wrong.push(`${name}: ${JSON.stringify(inside.error)}`);
      if (!inside.ok && inside.error.code === 'storage') wrong.push(`${name}: crash ${inside.error.detail}`);
    }
    expect(wrong).toEqual([]);
  },
  60_000,
);

test('`__proto__` and members we do not know are left behind', async () => {
  const good = await exported(await databaseOf(await buildArchive(73, { articles: 1 })));
  const evil = good
    .replace('"projects":[\n{', '"projects":[\n{"__proto__":{"polluted":1},"strange":2,')
    .replace(/"touched":\{/, '"touched":{"constructor":"2026-01-01T00:00:00.000Z",');
  const target = await emptyDatabase();
  await taken(target, evil);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const [project] = await target.projects.toArray();
  expect(Object.keys(project!).toSorted()).toEqual(['createdAt', 'id', 'name', 'touched']);
});
