/**
 * The catalogue in memory: columns over doc numbers, for filtering, counting and sorting 100,000 articles in milliseconds.
 * Promise: no object for an article; what others did on an article of an unfinished blind sample is not to be seen through it.
 */
import { CHUNK_SIZE, STATES, hexOf, readChunk, type CatalogueState } from './catalogue-chunk';
import { DocSet } from './doc-set';

/** Lists of an article whose members are names. */
export type ListKind = 'section' | 'author' | 'collection';
/** What coders did; seen as far as `sight` allows. */
export type WorkKind = 'code' | 'tag' | 'coder';
export type SingleKind = 'outlet' | 'language' | 'agency';
export type NameKind = SingleKind | ListKind | WorkKind;

/** How much has been done on an article, as far as it may be seen. */
export interface WorkCounts {
  annotations: number;
  comments: number;
  reviews: number;
  memos: number;
}

/** `published` of an article without a date. */
export const NO_DATE = -(2 ** 31);

interface LoadedChunk {
  at: number;
  /** Lists of its documents one after the other, as `catalogue-chunk` writes them; names by place in `names`. */
  lists: Uint16Array;
  /** Place in the chunk's dictionary → number of the name in the catalogue. */
  names: Uint32Array;
}

export class Catalogue {
  /** All names by number: outlets, authors, ids of codes, coders, collections. Number 0 is none. */
  readonly names: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly #chunks: (LoadedChunk | undefined)[] = [];
  #capacity = 0;
  #ids = new Uint8Array(0);
  /** Number of the name that is the id, where it is no hash. */
  #idNames = new Map<number, string>();
  #here = new DocSet(0);
  #inState = { revision: -1, sets: new Map<CatalogueState, DocSet>() };
  #listAt = new Uint32Array(0);
  states = new Uint8Array(0);
  /** Bits: `CHANGED`, `ELSEWHERE`. */
  marks = new Uint8Array(0);
  saved = new Float64Array(0);
  /** Minutes since 1970 as printed, `NO_DATE` without. */
  published = new Int32Array(0);
  outlets = new Uint32Array(0);
  languages = new Uint32Array(0);
  agencies = new Uint32Array(0);
  words = new Uint32Array(0);
  versions = new Uint16Array(0);
  /** Four counts of pictures: kept, pending, not allowed, refused. */
  pictures = new Uint8Array(0);
  /** The last writing of a chunk that it has seen. */
  lastAt = 0;
  /** Grows with every change, so that what was computed from it is known to be old. */
  revision = 0;
  #sight: { coder: number; closed: DocSet } = { coder: -1, closed: new DocSet(0) };

  /** One more than the highest number a document can have. */
  get size(): number {
    return this.#capacity;
  }

  /** All articles. */
  get here(): DocSet {
    return this.#here;
  }

  /** Number of a name, 0 when no article has it. */
  numberOf(name: string): number {
    return this.#numbers.get(name) ?? 0;
  }

  #intern(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.names.push(name);
    this.#numbers.set(name, this.names.length - 1);
    return this.names.length - 1;
  }

  #numbersOf(names: readonly string[]): Uint32Array {
    const numbers = new Uint32Array(names.length);
    for (let place = 0; place < names.length; place += 1) numbers[place] = this.#intern(names[place]!);
    return numbers;
  }

  #grow(chunks: number): void {
    const capacity = chunks * CHUNK_SIZE;
    if (capacity <= this.#capacity) return;
    // Room for some more, so that the articles of a day do not move everything each time.
    this.#capacity = capacity + 4 * CHUNK_SIZE;
    const wider = <Column extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
      column: Column,
      each = 1,
    ): Column => {
      const Kind = column.constructor as new (length: number) => Column;
      const next = new Kind(this.#capacity * each);
      next.set(column);
      return next;
    };
    this.#ids = wider(this.#ids, 32);
    this.#listAt = wider(this.#listAt);
    this.states = wider(this.states);
    this.marks = wider(this.marks);
    this.saved = wider(this.saved);
    this.published = wider(this.published);
    this.outlets = wider(this.outlets);
    this.languages = wider(this.languages);
    this.agencies = wider(this.agencies);
    this.words = wider(this.words);
    this.versions = wider(this.versions);
    this.pictures = wider(this.pictures, 4);
    const here = new DocSet(this.#capacity);
    here.words.set(this.#here.words);
    this.#here = here;
    const closed = new DocSet(this.#capacity);
    closed.words.set(this.#sight.closed.words);
    this.#sight = { ...this.#sight, closed };
  }

  /** Takes in chunks that were written. @throws RangeError when one is damaged; the others are in */
  put(rows: readonly { chunk: number; at: number; bytes: Uint8Array }[]): void {
    if (rows.length === 0) return;
    this.#grow(1 + Math.max(...rows.map(({ chunk }) => chunk)));
    const here = new DocSet(this.#capacity, this.#here.words.slice());
    let damaged: unknown = null;
    for (const { chunk, at, bytes } of rows)
      try {
        this.lastAt = Math.max(this.lastAt, at);
        this.#read(chunk, at, bytes, here);
      } catch (error) {
        damaged = error;
      }
    // A new set each time: who holds the old one keeps what was.
    this.#here = here;
    this.revision += 1;
    if (damaged) throw damaged;
  }

  #read(chunk: number, at: number, bytes: Uint8Array, here: DocSet): void {
    const base = chunk * CHUNK_SIZE;
    for (let doc = base; doc < base + CHUNK_SIZE; doc += 1) here.delete(doc);
    let count = 0;
    let numbers: Uint32Array | null = null;
    const names = readChunk(bytes, (record, reader, dictionary) => {
      numbers ??= this.#numbersOf(dictionary);
      const doc = base + record.slot;
      here.add(doc);
      if (record.id) this.#ids.set(record.id, doc * 32);
      else this.#idNames.set(doc, dictionary[record.idName]!);
      this.states[doc] = record.state;
      this.marks[doc] = record.marks;
      this.saved[doc] = record.savedAt;
      this.published[doc] = record.published ?? NO_DATE;
      this.outlets[doc] = record.outlet === 0 ? 0 : numbers[record.outlet - 1]!;
      this.languages[doc] = record.language === 0 ? 0 : numbers[record.language - 1]!;
      this.agencies[doc] = record.agency === 0 ? 0 : numbers[record.agency - 1]!;
      this.words[doc] = record.words;
      this.versions[doc] = record.versionCount;
      this.pictures[4 * doc] = Math.min(255, record.picturesKept);
      this.pictures[4 * doc + 1] = Math.min(255, record.picturesPending);
      this.pictures[4 * doc + 2] = Math.min(255, record.picturesNotAllowed);
      this.pictures[4 * doc + 3] = Math.min(255, record.picturesRefused);
      this.#listAt[doc] = count;
      if (count + record.lists > scratch.length) {
        const wider = new Uint16Array(2 * (count + record.lists));
        wider.set(scratch);
        scratch = wider;
      }
      for (let left = record.lists; left > 0; left -= 1) scratch[count++] = reader.number();
    });
    this.#chunks[chunk] = {
      at,
      lists: scratch.slice(0, count),
      names: numbers ?? this.#numbersOf(names),
    };
  }

  idOf(doc: number): string {
    return this.#idNames.get(doc) ?? hexOf(this.#ids.subarray(32 * doc, 32 * doc + 32));
  }

  /** When the chunk of a document was written: rows read before are old. */
  writtenAt(doc: number): number {
    return this.#chunks[Math.floor(doc / CHUNK_SIZE)]?.at ?? 0;
  }

  /** Documents of these articles; those it does not know are left out. One pass over all numbers. */
  docsOf(ids: Iterable<string>): DocSet {
    const wanted = new Set(ids);
    const found = new DocSet(this.#capacity);
    if (wanted.size === 0) return found;
    // Most are told apart by their first bytes, without spelling them.
    const heads = new Set([...wanted].map((id) => Number.parseInt(id.slice(0, 6), 16)));
    this.#here.forEach((doc) => {
      const at = 32 * doc;
      const head = (this.#ids[at]! << 16) | (this.#ids[at + 1]! << 8) | this.#ids[at + 2]!;
      if ((heads.has(head) || this.#idNames.has(doc)) && wanted.has(this.idOf(doc))) found.add(doc);
    });
    return found;
  }

  /** The number of an article, or -1. */
  docOf(id: string): number {
    return this.docsOf([id]).toArray()[0] ?? -1;
  }

  stateOf(doc: number): CatalogueState {
    return STATES[this.states[doc]!]!;
  }

  /** The same set until something changes: it is asked for at every key. Not to be written to. */
  inState(state: CatalogueState): DocSet {
    if (this.#inState.revision !== this.revision)
      this.#inState = { revision: this.revision, sets: new Map() };
    const { sets } = this.#inState;
    const known = sets.get(state);
    if (known) return known;
    const wanted = STATES.indexOf(state);
    const found = this.where((doc) => this.states[doc] === wanted);
    sets.set(state, found);
    return found;
  }

  /** Documents for which it holds. */
  where(holds: (doc: number) => boolean): DocSet {
    const found = new DocSet(this.#capacity);
    this.#here.forEach((doc) => {
      if (holds(doc)) found.add(doc);
    });
    return found;
  }

  /** Who looks, and on which articles others' work is hidden from them. */
  look(coderId: string, closed: Iterable<string>): void {
    this.#sight = { coder: this.#intern(coderId), closed: this.docsOf(closed) };
    this.revision += 1;
  }

  /** Numbers of names by document, of what an article has one of at most; null for lists. */
  columnOf(kind: NameKind): Uint32Array | null {
    if (kind === 'outlet') return this.outlets;
    if (kind === 'language') return this.languages;
    return kind === 'agency' ? this.agencies : null;
  }

  /** Calls `visit` with each name of a list, by number. A name may come more than once (two coders, one code). */
  eachName(kind: NameKind, doc: number, visit: (name: number) => void): void {
    const column = this.columnOf(kind);
    if (column) return visit(column[doc]!);
    const chunk = this.#chunks[Math.floor(doc / CHUNK_SIZE)];
    if (!chunk) return undefined;
    const { lists, names } = chunk;
    let at = this.#listAt[doc]!;
    for (const list of LISTS) {
      const end = at + 1 + lists[at]!;
      if (list === kind) {
        for (at += 1; at < end; at += 1) visit(names[lists[at]!]!);
        return undefined;
      }
      at = end;
    }
    this.#eachWork(doc, chunk, at, (coder, from) => {
      if (kind === 'coder') return visit(coder);
      const ownEnd = from + 5 + lists[from + 4]!;
      for (let place = from + 5; place < ownEnd; place += 1) visit(names[lists[place]!]!);
      const end = ownEnd + 1 + lists[ownEnd]!;
      if (kind === 'code') for (let place = ownEnd + 1; place < end; place += 1) visit(names[lists[place]!]!);
      return undefined;
    });
    return undefined;
  }

  /** `visit` gets the coder and the place of their four counts, after which their two lists of codes stand. */
  #eachWork(
    doc: number,
    { lists, names }: LoadedChunk,
    start: number,
    visit: (coder: number, from: number) => void,
  ): void {
    const isClosed = this.#sight.closed.has(doc);
    let at = start + 1;
    for (let left = lists[start]!; left > 0; left -= 1) {
      const coder = names[lists[at]!]!;
      if (!isClosed || coder === this.#sight.coder) visit(coder, at + 1);
      at += 5;
      at += 1 + lists[at]!;
      at += 1 + lists[at]!;
    }
  }

  workOf(doc: number): WorkCounts {
    const counts = { annotations: 0, comments: 0, reviews: 0, memos: 0 };
    const chunk = this.#chunks[Math.floor(doc / CHUNK_SIZE)];
    if (!chunk) return counts;
    const { lists } = chunk;
    let at = this.#listAt[doc]!;
    for (let list = 0; list < LISTS.length; list += 1) at += 1 + lists[at]!;
    this.#eachWork(doc, chunk, at, (_, from) => {
      counts.annotations += lists[from]!;
      counts.comments += lists[from + 1]!;
      counts.reviews += lists[from + 2]!;
      counts.memos += lists[from + 3]!;
    });
    return counts;
  }
}

/** Where the lists of a chunk are read into before their length is known. */
let scratch = new Uint16Array(8_192);

const LISTS: readonly ListKind[] = ['section', 'author', 'collection'];
