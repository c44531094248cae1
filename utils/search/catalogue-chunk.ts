/**
 * The catalogue on disk: what the library filters, counts and sorts by, of up to 128 documents in one row. Promise: the same
 * entries give the same bytes; a chunk can be read without any other.
 */
import { ByteReader, ByteWriter } from './bytes';

/** Documents in a chunk. A save writes its whole chunk again, so it is kept near 10 kB. */
export const CHUNK_SIZE = 128;
const FORMAT = 1;
const LARGEST_COUNT = 0xffff;

export type CatalogueState = 'inbox' | 'kept' | 'bin';
export const STATES: readonly CatalogueState[] = ['inbox', 'kept', 'bin'];

/** What one coder has done with an article: on a blind sample others' work must not be counted. */
export interface CoderWork {
  coderId: string;
  /** Living highlights; those with a comment; those that wait for review in the latest version. */
  annotations: number;
  comments: number;
  reviews: number;
  /** A memo on the article. */
  memos: number;
  /** Codes on the article itself, and on its passages. */
  articleCodes: string[];
  passageCodes: string[];
}

/** An article as the catalogue knows it. */
export interface CatalogueEntry {
  id: string;
  state: CatalogueState;
  /** Its page was seen to say something else than the newest version. */
  isChanged: boolean;
  /** Other outlets print the same story. */
  isElsewhere: boolean;
  /** ms since 1970 */
  savedAt: number;
  /** Minutes since 1970 as printed, whatever the zone; null when not known. */
  published: number | null;
  outlet: string | null;
  language: string | null;
  agency: string | null;
  /** Syllables of the text. */
  words: number;
  versionCount: number;
  /** First 32 bits of the latest version's name: while it stays, what was read from the version stays. */
  versionSum: number;
  /** Pictures of the latest version by what became of them. */
  picturesKept: number;
  picturesPending: number;
  picturesNotAllowed: number;
  picturesRefused: number;
  section: string[];
  authors: string[];
  collections: string[];
  work: CoderWork[];
}

/** Bits that stand above the state: chunks written before there were any have none. */
export const CHANGED = 1;
export const ELSEWHERE = 2;
const STATE_BITS = 2;

const HEX_ID = /^[0-9a-f]{64}$/;

/** Bytes of a chunk; `entries[n]` is the document `n` of it, missing where there is none. */
export function encodeChunk(entries: readonly (CatalogueEntry | undefined)[]): Uint8Array {
  const names = new Names([]);
  const records = new ByteWriter();
  for (const entry of entries) writeRecord(records, entry, names);
  return chunkOf(names, entries.length, records.done());
}

/**
 * A chunk with one more document, which stands behind all that are there; the same bytes as if all had been written anew.
 * @returns null: something stands there or behind it
 * @throws RangeError when the bytes are no chunk
 */
export function appendToChunk(bytes: Uint8Array, slot: number, entry: CatalogueEntry): Uint8Array | null {
  const reader = new ByteReader(bytes);
  const names = new Names(readNames(reader));
  const slots = reader.number();
  if (slots > slot) return null;
  const records = new ByteWriter();
  records.bytes(reader.rest());
  for (let empty = slots; empty < slot; empty += 1) writeRecord(records, undefined, names);
  writeRecord(records, entry, names);
  return chunkOf(names, slot + 1, records.done());
}

/** Names of a chunk, in the order of their first use. */
class Names {
  readonly #numbers: Map<string, number>;

  constructor(readonly all: string[]) {
    this.#numbers = new Map(all.map((name, number) => [name, number]));
  }

  numberOf = (name: string): number => {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    // A name must not hold what parts them.
    if (name.includes('\0')) return this.numberOf(name.replaceAll('\0', ' '));
    this.#numbers.set(name, this.all.length);
    return this.all.push(name) - 1;
  };
}

function chunkOf(names: Names, slots: number, records: Uint8Array): Uint8Array {
  const dictionary = new TextEncoder().encode(names.all.join('\0'));
  const chunk = new ByteWriter();
  chunk.number(FORMAT);
  chunk.number(names.all.length);
  chunk.number(dictionary.length);
  chunk.bytes(dictionary);
  chunk.number(slots);
  chunk.bytes(records);
  return chunk.done();
}

function readNames(reader: ByteReader): string[] {
  if (reader.number() !== FORMAT) throw new RangeError('not a chunk of the catalogue');
  const count = reader.number();
  const text = new TextDecoder().decode(reader.bytes(reader.number()));
  return count === 0 ? [] : text.split('\0');
}

function writeRecord(records: ByteWriter, entry: CatalogueEntry | undefined, { numberOf }: Names): void {
  if (!entry) {
    records.number(0);
    return;
  }
  const orNone = (name: string | null) => (name === null ? 0 : numberOf(name) + 1);
  const lists = listsOf(entry, numberOf);
  const isHex = HEX_ID.test(entry.id);
  records.number(1 + lists.length);
  const marks = (entry.isChanged ? CHANGED : 0) | (entry.isElsewhere ? ELSEWHERE : 0);
  records.number(((marks << STATE_BITS) | STATES.indexOf(entry.state)) * 2 + (isHex ? 1 : 0));
  if (isHex) records.bytes(hexBytes(entry.id));
  else records.number(numberOf(entry.id));
  records.number(entry.savedAt);
  records.number(entry.published === null ? 0 : 1);
  if (entry.published !== null) records.signed(entry.published);
  for (const name of [entry.outlet, entry.language, entry.agency]) records.number(orNone(name));
  records.number(entry.words);
  records.number(entry.versionCount);
  records.number(entry.versionSum);
  const { picturesKept, picturesPending, picturesNotAllowed, picturesRefused } = entry;
  for (const count of [picturesKept, picturesPending, picturesNotAllowed, picturesRefused])
    records.number(Math.min(count, LARGEST_COUNT));
  for (const value of lists) records.number(value);
}

/** The lists of an entry as numbers: each with its length before it. */
function listsOf(entry: CatalogueEntry, numberOf: (name: string) => number): number[] {
  const numbers: number[] = [];
  const list = (names: string[]) => {
    numbers.push(names.length);
    for (const name of names) numbers.push(numberOf(name));
  };
  list(entry.section);
  list(entry.authors);
  list(entry.collections);
  numbers.push(entry.work.length);
  for (const work of entry.work) {
    numbers.push(numberOf(work.coderId));
    for (const count of [work.annotations, work.comments, work.reviews, work.memos])
      numbers.push(Math.min(count, LARGEST_COUNT));
    list(work.articleCodes);
    list(work.passageCodes);
  }
  return numbers;
}

/** One document of a chunk as it is read: names are places in the chunk's own `names`, 0 and one more where there may be none. */
export interface ChunkRecord {
  slot: number;
  state: number;
  /** `CHANGED`, `ELSEWHERE` */
  marks: number;
  /** 32 bytes, or null: then it is a name. */
  id: Uint8Array | null;
  idName: number;
  savedAt: number;
  published: number | null;
  outlet: number;
  language: number;
  agency: number;
  words: number;
  versionCount: number;
  versionSum: number;
  picturesKept: number;
  picturesPending: number;
  picturesNotAllowed: number;
  picturesRefused: number;
  /** How many numbers of its lists follow; the reader stands before them. */
  lists: number;
}

/**
 * Reads a chunk without making an object for each document: `visit` gets the same record each time and reads its lists
 * (`record.lists` numbers) from `reader`.
 * @throws RangeError when the bytes are no chunk
 */
export function readChunk(
  bytes: Uint8Array,
  visit: (record: ChunkRecord, reader: ByteReader, names: string[]) => void,
): string[] {
  const reader = new ByteReader(bytes);
  const names = readNames(reader);
  const slots = reader.number();
  const record = {} as ChunkRecord;
  for (let slot = 0; slot < slots; slot += 1) {
    const length = reader.number();
    if (length === 0) continue;
    const head = reader.number();
    record.slot = slot;
    record.state = (head >> 1) & (2 ** STATE_BITS - 1);
    record.marks = head >> (1 + STATE_BITS);
    record.id = head & 1 ? reader.bytes(32) : null;
    record.idName = head & 1 ? 0 : reader.number();
    record.savedAt = reader.number();
    record.published = reader.number() === 0 ? null : reader.signed();
    record.outlet = reader.number();
    record.language = reader.number();
    record.agency = reader.number();
    record.words = reader.number();
    record.versionCount = reader.number();
    record.versionSum = reader.number();
    record.picturesKept = reader.number();
    record.picturesPending = reader.number();
    record.picturesNotAllowed = reader.number();
    record.picturesRefused = reader.number();
    record.lists = length - 1;
    visit(record, reader, names);
  }
  return names;
}

/** The entries of a chunk, to change some and write it again. @throws RangeError when the bytes are no chunk */
export function decodeChunk(bytes: Uint8Array): (CatalogueEntry | undefined)[] {
  const entries: (CatalogueEntry | undefined)[] = [];
  readChunk(bytes, (record, reader, names) => {
    const orNone = (place: number) => (place === 0 ? null : names[place - 1]!);
    const list = () => Array.from({ length: reader.number() }, () => names[reader.number()]!);
    const entry: CatalogueEntry = {
      id: record.id ? hexOf(record.id) : names[record.idName]!,
      state: STATES[record.state]!,
      isChanged: (record.marks & CHANGED) !== 0,
      isElsewhere: (record.marks & ELSEWHERE) !== 0,
      savedAt: record.savedAt,
      published: record.published,
      outlet: orNone(record.outlet),
      language: orNone(record.language),
      agency: orNone(record.agency),
      words: record.words,
      versionCount: record.versionCount,
      versionSum: record.versionSum,
      picturesKept: record.picturesKept,
      picturesPending: record.picturesPending,
      picturesNotAllowed: record.picturesNotAllowed,
      picturesRefused: record.picturesRefused,
      section: list(),
      authors: list(),
      collections: list(),
      work: Array.from({ length: reader.number() }, () => ({
        coderId: names[reader.number()]!,
        annotations: reader.number(),
        comments: reader.number(),
        reviews: reader.number(),
        memos: reader.number(),
        articleCodes: list(),
        passageCodes: list(),
      })),
    };
    while (entries.length < record.slot) entries.push(undefined);
    entries.push(entry);
  });
  return entries;
}

function hexBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let at = 0; at < 32; at += 1)
    bytes[at] = (digitOf(hex.charCodeAt(2 * at)) << 4) | digitOf(hex.charCodeAt(2 * at + 1));
  return bytes;
}

/** `0`–`9` are 48 and more, `a`–`f` 97 and more. */
const digitOf = (unit: number) => (unit < 58 ? unit - 48 : unit - 87);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte]!;
  return hex;
}
