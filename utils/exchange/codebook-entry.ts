/**
 * A codebook on its way in or out, whatever the file: codes with their place in the tree, without codings. Promise: what
 * is read is bounded and clean; a file that is not a codebook is refused with a reason.
 */

export interface CodeEntry {
  /** As in the file; null where the format or the writer has none. */
  id: string | null;
  /** Index of the parent in the same list, which may stand later; null at the top. */
  parent: number | null;
  name: string;
  /** #rrggbb; null: not said */
  colour: string | null;
  definition: string;
  include: string;
  exclude: string;
  example: string;
  values: string[];
  shortcut: string | null;
  memo: string;
}

export type CodebookFormat = 'json' | 'csv' | 'qdc';

export type CodebookFileFailure =
  | 'notCodebook'
  | 'newerFormat'
  | 'badJson'
  | 'badXml'
  | 'badCsv'
  | 'noCodes'
  | 'tooLarge';

/** Thrown by the readers; `codebookFile_<code>` in `_locales` says it to a person. */
export class CodebookFileError extends Error {
  constructor(
    readonly code: CodebookFileFailure,
    /** Line of the file, from 1, where known. */
    readonly line?: number,
  ) {
    super(line === undefined ? code : `${code} in line ${line}`);
  }
}

export const LARGEST_CODEBOOK = 20_000_000;
export const MOST_CODES = 20_000;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 100_000;

/** One clean line: NFC, blanks collapsed, nothing invisible. */
export function cleanLine(text: string, most = LONGEST_NAME): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF\u00AD]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, most)
    .trim()
    .toWellFormed();
}

/** Text of several lines: NFC, `\n` line ends. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_TEXT).toWellFormed();
}

/** `#rgb`, `#rrggbb`, with or without the hash; null for anything else. */
export function cleanColour(text: string): string | null {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  const long = /^#?([0-9a-f]{6})$/i.exec(text.trim());
  return long ? `#${long[1]!.toLowerCase()}` : null;
}

export function cleanValueList(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => cleanLine(value)).filter(Boolean))];
}

/** An entry with what was said, the rest empty. */
export function codeEntry(said: Partial<CodeEntry> & { name: string }): CodeEntry {
  return {
    id: null,
    parent: null,
    colour: null,
    definition: '',
    include: '',
    exclude: '',
    example: '',
    values: [],
    shortcut: null,
    memo: '',
    ...said,
  };
}

/** Entries with children under their parents, in the order in which they stand. */
export function entryTree(entries: readonly CodeEntry[]): { entry: CodeEntry; children: number[] }[] {
  const nodes = entries.map((entry) => ({ entry, children: [] as number[] }));
  for (const [index, { parent }] of entries.entries())
    if (parent !== null) nodes[parent]?.children.push(index);
  return nodes;
}

/** Cuts parents that lead nowhere or in a circle. */
export function settleParents(entries: readonly CodeEntry[]): CodeEntry[] {
  return entries.map((entry, index) => {
    const seen = new Set([index]);
    for (let at = entry.parent; at !== null; at = entries[at]!.parent) {
      if (!entries[at] || at === index) return { ...entry, parent: null };
      if (seen.has(at)) break;
      seen.add(at);
    }
    return entry;
  });
}
