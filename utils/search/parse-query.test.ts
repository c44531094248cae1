import { describe, expect, it } from 'vitest';
import { chanceOf, type Chance } from '@/utils/testing/random';
import { allOf, anyOf, noneOf } from './combine';
import { parseQuery } from './parse-query';
import { fieldText, printQuery } from './print-query';
import type { QueryNode, QueryWord } from './query';
import { QUERY_FIELDS, startOfDate } from './query-fields';
import { tokensOf } from './tokens';

/** The tree in brackets, so that a test can be read. */
function shape(node: QueryNode): string {
  const words = (list: QueryWord[]) => list.map((word) => word.typed + (word.isPrefix ? '*' : '')).join(' ');
  switch (node.is) {
    case 'all':
      return 'all';
    case 'words':
      return `[${words(node.words)}]`;
    case 'phrase':
      return `${node.marksCount ? 'exact' : 'phrase'}[${words(node.words)}]`;
    case 'near':
      return `near${node.distance}[${words(node.left)}|${words(node.right)}]`;
    case 'field':
      return `${node.field}=${node.value}`;
    case 'not':
      return `not(${shape(node.of)})`;
    default:
      return `${node.is}(${node.of.map(shape).join(', ')})`;
  }
}

const read = (line: string) => shape(parseQuery(line).node);
const told = (line: string) =>
  parseQuery(line).complaints.map(({ problem, at }) => `${problem}@${line.slice(at.start, at.end)}`);

describe('what a line asks for', () => {
  it.each([
    ['', 'all'],
    ['   ', 'all'],
    ['Phú Quý', '[phú quý]'],
    ['phu quy, binh thuan!', '[phu quy binh thuan]'],
    ['"rừng dương"', 'exact[rừng dương]'],
    ['"rung duong"', 'phrase[rung duong]'],
    ['“rừng dương” «biển» „cát“ ＂gió＂', 'and(exact[rừng dương], exact[biển], exact[cát], exact[gió])'],
    ['tàu OR thuyền', 'or([tàu], [thuyền])'],
    ['tàu HOẶC thuyền OR ghe', 'or([tàu], [thuyền], [ghe])'],
    ['tàu or thuyền hoặc ghe', '[tàu or thuyền hoặc ghe]'],
    ['phú quý OR phan thiết outlet:X', 'and(or([phú quý], [phan thiết]), outlet=X)'],
    ['tàu -bão mưa', 'and([tàu], not([bão]), [mưa])'],
    ['-covid-19 -"nước mắm" -(a OR b)', 'and(not([covid 19]), not(exact[nước mắm]), not(or([a], [b])))'],
    ['NOT tàu', 'not([tàu])'],
    ['NOT NOT tàu', '[tàu]'],
    ['-(-(tàu))', '[tàu]'],
    ['Bình Thuận - Phú Quý', '[bình thuận phú quý]'],
    ['tàu AND biển', 'and([tàu], [biển])'],
    ['thanh* niên', '[thanh* niên]'],
    ['"thanh ni*"', 'phrase[thanh ni*]'],
    ['(tàu (biển))', 'and([tàu], [biển])'],
    ['phú quý near/5 tàu cá', 'near5[phú quý|tàu cá]'],
    ['bão gần/3 "Phú Quý" gan/2 gió', 'and(near3[bão|phú quý], near2[phú quý|gió])'],
    ['(a OR b) c', 'and(or([a], [b]), [c])'],
    ['xa gần/xa', '[xa gần xa]'],
    ['1.257 tấn 12,5%', '[1.257 tấn 12,5]'],
    ['hoà', '[hòa]'],
    ['tàu 🌊🌊 biển', '[tàu biển]'],
  ])('%s', (line, expected) => expect(read(line)).toBe(expected));

  it.each([
    ['outlet:"Báo Bình Thuận"', 'outlet=Báo Bình Thuận'],
    ['Báo:VnExpress', 'outlet=VnExpress'],
    ['tác-giả:"Đình Nhượng" TACGIA:x tac_gia:y', 'and(author=Đình Nhượng, author=x, author=y)'],
    ['mã:“ngư dân”', 'code=ngư dân'],
    ['outlet:"Báo ""Mới"" 2"', 'outlet=Báo "Mới" 2'],
    ['outlet:""', 'outlet='],
    ['-section:"Thể thao"', 'not(section=Thể thao)'],
    ['từ:14/3/2025 trước:2026', 'and(after=14/3/2025, before=2026)'],
    ['savedbefore:2025-03 lưu-từ:2024', 'and(savedBefore=2025-03, savedAfter=2024)'],
    ['has:highlights có:ảnh has:memo', 'and(has=annotations, has=pictures, has=notes)'],
    ['state:bin trạng-thái:"đã giữ"', 'and(state=bin, state=kept)'],
    ['(outlet:A)', 'outlet=A'],
  ])('field %s', (line, expected) => {
    expect(read(line)).toBe(expected);
    expect(told(line)).toEqual([]);
  });

  it('reads decomposed text, with places in the line as it stands', () => {
    const line = 'bão "đường phố" tác-giả:Lý'.normalize('NFD');
    const { node, complaints } = parseQuery(line);
    expect(complaints).toEqual([]);
    expect(shape(node)).toBe('and([bão], exact[đường phố], author=Lý)');
    const phrase = node.is === 'and' ? node.of[1] : null;
    if (phrase?.is !== 'phrase') throw new Error('shape');
    expect(line.slice(phrase.at.start, phrase.at.end)).toBe('"đường phố"'.normalize('NFD'));
  });
});

describe('what is wrong is told at its place, and the rest is answered', () => {
  it.each([
    ['?!… ,,', 'all', ['onlyMarks@?!… ,,']],
    ['\u0301\u0301', 'all', ['onlyMarks@\u0301\u0301']],
    ['🌊🌊', 'all', ['onlyMarks@🌊🌊']],
    ['""', 'all', ['onlyMarks@""']],
    ['OR', 'all', ['onlyOperators@OR']],
    ['NOT', 'all', ['onlyOperators@NOT']],
    ['AND', 'all', ['onlyOperators@AND']],
    ['near/3', 'all', ['onlyOperators@near/3']],
    ['()', 'all', ['onlyOperators@()']],
    ['"rừng dương', 'exact[rừng dương]', ['openQuote@"']],
    ['tàu (biển', 'and([tàu], [biển])', ['openBracket@(']],
    ['tàu) biển', 'and([tàu], [biển])', ['strayBracket@)']],
    ['tàu OR', '[tàu]', ['nothingBeside@OR']],
    ['OR tàu', '[tàu]', ['nothingBeside@OR']],
    ['tàu OR OR biển', 'or([tàu], [biển])', ['nothingBeside@OR']],
    ['tàu near/5', '[tàu]', ['nothingBeside@near/5']],
    ['tàu near/5 outlet:X', 'and([tàu], outlet=X)', ['nothingBeside@near/5']],
    ['tàu near/ biển', 'and([tàu], [biển])', ['badNear@near/']],
    ['tàu near/5x biển', 'and([tàu], [biển])', ['badNear@near/5x']],
    ['tàu near/500 biển', 'near100[tàu|biển]', ['nearFar@near/500']],
    ['t* tàu', '[tàu]', ['shortPrefix@t*']],
    ['tàu before:31/2/2025', '[tàu]', ['badDate@before:31/2/2025']],
    ['has:gold tàu', '[tàu]', ['badHas@has:gold']],
    ['state:gold tàu', '[tàu]', ['badState@state:gold']],
    ['tàu outlet:', '[tàu]', ['emptyField@outlet:']],
    ['Cảnh báo: mưa lớn', '[cảnh báo mưa lớn]', ['emptyField@báo:']],
    ['Thủ tướng:phải làm', '[thủ tướng phải làm]', ['unknownField@tướng:']],
    ['https://vnexpress.net/a 10:30', '[https vnexpress net a 10 30]', []],
    ['outlet:"Báo', 'outlet=Báo', ['openQuote@"']],
  ])('%s', (line, expected, complaints) => {
    expect(read(line)).toBe(expected);
    expect(told(line)).toEqual(complaints);
  });

  it('too long a line is cut and told', () => {
    const { node, complaints } = parseQuery(`tàu ${' '.repeat(10_000)} biển`);
    expect(shape(node)).toBe('[tàu]');
    expect(complaints.map(({ problem }) => problem)).toEqual(['tooLong']);
  });

  it('at most 100 words are asked for', () => {
    const { node, complaints } = parseQuery(Array.from({ length: 130 }, (_, at) => `w${at}`).join(' '));
    expect(node.is === 'words' && node.words.length).toBe(100);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatchObject({ problem: 'tooManyWords', about: '100' });
  });

  it('whatever is typed is read without throwing, and complaints stay few', () => {
    const chance = chanceOf(11);
    const pieces = [
      ...Array.from('"“”«»()-*:/ '),
      ...[
        'OR',
        'near/3',
        'gần/',
        'NOT',
        'báo:',
        'before:',
        'has:',
        'tàu',
        'đ',
        '🌊',
        '\u0301',
        '\ud83d',
        '\u0000',
      ],
    ];
    for (let turn = 0; turn < 3_000; turn += 1) {
      const line = Array.from({ length: chance.below(30) }, () => chance.pick(pieces)).join(
        chance.pick(['', ' ']),
      );
      const { node, complaints } = parseQuery(line);
      expect(complaints.length).toBeLessThanOrEqual(20);
      for (const { at } of complaints) expect(line.slice(at.start, at.end)).not.toBe('');
      // What was understood is understood again from how it is printed.
      expect(shape(parseQuery(printQuery(node)).node)).toBe(shape(node));
    }
  });

  it.each(['(', '"', '-(', 'a near/1 ', 'báo: ', '(a+)+$', '«', 'x:"" ', 'a OR (', '\u0301'])(
    'ten thousand characters of %s are answered, in the time that a test has',
    (piece) => {
      const line = piece.repeat(10_000 / piece.length);
      const { node, complaints } = parseQuery(line);
      expect(complaints.length).toBeLessThanOrEqual(20);
      expect(printQuery(node).length).toBeLessThanOrEqual(2 * line.length);
    },
  );
});

describe('trees and lines are the same thing', () => {
  const SYLLABLES = ['phú', 'quý', 'tàu', 'or', 'near', 'not', '1.257', 'đường', 'hòa', 'x', 'báo'];
  const word = (chance: Chance): QueryWord => {
    const { folded, written } = tokensOf(chance.pick(SYLLABLES))[0]!;
    return { folded, typed: written, isPrefix: folded.length > 1 && chance.next() < 0.2 };
  };
  const some = <T>(chance: Chance, most: number, make: () => T) =>
    Array.from({ length: 1 + chance.below(most) }, make);
  const at = { start: 0, end: 0 };

  function leaf(chance: Chance): QueryNode {
    const words = some(chance, 3, () => word(chance));
    const marked = (list: QueryWord[]) => list.some(({ folded, typed }) => folded !== typed);
    switch (chance.below(4)) {
      case 0:
        return { is: 'words', words, at };
      case 1:
        return { is: 'phrase', words, marksCount: marked(words), at };
      case 2: {
        const right = some(chance, 2, () => word(chance));
        const [leftMarks, rightMarks] = [
          marked(words) && chance.next() < 0.5,
          marked(right) && chance.next() < 0.5,
        ];
        return { is: 'near', left: words, right, distance: chance.below(9), leftMarks, rightMarks, at };
      }
      default: {
        const field = chance.pick(QUERY_FIELDS);
        const value =
          field === 'has'
            ? 'review'
            : field === 'state'
              ? 'kept'
              : /before|after/i.test(field)
                ? chance.pick(['2025', '2025-03', '14/3/2025'])
                : chance.pick(['X', 'Báo "Mới"', '', 'a:b (c)', 'OR', '-x', 'Rừng dương »', '«']);
        return { is: 'field', field, value, at };
      }
    }
  }

  function tree(chance: Chance, depth: number): QueryNode {
    if (depth === 0 || chance.next() < 0.3) return leaf(chance);
    const below = () => tree(chance, depth - 1);
    const kind = chance.below(3);
    if (kind === 0) return noneOf(below());
    return kind === 1 ? allOf(some(chance, 3, below)) : anyOf(some(chance, 3, below));
  }

  const bare = (node: QueryNode) =>
    JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value));

  it.each(['en', 'vi'] as const)('printed (%s) and read again they are unchanged', (locale) => {
    const chance = chanceOf(7);
    for (let turn = 0; turn < 2_000; turn += 1) {
      const node = tree(chance, 4);
      const line = printQuery(node, locale);
      const again = parseQuery(line);
      if (again.complaints.some(({ problem }) => problem === 'tooManyWords')) continue;
      expect(again.complaints, line).toEqual([]);
      expect(bare(again.node), line).toBe(bare(node));
    }
  });

  it('a field is written as plainly as it can be', () => {
    expect(fieldText('outlet', 'VnExpress')).toBe('outlet:VnExpress');
    expect(fieldText('outlet', 'Báo Bình Thuận', 'vi')).toBe('báo:"Báo Bình Thuận"');
    expect(fieldText('has', 'pictures', 'vi')).toBe('có:ảnh');
    expect(fieldText('before', '14/3/2025')).toBe('before:14/3/2025');
  });
});

describe('days that are named', () => {
  it.each([
    ['2025', '2025-01-01'],
    ['2025-03', '2025-03-01'],
    ['3/2025', '2025-03-01'],
    ['14/3/2025', '2025-03-14'],
    ['2025-03-14', '2025-03-14'],
    ['14.03.2025', '2025-03-14'],
    ['2025/3/4', '2025-03-04'],
    ['29/2/2024', '2024-02-29'],
    ['29/2/2025', null],
    ['13/2025', null],
    ['3-14-2025', null],
    ['25', null],
    ['1/1/25', null],
    ['2025-', null],
    ['', null],
    ['hôm qua', null],
    ['9999', null],
  ])('%s', (typed, day) => expect(startOfDate(typed)).toBe(day));
});
