/** Bytes written one after the other: whole numbers in 7-bit groups, short texts with their length. */
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class ByteWriter {
  #bytes: Uint8Array;
  length = 0;

  /** @param room bytes expected */
  constructor(room = 64) {
    this.#bytes = new Uint8Array(Math.max(16, room));
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }

  /** @param value 0 to 2^32 − 1 */
  number(value: number): void {
    this.#reserve(5);
    let left = value;
    while (left > 127) {
      this.#bytes[this.length] = (left & 127) | 128;
      this.length += 1;
      left = Math.floor(left / 128);
    }
    this.#bytes[this.length] = left;
    this.length += 1;
  }

  text(text: string): void {
    let isPlain = text.length < 128;
    for (let at = 0; isPlain && at < text.length; at += 1) isPlain = text.charCodeAt(at) < 128;
    if (!isPlain) {
      const bytes = encoder.encode(text);
      this.number(bytes.length);
      this.bytes(bytes);
      return;
    }
    this.#reserve(1 + text.length);
    this.#bytes[this.length] = text.length;
    for (let at = 0; at < text.length; at += 1) this.#bytes[this.length + 1 + at] = text.charCodeAt(at);
    this.length += 1 + text.length;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** The letters of a text without its length, for `ByteReader.letters`. */
  letters(text: string): void {
    this.#reserve(5 * text.length);
    for (let at = 0; at < text.length; at += 1) this.number(text.charCodeAt(at));
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }

  text(): string {
    const length = this.number();
    const end = this.at + length;
    let text = '';
    for (let at = this.at; at < end; at += 1) {
      const byte = this.bytes[at]!;
      if (byte > 127) {
        text = decoder.decode(this.bytes.subarray(this.at, end));
        break;
      }
      text += String.fromCharCode(byte);
    }
    this.at = end;
    return text;
  }

  /** What `ByteWriter.letters` wrote. @param count UTF-16 units */
  letters(count: number): string {
    let text = '';
    for (let left = count; left > 0; left -= 1) text += String.fromCharCode(this.number());
    return text;
  }

  /** Passes over a text without reading it. */
  skipText(): void {
    const length = this.number();
    this.at += length;
  }
}
