/** The codebook as a table, for spreadsheets and for people who write one by hand. */
import {
  cleanColour,
  cleanLine,
  cleanText,
  cleanValueList,
  CodebookFileError,
  codeEntry,
  settleParents,
  type CodeEntry,
} from './codebook-entry';
import { joinEscaped, readCsv, splitEscaped, writeCsv } from './csv';

const COLUMNS = [
  'path',
  'name',
  'colour',
  'definition',
  'include',
  'exclude',
  'example',
  'values',
  'shortcut',
  'memo',
  'id',
] as const;
type Column = (typeof COLUMNS)[number] | 'parent';

/** Headings that others use; compared in lower case. */
const ALIASES: Record<string, Column> = {
  ...Object.fromEntries(COLUMNS.map((column) => [column, column])),
  parent: 'parent',
  color: 'colour',
  code: 'name',
  tag: 'name',
  description: 'definition',
  guid: 'id',
  mã: 'name',
  tên: 'name',
  'tên mã': 'name',
  'mã cha': 'parent',
  'đường dẫn': 'path',
  màu: 'colour',
  'định nghĩa': 'definition',
  'mô tả': 'definition',
  gồm: 'include',
  'không gồm': 'exclude',
  'ví dụ': 'example',
  'giá trị': 'values',
  'phím tắt': 'shortcut',
  'ghi chú': 'memo',
};

function pathOf(entries: readonly CodeEntry[], index: number): string[] {
  const names: string[] = [];
  for (let at: number | null = index; at !== null; at = entries[at]!.parent) names.unshift(entries[at]!.name);
  return names;
}

/** @param withMark a byte order mark at the front: Excel then knows that it is UTF-8 */
export function writeCodebookCsv(entries: readonly CodeEntry[], withMark: boolean): string {
  const rows = entries.map((entry, index) => [
    joinEscaped(pathOf(entries, index), '>', ' > '),
    entry.name,
    entry.colour ?? '',
    entry.definition,
    entry.include,
    entry.exclude,
    entry.example,
    joinEscaped(entry.values, ';', '; '),
    entry.shortcut ?? '',
    entry.memo,
    entry.id ?? '',
  ]);
  return `${withMark ? '\uFEFF' : ''}${writeCsv([COLUMNS, ...rows])}`;
}

/** @throws CodebookFileError badCsv, noCodes */
export function readCodebookCsv(text: string): CodeEntry[] {
  const rows = readCsv(text.replace(/^\uFEFF/, ''));
  if (!rows) throw new CodebookFileError('badCsv');
  const [head, ...body] = rows;
  const columns = (head?.cells ?? []).map((title) => ALIASES[cleanLine(title).toLowerCase()]);
  if (!columns.includes('name') && !columns.includes('path')) throw new CodebookFileError('badCsv', 1);
  const entries: CodeEntry[] = [];
  const byPath = new Map<string, number>();
  const byName = new Map<string, number>();
  const parents = new Map<number, string>();

  /** The entry at this path, made without anything but its name when it has not come yet. */
  function at(path: string[]): number | null {
    if (path.length === 0) return null;
    const key = JSON.stringify(path);
    const known = byPath.get(key);
    if (known !== undefined) return known;
    const parent = at(path.slice(0, -1));
    const index = entries.push(codeEntry({ name: path.at(-1)!, parent })) - 1;
    byPath.set(key, index);
    if (!byName.has(path.at(-1)!)) byName.set(path.at(-1)!, index);
    return index;
  }

  for (const { cells } of body) {
    const cell = (column: Column) => {
      const place = columns.indexOf(column);
      return place < 0 ? '' : (cells[place] ?? '');
    };
    const path = splitEscaped(cell('path'), '>').map((name) => cleanLine(name));
    const name = cleanLine(cell('name')) || path.at(-1);
    if (!name) continue;
    const index = at(path.length > 0 ? [...path.slice(0, -1), name] : [name])!;
    const before = entries[index]!;
    const parentName = cleanLine(cell('parent'));
    if (path.length <= 1 && parentName) parents.set(index, parentName);
    entries[index] = {
      ...before,
      id: cleanLine(cell('id')) || before.id,
      colour: cleanColour(cell('colour')) ?? before.colour,
      definition: cleanText(cell('definition')) || before.definition,
      include: cleanText(cell('include')) || before.include,
      exclude: cleanText(cell('exclude')) || before.exclude,
      example: cleanText(cell('example')) || before.example,
      values: cleanValueList([...before.values, ...splitEscaped(cell('values').replaceAll('\n', ';'), ';')]),
      shortcut: cleanLine(cell('shortcut'), 3) || before.shortcut,
      memo: cleanText(cell('memo')) || before.memo,
    };
  }
  if (entries.length === 0) throw new CodebookFileError('noCodes');
  for (const [index, parent] of parents) entries[index]!.parent ??= byName.get(parent) ?? at([parent]);
  return settleParents(entries);
}
