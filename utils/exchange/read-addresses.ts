/**
 * The addresses in a list that somebody pasted or a file holds: a line each, anywhere in a line of prose, or in a column of a
 * table. Nothing is judged here (`article/address-list`); a line without any address comes as it is, so that it can be told.
 */
import { readCsv, type CsvRow } from './csv';

export interface ListedAddress {
  text: string;
  title: string;
  line: number;
}

export interface AddressesRead {
  addresses: ListedAddress[];
  blankLines: number;
}

/** Signs at the end of an address in prose are the sentence's, not its own. */
const IN_PROSE = /https?:\/\/[^\s<>"“”|]+?(?=[.,;:!?)\]}»]*(?:[\s<>"“”|]|$)|[,;]https?:)/giu;
const ADDRESS = /^\s*(?:https?|ftp|file|javascript|data|mailto|about|chrome):/i;

/** @param isTable the file says that it is one (`.csv`, `.tsv`); otherwise tabs and heads of columns tell */
export function readAddresses(text: string, isTable = false): AddressesRead {
  const plain = text.replace(/^\ufeff/, '');
  const lines = plain.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const blankLines = lines.filter((line) => line.trim() === '').length;
  const rows = isTable || looksLikeTable(lines) ? readCsv(plain) : null;
  const column = rows && addressColumn(rows);
  if (rows && column !== null) return { addresses: ofColumn(rows, column), blankLines };
  return { addresses: lines.flatMap((line, index) => ofLine(line, index + 1)), blankLines };
}

function ofLine(line: string, number: number): ListedAddress[] {
  const trimmed = line.trim();
  if (trimmed === '') return [];
  const found = [...trimmed.matchAll(IN_PROSE)].map(([text]) => text);
  if (found.length === 0) return [{ text: trimmed, title: '', line: number }];
  const rest =
    found.length === 1 ? trimmed.replace(found[0]!, ' ').replace(/^[\s\d.)–—-]+|[\s.,;:–—-]+$/g, '') : '';
  return found.map((text) => ({ text, title: rest.slice(0, 300), line: number }));
}

/** A spreadsheet pastes tabs; a head names columns and holds no address itself. */
function looksLikeTable(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 50);
  if (filled.length === 0) return false;
  if (filled.filter((line) => line.includes('\t')).length > filled.length / 2) return true;
  const [head] = filled;
  const isHead = !/https?:|[./]{1}\w{2,}\//i.test(head!) && /[,;]/.test(head!);
  return isHead && filled.length > 1 && filled.slice(1).every((line) => /[,;]/.test(line));
}

/** The column with the most addresses; null where there is none at all. */
function addressColumn(rows: CsvRow[]): number | null {
  const counts: number[] = [];
  for (const { cells } of rows)
    for (const [column, cell] of cells.entries())
      if (ADDRESS.test(cell)) counts[column] = (counts[column] ?? 0) + 1;
  const most = Math.max(0, ...Array.from(counts, (count) => count ?? 0));
  return most === 0 ? null : counts.indexOf(most);
}

function ofColumn(rows: CsvRow[], column: number): ListedAddress[] {
  const [head, ...below] = rows;
  const isHead = head !== undefined && !ADDRESS.test(head.cells[column] ?? '');
  const titleColumn = isHead
    ? head.cells.findIndex((cell) => /^(?:title|headline|tiêu đề|tựa|tên bài)/i.test(cell.trim()))
    : -1;
  return (isHead ? below : rows)
    .filter(({ cells }) => (cells[column] ?? '').trim() !== '')
    .map(({ cells, line }) => ({
      text: cells[column]!.trim(),
      title: (cells[titleColumn] ?? '').trim().slice(0, 300),
      line,
    }));
}
