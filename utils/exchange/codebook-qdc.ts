/**
 * The codebook as REFI-QDA `.qdc`, which NVivo, ATLAS.ti, MAXQDA, QualCoder and Taguette read and write. The format has
 * name, colour and one description: what else we keep stands in the description under headings, and is found there again
 * when the file is ours.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  cleanColour,
  cleanLine,
  cleanText,
  cleanValueList,
  CodebookFileError,
  codeEntry,
  entryTree,
  type CodeEntry,
} from './codebook-entry';
import { joinEscaped, splitEscaped } from './csv';
import { readXml, xmlAttribute, XmlError, xmlText, type XmlElement } from './xml';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const ORIGIN = 'Pressmark';
const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

const SECTIONS = ['include', 'exclude', 'example', 'values', 'shortcut', 'memo'] as const;
type Section = (typeof SECTIONS)[number];
const HEADINGS: Record<Section, string> = {
  include: 'Include:',
  exclude: 'Exclude:',
  example: 'Example:',
  values: 'Values:',
  shortcut: 'Shortcut:',
  memo: 'Memo:',
};

/** A code without a UUID for a name (another program's archive) gets the one that its name always gives. */
function guidOf(entry: CodeEntry, index: number): string {
  const own = GUID.exec(entry.id ?? '')?.[1];
  if (own) return own.toLowerCase();
  const hex = bytesToHex(
    sha256(new TextEncoder().encode(`pressmark:code:${entry.id ?? index}:${entry.name}`)),
  );
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A line that looks like one of our headings is set apart by a backslash. */
const escaped = (text: string) =>
  text.replace(/^\\*(?:Include|Exclude|Example|Values|Shortcut|Memo):$/gmu, (line) => `\\${line}`);
const unescaped = (text: string) =>
  text.replace(/^\\(\\*(?:Include|Exclude|Example|Values|Shortcut|Memo):)$/gmu, '$1');

function descriptionOf(entry: CodeEntry): string {
  const said: Record<Section, string> = {
    include: entry.include,
    exclude: entry.exclude,
    example: entry.example,
    values: joinEscaped(entry.values, ';', '; '),
    shortcut: entry.shortcut ?? '',
    memo: entry.memo,
  };
  const sections = SECTIONS.filter((section) => said[section]).map(
    (section) => `${HEADINGS[section]}\n${escaped(said[section])}`,
  );
  return [...(entry.definition ? [escaped(entry.definition)] : []), ...sections].join('\n\n');
}

/** @throws CodebookFileError noCodes: the schema has no empty codebook */
export function writeQdc(entries: readonly CodeEntry[]): string {
  if (entries.length === 0) throw new CodebookFileError('noCodes');
  const nodes = entryTree(entries);
  const lines: string[] = [];
  const write = (index: number, indent: string) => {
    const { entry, children } = nodes[index]!;
    const colour = entry.colour ? ` color="${entry.colour.toUpperCase()}"` : '';
    const head = `${indent}<Code guid="${guidOf(entry, index)}" name="${xmlAttribute(entry.name)}" isCodable="true"${colour}`;
    const description = xmlText(descriptionOf(entry));
    if (!description && children.length === 0) {
      lines.push(`${head}/>`);
      return;
    }
    lines.push(`${head}>`);
    if (description) lines.push(`${indent}  <Description>${description}</Description>`);
    for (const child of children) write(child, `${indent}  `);
    lines.push(`${indent}</Code>`);
  };
  for (const [index, { entry }] of nodes.entries()) if (entry.parent === null) write(index, '    ');
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" origin="${ORIGIN}">`,
    '  <Codes>',
    ...lines,
    '  </Codes>',
    '</CodeBook>',
  ].join('\n')}\n`;
}

function readDescription(text: string, isOurs: boolean): Partial<CodeEntry> {
  if (!isOurs) return { definition: cleanText(text) };
  const found: Partial<Record<Section | 'definition', string[]>> = {};
  let section: Section | 'definition' = 'definition';
  for (const line of text.split('\n')) {
    const heading = SECTIONS.find((one) => HEADINGS[one] === line);
    if (heading) section = heading;
    else (found[section] ??= []).push(line);
  }
  const said = (one: Section | 'definition') => cleanText(unescaped((found[one] ?? []).join('\n')));
  return {
    definition: said('definition'),
    include: said('include'),
    exclude: said('exclude'),
    example: said('example'),
    values: cleanValueList(splitEscaped(said('values'), ';')),
    shortcut: cleanLine(said('shortcut'), 3) || null,
    memo: said('memo'),
  };
}

const child = (element: XmlElement, name: string) => element.children.find((one) => one.name === name);

/** Reads a `.qdc`, also without a namespace or with the one of a project file. @throws CodebookFileError */
export function readQdc(source: string): CodeEntry[] {
  let root: XmlElement;
  try {
    root = readXml(source);
  } catch (error) {
    throw new CodebookFileError('badXml', error instanceof XmlError ? error.line : undefined);
  }
  const book = root.name === 'CodeBook' ? root : child(root, 'CodeBook');
  if (!book || (book.namespace && !book.namespace.startsWith('urn:QDA-XML:')))
    throw new CodebookFileError('notCodebook');
  const isOurs = book.attributes.origin === ORIGIN;
  const entries: CodeEntry[] = [];
  const read = (element: XmlElement, parent: number | null) => {
    const name = cleanLine(element.attributes.name ?? '');
    const index = name
      ? entries.push(
          codeEntry({
            id: GUID.exec(element.attributes.guid ?? '')?.[1]?.toLowerCase() ?? null,
            parent,
            name,
            colour: cleanColour(element.attributes.color ?? ''),
            ...readDescription(child(element, 'Description')?.text ?? '', isOurs),
          }),
        ) - 1
      : parent;
    for (const one of element.children) if (one.name === 'Code') read(one, index);
  };
  for (const one of child(book, 'Codes')?.children ?? []) if (one.name === 'Code') read(one, null);
  if (entries.length === 0) throw new CodebookFileError('noCodes');
  return entries;
}
