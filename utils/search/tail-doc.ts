/** The words of a document just saved, as `doc-words.ts` packed them: looked up by halving, merged into a segment later. */
import { ByteReader } from './byte-list';
import { OFFSET_BYTES, type DocWord } from './doc-words';

export class PackedDoc {
  readonly length: number;
  readonly count: number;
  readonly #offsets: number;
  readonly #entries: number;

  constructor(readonly bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    this.length = reader.number();
    this.count = reader.number();
    this.#offsets = reader.at;
    this.#entries = reader.at + this.count * OFFSET_BYTES;
  }

  #entry(at: number): ByteReader {
    const from = this.#offsets + at * OFFSET_BYTES;
    const { bytes } = this;
    const offset = (bytes[from]! << 16) | (bytes[from + 1]! << 8) | bytes[from + 2]!;
    return new ByteReader(bytes, this.#entries + offset);
  }

  /** The first word that is not before `folded`. */
  #lowest(folded: string): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#entry(middle).text() < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  word(at: number): DocWord {
    const reader = this.#entry(at);
    const folded = reader.text();
    const head = reader.number();
    const written: string[] = [];
    for (let turn = head >>> 1; turn > 0; turn -= 1) written.push(reader.text() || folded);
    const places: number[] = [];
    let place = 0;
    for (let turn = reader.number(); turn > 0; turn -= 1) {
      place += reader.number();
      places.push(place);
    }
    return { folded, written, inTitle: (head & 1) === 1, places };
  }

  find(folded: string): DocWord | null {
    const at = this.#lowest(folded);
    if (at === this.count) return null;
    const word = this.word(at);
    return word.folded === folded ? word : null;
  }

  beginningWith(prefix: string): DocWord[] {
    const words: DocWord[] = [];
    for (let at = this.#lowest(prefix); at < this.count; at += 1) {
      const word = this.word(at);
      if (!word.folded.startsWith(prefix)) break;
      words.push(word);
    }
    return words;
  }
}
