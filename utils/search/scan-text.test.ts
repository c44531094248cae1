import { describe, expect, it } from 'vitest';
import { chanceOf, type Chance } from '@/utils/testing/random';
import { parseQuery } from './parse-query';
import type { WordsNode } from './query';
import { asksWords, hitsIn, marksOf, type WordsMode } from './scan-text';
import { blocksAnswer, wordsOfBlocks } from './text-answer';

const TEXT =
  'Đường ra đảo Phú Quý\nSáng 5/3, tàu cá rời cảng Phú Quý; rừng dương chắn gió. Giá đường tăng 1.257 đồng, hoà vốn. Quý tới, phú nông lo.';

const found = (query: string, mode: WordsMode = 'phrase', text = TEXT) =>
  hitsIn(text, parseQuery(query).node, mode).map(({ start, end }) => text.slice(start, end));

const SYLLABLES = ['phú', 'quý', 'đường', 'hoà', 'hòa', 'phù', 'quy', 'Ươm', 'tàu', '1.257', 'ẩn'];

const some = (chance: Chance, most: number) =>
  Array.from({ length: 1 + chance.below(most) }, () => chance.pick(SYLLABLES)).join(
    chance.pick([' ', ', ', '\n']),
  );

const someQuery = (chance: Chance) =>
  chance.pick([
    some(chance, 3),
    `"${some(chance, 2)}"`,
    `${some(chance, 1)} near/3 "${some(chance, 2)}"`,
    `${some(chance, 1)}*`,
    `${some(chance, 1)} ${chance.pick(['p', 'q', 'h', 't'])}u* near/0 ${some(chance, 1)}`,
  ]);

describe('hits', () => {
  it.each([
    ['', []],
    ['phu quy', ['Phú Quý', 'Phú Quý']],
    ['quy phu', []],
    ['PHÚ QUÝ', ['Phú Quý', 'Phú Quý']],
    ['quy sang', []],
    ['"phù quý"', []],
    ['"phu quy"', ['Phú Quý', 'Phú Quý']],
    ['"hòa vốn"', ['hoà vốn']],
    ['1.257', ['1.257']],
    ['257', []],
    ['"dươ*"', ['dương']],
    ['"dướ*"', []],
    ['tau near/2 cang', ['tàu', 'cảng']],
    ['tau near/1 cang', []],
    ['"càng" near/2 tàu', []],
    ['tàu near/3 phú', ['tàu', 'Phú']],
    ['dao near/5 sang', []],
    ['đường OR "rừng dương" -tàu', ['Đường', 'rừng dương', 'dương', 'đường']],
    ['outlet:x -tàu', []],
  ])('of %s', (query, expected) => expect(found(query)).toEqual(expected));

  it('of syllables anywhere, when they are not asked for as a phrase', () => {
    expect(found('phu quy', 'all')).toEqual(['Phú', 'Quý', 'Phú', 'Quý', 'Quý', 'phú']);
  });

  it('of each part as it was taken', () => {
    const { node } = parseQuery('phú quý AND nông lo');
    const modes = (part: WordsNode) =>
      part.is === 'words' && part.words[0]!.typed === 'nông' ? 'all' : 'phrase';
    expect(hitsIn('nông; lo, phú', node, modes)).toHaveLength(2);
  });

  it('are there where the text answers, and only there', () => {
    const chance = chanceOf(5);
    let answers = 0;
    for (let turn = 0; turn < 2_000; turn += 1) {
      const text = some(chance, 30);
      const { node } = parseQuery(someQuery(chance));
      if (node.is !== 'words' && node.is !== 'phrase' && node.is !== 'near') continue;
      const blocks = wordsOfBlocks(text.split('\n'));
      const isAnswer = blocksAnswer(node, blocks, true);
      if (isAnswer) answers += 1;
      expect(hitsIn(text, node, 'phrase').length > 0).toBe(isAnswer);
      const words = new Set(hitsIn(text, node, 'all').map(({ term }) => term));
      const isWhole = node.is !== 'words' || words.size === node.words.length;
      expect(isWhole).toBe(node.is !== 'words' || blocksAnswer(node, blocks, false));
    }
    expect(answers).toBeGreaterThan(200);
  });

  it('of composed and decomposed text and query are at the same letters', () => {
    const chance = chanceOf(3);
    let hits = 0;
    for (let turn = 0; turn < 500; turn += 1) {
      const text = some(chance, 30);
      const query = someQuery(chance);
      const seen = (['NFC', 'NFD'] as const).flatMap((form) =>
        (['NFC', 'NFD'] as const).map((queryForm) => {
          const read = text.normalize(form);
          const places = hitsIn(read, parseQuery(query.normalize(queryForm)).node, 'all');
          hits += places.length;
          return JSON.stringify(
            places.map(({ start, end, isExact }) => [read.slice(start, end).normalize('NFC'), isExact]),
          );
        }),
      );
      expect(new Set(seen).size, `${query} in ${text}`).toBe(1);
    }
    expect(hits).toBeGreaterThan(1_000);
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
