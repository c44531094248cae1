/**
 * The words of several documents brought together, word by word. Thousands of documents have millions of words: everything
 * is numbers in flat arrays, and a name is read as text once, not in every document.
 */
import { ByteReader } from './byte-list';
import { OFFSET_BYTES } from './doc-words';
import { MOST_WRITTEN } from './segment-format';

export interface PackedRow {
  doc: number;
  bytes: Uint8Array;
}

/** One word and its documents; lists are as long as it has documents. */
export interface GatheredWord {
  folded: string;
  /** Places of the documents in the segment, ascending. */
  ats: Uint16Array;
  counts: Uint16Array;
  /** A bit for each way of writing. */
  masks: Uint32Array;
  /** 1 where the title has it. */
  titles: Uint8Array;
  written: string[];
}

export interface GatheredWords {
  names: string[];
  /** How many documents have each word. */
  having: Uint32Array;
  docs: Uint32Array;
  lengths: Uint16Array;
  /** For each document its words by number, each once. */
  own: Uint32Array[];
  /** For each document its words by number, plus one, place by place; 0 where a block ends. */
  runs: Uint32Array[];
  word: (number: number) => GatheredWord;
}

/** Texts as bytes, each known by one number. */
class Names {
  readonly texts: string[] = [];
  #slots = new Int32Array(1 << 15).fill(-1);
  #hashes: number[] = [];
  #bytes: Uint8Array[] = [];

  /** The number of the text that stands there, its length before it. */
  of(bytes: Uint8Array, from: number, length: number): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < from + length; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash ^= hash >>> 15;
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const known = this.#slots[slot]!;
      if (known < 0) return this.#learn(bytes.slice(from, from + length), hash, slot);
      if (this.#hashes[known] === hash && this.#isThere(known, bytes, from, length)) return known;
    }
  }

  #isThere(known: number, bytes: Uint8Array, from: number, length: number): boolean {
    const own = this.#bytes[known]!;
    if (own.length !== length) return false;
    for (let at = 0; at < length; at += 1) if (own[at] !== bytes[from + at]) return false;
    return true;
  }

  #learn(own: Uint8Array, hash: number, slot: number): number {
    const number = this.texts.push(new ByteReader(own).text()) - 1;
    this.#bytes.push(own);
    this.#hashes.push(hash);
    this.#slots[slot] = number;
    if (this.texts.length * 2 > this.#slots.length) this.#widen();
    return number;
  }

  #widen(): void {
    const last = this.#slots.length * 2 - 1;
    this.#slots = new Int32Array(last + 1).fill(-1);
    for (const [number, hash] of this.#hashes.entries()) {
      let slot = hash & last;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & last;
      this.#slots[slot] = number;
    }
  }
}

/** Numbers one after the other, as many as come. */
class Column {
  #numbers = new Uint32Array(1 << 16);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length] = number;
    this.length += 1;
  }

  at(place: number): number {
    return this.#numbers[place]!;
  }

  slice(from: number): Uint32Array {
    return this.#numbers.slice(from, this.length);
  }
}

/** Count and title of a word in a document, in one number. */
const MOST_COUNTED = 65_535;

export async function gatherWords(
  packed: readonly PackedRow[],
  rest: () => Promise<void>,
): Promise<GatheredWords> {
  const names = new Names();
  const forms = new Names();
  /** For each word the ways of writing it, by number. */
  const formsOf: number[][] = [];
  const numbers = new Column();
  const facts = new Column();
  const masks = new Column();
  const docs = new Uint32Array(packed.length);
  const lengths = new Uint16Array(packed.length);
  const own: Uint32Array[] = [];
  const runs: Uint32Array[] = [];

  function takeDoc(bytes: Uint8Array): Uint32Array {
    const reader = new ByteReader(bytes);
    const run = new Uint32Array(reader.number());
    let left = reader.number();
    reader.at += left * OFFSET_BYTES;
    for (; left > 0; left -= 1) {
      const number = takeText(names, reader);
      const ways = (formsOf[number] ??= []);
      const head = reader.number();
      let mask = 0;
      for (let turn = head >>> 1; turn > 0; turn -= 1) mask |= 1 << bitOf(ways, takeText(forms, reader));
      const count = reader.number();
      let place = 0;
      for (let turn = count; turn > 0; turn -= 1) {
        place += reader.number();
        run[place] = number + 1;
      }
      numbers.push(number);
      facts.push(Math.min(MOST_COUNTED, count) * 2 + (head & 1));
      masks.push(mask);
    }
    return run;
  }

  for (const [at, { doc, bytes }] of packed.entries()) {
    const first = numbers.length;
    const run = takeDoc(bytes);
    docs[at] = doc;
    lengths[at] = Math.min(65_535, run.length);
    runs.push(run);
    own.push(numbers.slice(first));
    if (at % 16 === 15) await rest();
  }

  const count = names.texts.length;
  const having = new Uint32Array(count);
  for (const some of own) for (const number of some) having[number]! += 1;
  const { starts, places, ats } = byWord(own, having);
  return {
    names: names.texts,
    having,
    docs,
    lengths,
    own,
    runs,
    word(number) {
      const from = starts[number]!;
      const length = having[number]!;
      const word: GatheredWord = {
        folded: names.texts[number]!,
        ats: ats.subarray(from, from + length),
        counts: new Uint16Array(length),
        titles: new Uint8Array(length),
        masks: new Uint32Array(length),
        written: formsOf[number]!.map((form) => forms.texts[form]! || names.texts[number]!),
      };
      for (let n = 0; n < length; n += 1) {
        const place = places[from + n]!;
        const fact = facts.at(place);
        word.counts[n] = fact >>> 1;
        word.titles[n] = fact & 1;
        word.masks[n] = masks.at(place);
      }
      return word;
    },
  };
}

/** Sorted by counting: where each word's part begins, and for each of its documents the place in the columns. */
function byWord(own: readonly Uint32Array[], having: Uint32Array) {
  const starts = new Uint32Array(having.length);
  for (let number = 1; number < having.length; number += 1)
    starts[number] = starts[number - 1]! + having[number - 1]!;
  const next = starts.slice();
  const all = own.reduce((sum, { length }) => sum + length, 0);
  const places = new Uint32Array(all);
  const ats = new Uint16Array(all);
  let place = 0;
  for (const [at, some] of own.entries())
    for (const number of some) {
      const to = next[number]!;
      next[number] = to + 1;
      places[to] = place;
      ats[to] = at;
      place += 1;
    }
  return { starts, places, ats };
}

function takeText(names: Names, reader: ByteReader): number {
  const from = reader.at;
  const length = reader.number();
  reader.at += length;
  return names.of(reader.bytes, from, reader.at - from);
}

/** The last bit stands for all further ways. */
function bitOf(ways: number[], form: number): number {
  const known = ways.indexOf(form);
  if (known >= 0) return known;
  if (ways.length >= MOST_WRITTEN) return MOST_WRITTEN - 1;
  return ways.push(form) - 1;
}
