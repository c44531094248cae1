/**
 * The words of one document, as the search index takes them: each once, with how it is written there, whether the title has
 * it, and its places. Places count words; a new block (a line) leaves one place free, so that no phrase reaches across.
 * Every article that is saved goes through here: what is known of a word is remembered from text to text.
 */
import { ByteWriter } from './byte-list';
import { eachWord, type WordForms } from './tokens';

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

interface Gathered {
  folded: string;
  name: Uint8Array;
  written: WordForms[];
  inTitle: boolean;
  places: number[];
}

interface Known {
  gathered: Gathered;
  /** How it is written, as bytes; a lone 0 where it is as folded. */
  form: Uint8Array;
}

const byFolded = new Map<string, Gathered>();
const byForms = new Map<WordForms, Known>();

function asBytes(text: string): Uint8Array {
  const writer = new ByteWriter();
  writer.text(text);
  return writer.finish();
}

function know(forms: WordForms): Known {
  const { folded, written } = forms;
  let gathered = byFolded.get(folded);
  if (!gathered) {
    gathered = { folded, name: asBytes(folded), written: [], inTitle: false, places: [] };
    byFolded.set(folded, gathered);
  }
  const known = { gathered, form: asBytes(written === folded ? '' : written) };
  byForms.set(forms, known);
  return known;
}

/**
 * Layout: places, number of words, for each word the offset of its entry, then the entries, sorted by word (UTF-16 order).
 * @param blocks in their order; the first is the title
 */
export function packDoc(blocks: readonly string[]): Uint8Array {
  if (byForms.size > MOST_REMEMBERED) {
    byForms.clear();
    byFolded.clear();
  }
  const words: Gathered[] = [];
  let place = 0;
  for (const [at, block] of blocks.entries()) {
    eachWord(block, (forms) => {
      if (place >= MOST_PLACES) return;
      const { gathered } = byForms.get(forms) ?? know(forms);
      if (gathered.places.length === 0) words.push(gathered);
      if (!gathered.written.includes(forms)) gathered.written.push(forms);
      if (at === 0) gathered.inTitle = true;
      gathered.places.push(place);
      place += 1;
    });
    place += 1;
  }
  words.sort((a, b) => (a.folded < b.folded ? -1 : 1));
  return pack(words, place);
}

function pack(words: readonly Gathered[], length: number): Uint8Array {
  const entries = new ByteWriter(words.length * 24);
  const offsets = new Uint8Array(words.length * OFFSET_BYTES);
  for (const [at, word] of words.entries()) {
    const offset = entries.length;
    offsets[at * OFFSET_BYTES] = offset >>> 16;
    offsets[at * OFFSET_BYTES + 1] = offset >>> 8;
    offsets[at * OFFSET_BYTES + 2] = offset;
    entries.bytes(word.name);
    packWays(entries, word);
    entries.number(word.places.length);
    let before = 0;
    for (const place of word.places) {
      entries.number(place - before);
      before = place;
    }
    word.written = [];
    word.inTitle = false;
    word.places = [];
  }
  const all = new ByteWriter(entries.length + offsets.length + 10);
  all.number(length);
  all.number(words.length);
  all.bytes(offsets);
  all.bytes(entries.finish());
  return all.finish();
}

/** The ways of writing; upper and lower case came as two and are one. */
function packWays(entries: ByteWriter, { written, inTitle }: Gathered): void {
  const ways = written.filter(
    (one, at) => at === 0 || written.findIndex((other) => other.written === one.written) === at,
  );
  entries.number(ways.length * 2 + (inTitle ? 1 : 0));
  for (const way of ways) entries.bytes(byForms.get(way)!.form);
}
