/** The archive leaves as a file and comes back as the same bytes; what is not ours changes nothing. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, test } from 'vitest';
import { removeFolder, ROOT, temporaryFolder, type Tab } from '../driver/driver';
import { exportAll, tagPassage } from '../driver/main-job';
import { until } from '../driver/view';
import { FEATURE, SHORT_NEWS } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { expect, livingRows, rowsOf, saveByPopup, wipe, world } from './world';

const w = world();
let exported: string;

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

async function openImport(file: string): Promise<Tab> {
  const library = await w.driver.openPage('library.html');
  await library.click('button', w.t('libraryImport'), { nth: 0 });
  await library.see('file', null);
  const input = (await library.page.$('input[type=file]'))!;
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  return library;
}

test('an archive with two articles, pictures and a passage is exported', async () => {
  await w.driver.allow([PAPER.host, PAPER.pictureHost]);
  for (const article of [FEATURE, SHORT_NEWS]) {
    const tab = await w.driver.openTab(addressOf(article));
    await (await saveByPopup(w, tab)).close();
    await tab.close();
  }
  await until('the pictures', async () =>
    (await livingRows<{ outcome: string }>(w.driver, 'pictures')).every(({ outcome }) => outcome === 'kept'),
  );
  const article = (await livingRows<{ id: string; shown: { title: string } }>(w.driver, 'articles')).find(
    ({ shown }) => shown.title === FEATURE.title,
  )!;
  const reader = await w.driver.openPage(`reader.html?article=${article.id}`);
  await tagPassage(w.driver, reader, w.t('readerTagField'), {
    from: 'mỗi hộ góp hai công',
    to: 'mỗi hộ góp hai công',
    tag: 'tự quản',
  });
  await until('the annotation', async () => (await livingRows(w.driver, 'annotations')).length === 1);
  await reader.close();
  exported = await exportAll(w.driver, 'en');
});

test('the file is what docs/archive-format.md and the schema say', () => {
  const schema = JSON.parse(readFileSync(path.join(ROOT, 'docs/archive.schema.json'), 'utf8')) as object;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const isRight = ajv.validate(schema, JSON.parse(readFileSync(exported, 'utf8')));
  expect(ajv.errors?.slice(0, 5) ?? []).toEqual([]);
  expect(isRight).toBe(true);
});

test('exporting again gives the same bytes', async () => {
  expect(digest(await exportAll(w.driver, 'en'))).toBe(digest(exported));
});

describe('files that are refused, with a sentence, and change nothing', () => {
  const folder = temporaryFolder('imports');

  const bad: [
    name: string,
    sentence: 'import_notOurs' | 'import_truncated' | 'import_newerFormat' | 'import_badHash',
    make: (text: string) => string,
  ][] = [
    ['foreign', 'import_notOurs', () => '{"articles":[{"title":"not ours"}]}'],
    ['truncated', 'import_truncated', (text) => text.slice(0, Math.floor(text.length * 0.6))],
    ['newer', 'import_newerFormat', (text) => text.replace(/("(?:formatVersion|version)":)1\b/, '$199')],
    // One letter of the first picture's bytes.
    [
      'altered',
      'import_badHash',
      (text) =>
        text.replace(
          /("blobs":\[\s*\{[^}]*?"bytes":\["[^"]{200})(.)/,
          (_, start: string, letter: string) => start + (letter === 'A' ? 'B' : 'A'),
        ),
    ],
  ];

  test.each(bad)('%s', async (name, sentence, make) => {
    const before = JSON.stringify([await rowsOf(w.driver, 'articles'), await rowsOf(w.driver, 'versions')]);
    const text = readFileSync(exported, 'utf8');
    const made = make(text);
    expect(made).not.toBe(text);
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, made);
    const library = await openImport(file);
    await library.read(w.t(sentence));
    expect(JSON.stringify([await rowsOf(w.driver, 'articles'), await rowsOf(w.driver, 'versions')])).toBe(
      before,
    );
    await library.close();
    if (name === bad.at(-1)![0]) removeFolder(folder);
  });
});

test('wiped and imported, the archive exports the same bytes again', async () => {
  await wipe(w.driver);
  expect(await rowsOf(w.driver, 'articles')).toEqual([]);
  const library = await openImport(exported);
  await library.read(w.t('libraryImportPlan', path.basename(exported)));
  expect(await rowsOf(w.driver, 'articles'), 'the dry run writes nothing').toEqual([]);
  await library.click('button', w.t('libraryImportMerge'));
  await library.read(/Imported: [1-9]/);
  await library.close();
  expect(digest(await exportAll(w.driver, 'en'))).toBe(digest(exported));
});

test('imported once more, there is nothing to do', async () => {
  const library = await openImport(exported);
  await library.read(w.t('libraryImportNothing'));
  await library.close();
});
