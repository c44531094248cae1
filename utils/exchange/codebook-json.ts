/** The codebook as our own JSON: everything that is written on a code, one code a line, the same codebook the same bytes. */
import * as v from 'valibot';
import { canonicalJson } from '@/utils/text/canonical-json';
import {
  cleanColour,
  cleanLine,
  cleanText,
  cleanValueList,
  CodebookFileError,
  MOST_CODES,
  settleParents,
  type CodeEntry,
} from './codebook-entry';

const CODEBOOK_FORMAT = 'pressmark-codebook';
const CODEBOOK_FORMAT_VERSION = 1;

const text = v.optional(v.string(), '');

const codeSchema = v.object({
  id: v.optional(v.nullable(v.string()), null),
  parentId: v.optional(v.nullable(v.string()), null),
  name: v.string(),
  colour: text,
  definition: text,
  include: text,
  exclude: text,
  example: text,
  values: v.optional(v.array(v.string()), []),
  shortcut: v.optional(v.nullable(v.string()), null),
  memo: text,
});

const fileSchema = v.object({
  format: v.literal(CODEBOOK_FORMAT),
  formatVersion: v.number(),
  codes: v.pipe(v.array(codeSchema), v.maxLength(MOST_CODES)),
});

export function writeCodebookJson(name: string, entries: readonly CodeEntry[]): string {
  const lines = entries.map(({ parent, ...entry }) =>
    canonicalJson({ ...entry, parentId: parent === null ? null : entries[parent]!.id }),
  );
  const head = `{"format":"${CODEBOOK_FORMAT}","formatVersion":${CODEBOOK_FORMAT_VERSION},"name":${JSON.stringify(name)},\n`;
  return `${head}"codes":[${lines.map((line) => `\n${line}`).join(',')}\n]}\n`;
}

/** @throws CodebookFileError badJson, notCodebook, newerFormat, noCodes */
export function readCodebookJson(source: string): CodeEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw new CodebookFileError('badJson');
  }
  const parsed = v.safeParse(fileSchema, value);
  if (!parsed.success) throw new CodebookFileError('notCodebook');
  if (parsed.output.formatVersion > CODEBOOK_FORMAT_VERSION) throw new CodebookFileError('newerFormat');
  const codes = parsed.output.codes.filter(({ name }) => cleanLine(name));
  if (codes.length === 0) throw new CodebookFileError('noCodes');
  const places = new Map(codes.map(({ id }, index) => [id, index]));
  return settleParents(
    codes.map((code) => ({
      id: code.id,
      parent: code.parentId === null ? null : (places.get(code.parentId) ?? null),
      name: cleanLine(code.name),
      colour: cleanColour(code.colour),
      definition: cleanText(code.definition),
      include: cleanText(code.include),
      exclude: cleanText(code.exclude),
      example: cleanText(code.example),
      values: cleanValueList(code.values),
      shortcut: code.shortcut ? cleanLine(code.shortcut, 3) || null : null,
      memo: cleanText(code.memo),
    })),
  );
}
