import 'fake-indexeddb/auto';
import Ajv2020 from 'ajv/dist/2020';
import { beforeAll, expect, test } from 'vitest';
import schema from '@/docs/archive.schema.json';
import { exportArchive } from './export-archive';
import { saveArticle } from './save-article';
import { ARCHIVE_TABLES } from '@/utils/db/records';
import { testArchive } from '@/utils/testing/archive-context';
import { buildArchive, fillDatabase } from '@/utils/testing/builders';
import { makeCapture } from '@/utils/testing/captures';
import { ARCHIVE_ORDER } from '@/utils/exchange/archive-format';
import { parseRecord } from '@/utils/exchange/record-schemas';

type Row = Record<string, unknown>;
type ArchiveDocument = { format: string; formatVersion: number } & Record<string, Row[]>;

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
let whole: ArchiveDocument;

beforeAll(async () => {
  const context = await testArchive();
  await fillDatabase(context.db, await buildArchive(5, { articles: 25 }));
  await saveArticle(context, makeCapture(), '<!doctype html><p>Trang gốc', ['https://a.example/1'], {
    byHand: { lead: null },
    tags: ['ngư dân', 'má'],
    collections: [],
  });
  const chunks: Uint8Array[] = [];
  await exportArchive(context.db, {}, (chunk) => {
    chunks.push(chunk);
    return Promise.resolve();
  });
  whole = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ArchiveDocument;
});

test('a real export fits the schema', () => {
  validate(whole);
  expect(validate.errors).toBeNull();
  for (const table of ARCHIVE_TABLES) expect(whole[table]!.length, table).toBeGreaterThan(0);
});

test('the file has the tables of the database in their order, and nothing else', () => {
  expect(ARCHIVE_ORDER).toEqual(ARCHIVE_TABLES);
  expect(Object.keys(whole)).toEqual(['format', 'formatVersion', ...ARCHIVE_TABLES]);
  expect(Object.keys(schema.properties)).toEqual(['format', 'formatVersion', ...ARCHIVE_TABLES]);
});

test.each(ARCHIVE_TABLES)(
  'schema and reader agree on %s: a missing, a wrong and a strange member',
  (table) => {
    const row = whole[table]![0]!;
    const fits = (changed: Row) => {
      validate({ ...whole, [table]: [changed] });
      return validate.errors === null;
    };
    const isRead = (changed: Row) => parseRecord(table, changed).isFit;
    expect(isRead(row)).toBe(true);
    for (const key of Object.keys(row)) {
      const { [key]: _, ...without } = row;
      expect(isRead(without), `without ${key}`).toBe(fits(without));
      for (const wrong of [true, null, -1.5, 'x\u0000']) {
        const changed = { ...row, [key]: wrong };
        expect(isRead(changed), `${key}: ${JSON.stringify(wrong)}`).toBe(fits(changed));
      }
    }
    // The reader passes over what it does not know; the schema, made to find mistakes, does not.
    expect(isRead({ ...row, strange: 1 })).toBe(true);
    expect(fits({ ...row, strange: 1 })).toBe(false);
  },
);
