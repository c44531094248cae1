import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { readCodebookCsv, writeCodebookCsv } from './codebook-csv';
import { codeEntry, type CodeEntry } from './codebook-entry';
import { readCodebookJson, writeCodebookJson } from './codebook-json';
import { readQdc, writeQdc } from './codebook-qdc';
import { readCodebook } from './read-codebook';
import { readXml } from './xml';

const XSD = path.join(process.env.SHARED_DIR ?? '', 'standards/refi-qda/Codebook-mrt2019.xsd');
const bytes = (text: string) => new TextEncoder().encode(text);

const ODD = [
  '=1+1',
  '+84 252',
  '-5 %',
  '@tag',
  "'=x",
  'a > b \\ c',
  'một; hai',
  '"trích", dẫn',
  'Dòng một\nDòng hai\n\nInclude:\nkhông phải mục',
  '<b>&amp;</b> ]]> 😀',
  'Khủng hoảng 👩‍🌾',
  'Include:',
  '\\Memo:',
  '',
];

/** A codebook with everything that has broken somebody's file, names each once. */
function oddCodebook(seed: number, size: number): CodeEntry[] {
  const chance = chanceOf(seed);
  const words = () => chance.pick(ODD);
  const line = (n: number) => `${words()} mã ${n}`.replace(/\s+/g, ' ').trim();
  return Array.from({ length: size }, (_, n) =>
    codeEntry({
      id: chance.uuid(),
      // Tree order, parents first: what our exports give.
      parent: n > 0 && chance.next() < 0.6 ? n - 1 : null,
      name: line(n),
      colour: '#7fb8e6',
      definition: words(),
      include: words(),
      exclude: words(),
      example: words(),
      values: chance.next() < 0.3 ? ['tin; vắn', 'phóng \\ sự', '=x'] : [],
      shortcut: n < 3 ? String(n) : null,
      memo: words(),
    }),
  );
}

describe('every format gives back what was put in', () => {
  it.each([1, 2, 3, 4, 5])('seed %i', (seed) => {
    const entries = oddCodebook(seed, 60);
    expect(readCodebookJson(writeCodebookJson('Bộ mã', entries))).toEqual(entries);
    expect(readCodebookCsv(writeCodebookCsv(entries, seed % 2 === 0))).toEqual(entries);
    expect(readQdc(writeQdc(entries))).toEqual(entries);
  });

  it('tells the formats apart by what is in them', () => {
    const entries = oddCodebook(9, 5);
    for (const [format, text] of [
      ['json', writeCodebookJson('x', entries)],
      ['csv', writeCodebookCsv(entries, true)],
      ['qdc', writeQdc(entries)],
    ] as const)
      expect(readCodebook(bytes(text))).toEqual({ format, entries });
    const utf16 = new Uint8Array(Buffer.from(`\uFEFFname\tcolor\r\nKhủng\tF00\r\n`, 'utf16le'));
    expect(readCodebook(utf16).entries).toEqual([codeEntry({ name: 'Khủng', colour: '#ff0000' })]);
  });
});

describe('the table', () => {
  it('guards against formulas and follows RFC 4180', () => {
    const csv = writeCodebookCsv(
      [codeEntry({ name: '=HYPERLINK("http://x")', definition: '-1\n"a"' })],
      false,
    );
    expect(csv.split('\r\n')[1]).toBe(
      `"'=HYPERLINK(""http://x"")","'=HYPERLINK(""http://x"")",,"'-1\n""a""",,,,,,,`,
    );
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('reads a table written by hand: semicolons, Vietnamese headings, parents that have no row', () => {
    const read = readCodebookCsv('Tên;Mã cha;Định nghĩa\nHạn hán;Thời tiết;Thiếu nước\nBão;Thời tiết;\n');
    expect(read.map(({ name, parent }) => [name, parent])).toEqual([
      ['Hạn hán', 2],
      ['Bão', 2],
      ['Thời tiết', null],
    ]);
    expect(readCodebookCsv('path\nA > B > C\n').map(({ name, parent }) => [name, parent])).toEqual([
      ['A', null],
      ['B', 0],
      ['C', 1],
    ]);
  });

  it.each(['', 'x,y\n1,2', 'name\n"never closed', 'name\n\n'])('refuses %j', (text) => {
    expect(() => readCodebook(bytes(text))).toThrow(/badCsv|noCodes/);
  });
});

describe('REFI-QDA', () => {
  it('has line feeds only, no mark, no empty elements, no forbidden letters', () => {
    const text = writeQdc([
      codeEntry({ name: 'a\u0001b\uD800', definition: 'x\r\ny' }),
      codeEntry({ name: 'b' }),
    ]);
    expect(text).not.toMatch(/\r|\uFEFF|<Sets|<Description><|\uD800/);
    expect(text).not.toContain('\u0001');
    expect(text).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
    expect(readQdc(text).map(({ name, definition }) => [name, definition])).toEqual([
      ['ab', 'x\ny'],
      ['b', ''],
    ]);
    expect(() => writeQdc([])).toThrow('noCodes');
  });

  it('reads what others write: prefixes, braces, folders, sets, a description', () => {
    const read = readQdc(`\uFEFF<?xml version="1.0" encoding="utf-8"?>
<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="Other 9"><q:Codes>
<q:Code guid="{0D62985D-B147-4D01-A9B5-CAE5DCD98342}" name="Th&#7901;i ti&#x1EBF;t" isCodable="false" color="#F00">
<q:Description><![CDATA[Include:]]> &amp; more</q:Description><!-- x --><q:Code guid="1f0e9c3e-0000-4000-8000-000000000001" name='B"o' isCodable="true"/></q:Code>
</q:Codes><q:Sets><q:Set guid="1f0e9c3e-0000-4000-8000-000000000002" name="s"/></q:Sets></q:CodeBook>`);
    expect(read).toEqual([
      codeEntry({
        id: '0d62985d-b147-4d01-a9b5-cae5dcd98342',
        name: 'Thời tiết',
        colour: '#ff0000',
        definition: 'Include: & more',
      }),
      codeEntry({ id: '1f0e9c3e-0000-4000-8000-000000000001', parent: 0, name: 'B"o' }),
    ]);
  });

  it.each([
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "b">]><CodeBook/>'],
    ['an unknown entity', '<CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>'],
    ['a missing end', '<CodeBook><Codes>'],
    ['crossed elements', '<CodeBook><Codes></CodeBook></Codes>'],
    ['two roots', '<CodeBook/><CodeBook/>'],
    ['an attribute twice', '<CodeBook a="1" a="2"/>'],
    ['endless depth', '<a>'.repeat(300)],
    ['a page', '<!doctype html><p>x'],
  ])('refuses %s', (_, text) => {
    expect(() => readCodebook(bytes(text))).toThrow(/badXml|notCodebook/);
  });

  it('reads names of no element as itself', () => {
    expect(readXml('<a __proto__="x"/>').attributes.__proto__).toBe('x');
  });

  it.runIf(existsSync(XSD))(
    'fits the schema, also with odd letters and ids',
    { timeout: 60_000 },
    async () => {
      const schema = readFileSync(XSD, 'utf8');
      const files = [1, 2, 3, 4, 5, 6].map((seed) => writeQdc(oddCodebook(seed, 1 + seed * 20)));
      files.push(
        writeQdc([
          codeEntry({ name: 'a\u0000\uFFFEb', id: 'not a uuid', colour: null, definition: '\uDC00<' }),
        ]),
      );
      for (const [index, contents] of files.entries()) {
        const { valid, errors } = await validateXML({
          xml: [{ fileName: `${index}.qdc`, contents }],
          schema: [schema],
        });
        expect(errors, contents.slice(0, 400)).toEqual([]);
        expect(valid).toBe(true);
      }
    },
  );
});
