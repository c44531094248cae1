/** The list of pages to extract, read strictly: a bad line becomes an error line of the output, never a crash. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface ListLine {
  id: string;
  file: string;
  url: string;
}

export type ParsedLine = { ok: true; line: ListLine } | { ok: false; id: string; error: string };

export function readList(list: string): ParsedLine[] {
  return readFileSync(list, 'utf8')
    .split('\n')
    .flatMap((text, index) => (text.trim() ? [parseLine(text, index + 1, path.dirname(list))] : []));
}

function parseLine(text: string, number: number, folder: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, id: `line ${number}`, error: 'this line is not JSON' };
  }
  const { id, file, url } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof file !== 'string' || typeof url !== 'string')
    return {
      ok: false,
      id: typeof id === 'string' ? id : `line ${number}`,
      error: 'id, file and url must be strings',
    };
  if (!URL.canParse(url) || !/^https?:/.test(url))
    return { ok: false, id, error: `not a web address: ${url}` };
  return { ok: true, line: { id, file: path.resolve(folder, file), url } };
}

export function readOptions(argv: string[]): { list: string; out: string } {
  const value = (name: string) => {
    const at = argv.indexOf(name);
    return at < 0 ? undefined : argv[at + 1];
  };
  const list = value('--list');
  const out = value('--out');
  if (list === undefined || out === undefined)
    throw new Error('Usage: npm run extract -- --list LIST.jsonl --out OUT.jsonl');
  return { list, out };
}
