/**
 * CSV as RFC 4180 has it. Promise: what was written is read back letter by letter, and no cell is taken for a formula by a
 * spreadsheet: one that begins like a formula gets an apostrophe, which reading takes off again.
 */

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;
const LIKE_A_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

function csvCell(value: string): string {
  const guarded = LIKE_A_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Lines end with CR LF, as the standard wants. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

export interface CsvRow {
  /** Line of the file on which it begins, from 1. */
  line: number;
  cells: string[];
}

/** Spreadsheets of countries that write 1,5 put semicolons between cells; some put tabs. */
function separatorOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)![0].replace(/"[^"]*"/g, '');
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0]!;
}

/** Rows of cells; rows without anything are left out. null where a quotation mark is never closed. */
export function readCsv(text: string): CsvRow[] | null {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let line = 1;
  let row: CsvRow = { line, cells: [] };
  let at = 0;
  const endRow = () => {
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
    row = { line, cells: [] };
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1);
        if (end < 0) return null;
        cell += text.slice(at + 1, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
      line += cell.split('\n').length - 1;
    }
    const rest = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    cell += text.slice(rest, at);
    row.cells.push(GUARDED.test(cell) ? cell.slice(1) : cell);
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end of the file stands before one more, empty cell.
      if (at === text.length) row.cells.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (at < text.length) {
      at += 1;
      line += 1;
    }
    endRow();
  }
  if (row.cells.length > 0) endRow();
  return rows;
}

/** Joins words with a separator of one letter; it, and the backslash, are escaped inside them. */
export function joinEscaped(words: readonly string[], separator: string, between: string): string {
  return words
    .map((word) => word.replaceAll('\\', '\\\\').replaceAll(separator, `\\${separator}`))
    .join(between);
}

export function splitEscaped(text: string, separator: string): string[] {
  const words = [''];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '\\' && (text[at + 1] === '\\' || text[at + 1] === separator)) {
      at += 1;
      words[words.length - 1] += text[at]!;
    } else if (sign === separator) words.push('');
    else words[words.length - 1] += sign;
  }
  return words.map((word) => word.trim()).filter(Boolean);
}
