/** Whole numbers in as few bytes as they need, 7 bits in each, the lowest first; up to 2^53. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.length + more, 2 * this.#bytes.length));
    wider.set(this.#bytes);
    this.#bytes = wider;
  }

  number(value: number): void {
    this.#room(8);
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.length++] = rest;
  }

  /** Negative ones too. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Exactly what was written, without the room left. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

/** Reads what a `ByteWriter` wrote. @throws RangeError where the bytes end too early */
export class ByteReader {
  at = 0;

  constructor(readonly source: Uint8Array) {}

  number(): number {
    const { source } = this;
    let byte = source[this.at++];
    if (byte === undefined) throw new RangeError('bytes end too early');
    if (byte < 128) return byte;
    let value = byte & 127;
    let weight = 128;
    do {
      byte = source[this.at++];
      if (byte === undefined) throw new RangeError('bytes end too early');
      value += (byte & 127) * weight;
      weight *= 128;
    } while (byte >= 128);
    return value;
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  bytes(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.source.length) throw new RangeError('bytes end too early');
    const bytes = this.source.subarray(this.at, end);
    this.at = end;
    return bytes;
  }

  /** All that is left. */
  rest(): Uint8Array {
    return this.bytes(this.source.length - this.at);
  }
}
