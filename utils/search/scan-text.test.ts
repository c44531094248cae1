import { describe, expect, it } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { parseQuery } from './parse-query';
import { asksWords, hitsIn, marksOf, matches, type WordsMode } from './scan-text';

const TEXT =
  'Đường ra đảo Phú Quý\nSáng 5/3, tàu cá rời cảng Phú Quý; rừng dương chắn gió. Giá đường tăng 1.257 đồng, hoà vốn. Quý tới, phú nông lo.';

const answers = (query: string, mode: WordsMode = 'phrase', text = TEXT) =>
  matches(text, parseQuery(query).node, mode);
const found = (query: string, mode: WordsMode = 'phrase', text = TEXT) =>
  hitsIn(text, parseQuery(query).node, mode).map(({ start, end }) => text.slice(start, end));

describe('a text read through', () => {
  it.each([
    ['', true],
    ['phu quy', true],
    ['quy phu', false],
    ['PHÚ QUÝ', true],
    ['phù quỳ', true],
    ['"phú quý"', true],
    ['"phù quý"', false],
    ['"phu quy"', true],
    ['hòa von', true],
    ['"hòa vốn"', true],
    ['"hoà vốn"', true],
    ['1.257', true],
    ['257', false],
    ['thanh* OR dươ*', true],
    ['"dươ*"', true],
    ['"dướ*"', false],
    ['tau near/2 cang', true],
    ['tau near/1 cang', false],
    ['cang near/2 tau', true],
    ['"càng" near/2 tàu', false],
    ['phú near/0 phú', false],
    ['tàu -bão', true],
    ['tàu -"rừng dương"', false],
    ['bão OR (tàu cá)', true],
    ['outlet:X tàu', true],
  ])('%s: %s', (query, expected) => expect(answers(query)).toBe(expected));

  it('syllables anywhere, when they are not asked for as a phrase', () => {
    expect([answers('đảo cảng'), answers('đảo cảng', 'all'), answers('đảo bão', 'all')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('asks a field of what the text belongs to', () => {
    const { node } = parseQuery('tàu -outlet:X');
    expect(matches(TEXT, node, 'phrase', ({ value }) => value === 'X')).toBe(false);
    expect(matches(TEXT, node, 'phrase', () => false)).toBe(true);
  });

  it('composed and decomposed, of text and query alike, give the same answer at the same letters', () => {
    const chance = chanceOf(3);
    const syllables = ['phú', 'quý', 'đường', 'hoà', 'hòa', 'phù', 'quy', 'Ươm', 'tàu', '1.257', 'ẩn'];
    const some = (most: number) =>
      Array.from({ length: 1 + chance.below(most) }, () => chance.pick(syllables)).join(
        chance.pick([' ', ', ', '\n']),
      );
    let hits = 0;
    for (let turn = 0; turn < 500; turn += 1) {
      const text = some(30);
      const query = chance.pick([
        some(2),
        `"${some(2)}"`,
        `${some(1)} near/3 "${some(1)}"`,
        `-${some(1)}`,
        `${some(1)}*`,
      ]);
      const seen = (['NFC', 'NFD'] as const).flatMap((form) =>
        (['NFC', 'NFD'] as const).map((queryForm) => {
          const read = text.normalize(form);
          const { node } = parseQuery(query.normalize(queryForm));
          const places = hitsIn(read, node, 'all');
          hits += places.length;
          return JSON.stringify([
            matches(read, node, 'phrase'),
            matches(read, node, 'all'),
            places.map(({ start, end, isExact }) => [read.slice(start, end).normalize('NFC'), isExact]),
          ]);
        }),
      );
      expect(new Set(seen).size, `${query} in ${text}`).toBe(1);
    }
    expect(hits).toBeGreaterThan(1_000);
  });

  it('what is denied gives no hit, and a text that answers by words has at least one', () => {
    const chance = chanceOf(5);
    const syllables = ['phú', 'quý', 'tàu', 'cá', 'phù'];
    const some = (most: number) =>
      Array.from({ length: 1 + chance.below(most) }, () => chance.pick(syllables)).join(' ');
    for (let turn = 0; turn < 300; turn += 1) {
      const text = some(12);
      const { node } = parseQuery(chance.pick([some(3), `"${some(2)}"`, `${some(1)} near/2 ${some(1)}`]));
      for (const mode of ['phrase', 'all'] as const)
        expect(hitsIn(text, node, mode).length > 0 || !matches(text, node, mode)).toBe(true);
      expect(hitsIn(text, { is: 'not', of: node }, 'all')).toEqual([]);
    }
  });
});

describe('hits', () => {
  it('stand where the words stand, in order', () => {
    expect(found('phu quy')).toEqual(['Phú Quý', 'Phú Quý']);
    expect(found('phu quy', 'all')).toEqual(['Phú', 'Quý', 'Phú', 'Quý', 'Quý', 'phú']);
    expect(found('đường OR "rừng dương" -tàu')).toEqual(['Đường', 'rừng dương', 'dương', 'đường']);
    expect(found('tàu near/3 phú')).toEqual(['tàu', 'Phú']);
    expect(found('outlet:x')).toEqual([]);
  });

  it('know whether the typed marks stand there', () => {
    expect(hitsIn('đường duong', parseQuery('đường').node, 'all').map(({ isExact }) => isExact)).toEqual([
      true,
      false,
    ]);
  });

  it('side by side are marked as one', () => {
    const text = 'tàu cá, cá tàu';
    expect(marksOf(text, hitsIn(text, parseQuery('tàu cá').node, 'all'))).toEqual([
      { start: 0, end: 6 },
      { start: 8, end: 14 },
    ]);
  });
});

it('knows whether words are asked for at all', () => {
  const asks = (line: string) => asksWords(parseQuery(line).node);
  expect([asks(''), asks('outlet:x'), asks('-tàu'), asks('outlet:x OR tàu')]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
