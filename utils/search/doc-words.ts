/**
 * The words of one document, as the search index takes them: each once, with how it is written there, whether the title has
 * it, and its places. Places count words; a new block (a line) leaves one place free, so that no phrase reaches across.
 * Every article that is saved goes through here: what is known of a word is remembered from text to text.
 */
import { ByteWriter } from './byte-list';
import { eachWord, type KnownWord } from './tokens';

export interface DocWord {
  folded: string;
  /** The ways it is written: `đường` and `dương` are both *duong*. */
  written: string[];
  inTitle: boolean;
  /** Ascending. */
  places: number[];
}

/** Longer texts are indexed up to here; about 500 pages of a book. */
export const MOST_PLACES = 250_000;
/** Bytes of an offset in the row of a document. */
export const OFFSET_BYTES = 3;
const MOST_REMEMBERED = 60_000;

/** A word while a document is read: its places are a chain through `following`. */
interface Gathered {
  folded: string;
  /** With its length before it. */
  name: Uint8Array;
  /** Of its first letters: words are sorted by it, and by all their letters where it is the same. */
  order: number;
  ways: PackedWord[];
  inTitle: boolean;
  count: number;
  first: number;
  last: number;
}

/** What is remembered of a way of writing a word. */
export interface PackedWord {
  /** What is remembered is forgotten together. */
  era: number;
  gathered: Gathered;
  written: string;
  /** How it is written, as bytes; a lone 0 where it is as folded. */
  form: Uint8Array;
}

let era = 0;
const byFolded = new Map<string, Gathered>();
let following = new Int32Array(4_096);

function asBytes(text: string): Uint8Array {
  const writer = new ByteWriter();
  writer.text(text);
  return writer.finish();
}

const ORDER_LETTERS = 5;
/** Places in the list of a document's words, beside the order in one exact number. */
const MOST_WORDS = 2 ** 18;

/** Plain letters, seven bits each; behind the first other one nothing is told. */
function orderOf(word: string): number {
  let order = 0;
  let isPlain = true;
  for (let at = 0; at < ORDER_LETTERS; at += 1) {
    const unit = isPlain && at < word.length ? word.charCodeAt(at) : 0;
    if (unit > 126) isPlain = false;
    order = order * 128 + Math.min(127, unit);
  }
  return order;
}

function know(word: KnownWord): PackedWord {
  const { folded, written } = word;
  let gathered = byFolded.get(folded);
  if (!gathered) {
    gathered = {
      folded,
      name: asBytes(folded),
      order: orderOf(folded),
      ways: [],
      inTitle: false,
      count: 0,
      first: 0,
      last: 0,
    };
    byFolded.set(folded, gathered);
  }
  word.packed = { era, gathered, written, form: asBytes(written === folded ? '' : written) };
  return word.packed;
}

/**
 * Layout: places, number of words, for each word the offset of its entry, then the entries, sorted by word (UTF-16 order).
 * @param blocks in their order; the first is the title
 */
export function packDoc(blocks: readonly string[]): Uint8Array {
  if (byFolded.size > MOST_REMEMBERED) {
    byFolded.clear();
    era += 1;
  }
  const words: Gathered[] = [];
  let place = 0;
  for (const [at, block] of blocks.entries()) {
    eachWord(block, (word) => {
      if (place >= MOST_PLACES) return;
      const packed = word.packed?.era === era ? word.packed : know(word);
      const { gathered } = packed;
      if (gathered.count === 0) {
        words.push(gathered);
        gathered.first = place;
      } else follow(gathered.last, place);
      gathered.last = place;
      gathered.count += 1;
      if (at === 0) gathered.inTitle = true;
      if (!gathered.ways.includes(packed)) gathered.ways.push(packed);
      place += 1;
    });
    place += 1;
  }
  return pack(inOrder(words), place);
}

function follow(place: number, next: number): void {
  if (place >= following.length) {
    const larger = new Int32Array(2 * place);
    larger.set(following);
    following = larger;
  }
  following[place] = next;
}

function inOrder(words: readonly Gathered[]): Gathered[] {
  const keys = new Float64Array(words.length);
  for (let at = 0; at < keys.length; at += 1) keys[at] = words[at]!.order * MOST_WORDS + at;
  keys.sort();
  const sorted: Gathered[] = [];
  for (const key of keys) {
    const word = words[key % MOST_WORDS]!;
    let at = sorted.length;
    while (at > 0 && sorted[at - 1]!.order === word.order && sorted[at - 1]!.folded > word.folded) {
      sorted[at] = sorted[at - 1]!;
      at -= 1;
    }
    sorted[at] = word;
  }
  return sorted;
}

/** Bytes of the number at most. */
const LONGEST_NUMBER = 5;

/** Each article saved comes through here: bytes are written one by one, since they are few at a time. */
function pack(words: readonly Gathered[], length: number): Uint8Array {
  let room = 2 * LONGEST_NUMBER;
  for (const { name, ways, count } of words) {
    room += OFFSET_BYTES + name.length + (2 + count) * LONGEST_NUMBER;
    for (const { form } of ways) room += form.length;
  }
  const bytes = new Uint8Array(room);
  let at = 0;
  const number = (value: number) => {
    let left = value;
    for (; left > 127; left >>>= 7) bytes[at++] = (left & 127) | 128;
    bytes[at++] = left;
  };
  const copy = (some: Uint8Array) => {
    for (let n = 0; n < some.length; n += 1) bytes[at++] = some[n]!;
  };
  number(length);
  number(words.length);
  let offsets = at;
  at += words.length * OFFSET_BYTES;
  const entries = at;
  for (const word of words) {
    const offset = at - entries;
    bytes[offsets++] = offset >>> 16;
    bytes[offsets++] = offset >>> 8;
    bytes[offsets++] = offset;
    copy(word.name);
    const ways = apart(word.ways);
    number(ways.length * 2 + (word.inTitle ? 1 : 0));
    for (const { form } of ways) copy(form);
    number(word.count);
    let before = 0;
    let place = word.first;
    for (let left = word.count; left > 0; left -= 1) {
      number(place - before);
      before = place;
      place = following[place]!;
    }
    word.ways = [];
    word.inTitle = false;
    word.count = 0;
  }
  return bytes.slice(0, at);
}

/** Upper and lower case came as two ways of writing and are one. */
function apart(ways: PackedWord[]): readonly PackedWord[] {
  if (ways.length === 1) return ways;
  return ways.filter(
    (one, at) => at === 0 || ways.findIndex((other) => other.written === one.written) === at,
  );
}
