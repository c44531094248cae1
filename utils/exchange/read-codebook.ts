/** A codebook file of any of the formats, told apart by what is in it, not by its name. */
import { readCodebookCsv } from './codebook-csv';
import {
  CodebookFileError,
  LARGEST_CODEBOOK,
  MOST_CODES,
  type CodebookFormat,
  type CodeEntry,
} from './codebook-entry';
import { readCodebookJson } from './codebook-json';
import { readQdc } from './codebook-qdc';

/** UTF-8, or UTF-16 where a byte order mark says so (Excel's "Unicode text"). */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CodebookFileError('notCodebook');
  }
}

/** @throws CodebookFileError */
export function readCodebook(bytes: Uint8Array): { format: CodebookFormat; entries: CodeEntry[] } {
  if (bytes.length > LARGEST_CODEBOOK) throw new CodebookFileError('tooLarge');
  const text = decode(bytes);
  // A zip, a picture: no text has this letter.
  if (text.includes('\0')) throw new CodebookFileError('notCodebook');
  const first = text.trimStart()[0];
  const format = first === '{' || first === '[' ? 'json' : first === '<' ? 'qdc' : 'csv';
  const read = { json: readCodebookJson, csv: readCodebookCsv, qdc: readQdc }[format];
  const entries = read(text);
  if (entries.length > MOST_CODES) throw new CodebookFileError('tooLarge');
  return { format, entries };
}
