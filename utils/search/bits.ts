/**
 * Whole numbers in few bits. Rice: quotient in unary, `k` bits of remainder, short where numbers lie around 2^k; gamma:
 * short where most are 1. (Golomb 1966, Rice 1979, Elias 1975.)
 */
const FIRST_BYTES = 16;
/** Longer unary runs are escaped: a wild number costs this many bits and 32 more. */
const LONGEST_UNARY = 24;

export class BitWriter {
  #bytes = new Uint8Array(FIRST_BYTES);
  #at = 0;
  #bits = 0;
  #held = 0;

  /** @param count at most 24 at a time */
  write(value: number, count: number): void {
    if (this.#at + 4 > this.#bytes.length) this.#grow();
    this.#held = (this.#held << count) | (value & ((1 << count) - 1));
    this.#bits += count;
    while (this.#bits >= 8) {
      this.#bits -= 8;
      this.#bytes[this.#at] = this.#held >>> this.#bits;
      this.#at += 1;
    }
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** Fills the byte at work with zeros: what follows begins with a byte. */
  align(): void {
    if (this.#bits > 0) this.write(0, 8 - this.#bits);
  }

  /** @param value 0 or more */
  rice(value: number, k: number): void {
    const quotient = value >>> k;
    if (quotient >= LONGEST_UNARY) {
      this.write(2 ** LONGEST_UNARY - 1, LONGEST_UNARY);
      this.write(value >>> 16, 16);
      this.write(value & 0xffff, 16);
      return;
    }
    if (quotient > 0) this.write(2 ** quotient - 1, quotient);
    this.write(0, 1);
    if (k > 0) this.write(value, k);
  }

  /** @param value 1 or more */
  gamma(value: number): void {
    const length = 31 - Math.clz32(value);
    this.write(0, length);
    this.write(1, 1);
    this.write(value & (2 ** length - 1), length);
  }

  /** Whole bytes written so far, when the last one is full. */
  get length(): number {
    return this.#at + (this.#bits > 0 ? 1 : 0);
  }

  /** The bytes; the last one filled with zeros. */
  finish(): Uint8Array {
    this.align();
    return this.#bytes.slice(0, this.#at);
  }
}

/** Past the end everything is zeros: who reads knows how many numbers there are. */
export class BitReader {
  #at: number;

  /** @param start byte to begin at */
  constructor(
    readonly bytes: Uint8Array,
    start = 0,
  ) {
    this.#at = start * 8;
  }

  /** Goes to the beginning of a byte. */
  seek(byte: number): void {
    this.#at = byte * 8;
  }

  /** The first byte that nothing was read of. */
  get nextByte(): number {
    return (this.#at + 7) >>> 3;
  }

  /** The next 8 bits, left where they are. */
  peek8(): number {
    return this.#window() >>> 24;
  }

  skip(count: number): void {
    this.#at += count;
  }

  /** The next 24 bits or more, at the top of a 32-bit word. */
  #window(): number {
    const byte = this.#at >>> 3;
    const { bytes } = this;
    const word =
      ((bytes[byte] ?? 0) << 24) |
      ((bytes[byte + 1] ?? 0) << 16) |
      ((bytes[byte + 2] ?? 0) << 8) |
      (bytes[byte + 3] ?? 0);
    return word << (this.#at & 7);
  }

  /** @param count at most 24 */
  read(count: number): number {
    if (count === 0) return 0;
    const value = this.#window() >>> (32 - count);
    this.#at += count;
    return value;
  }

  bit(): number {
    const bit = ((this.bytes[this.#at >>> 3] ?? 0) >>> (7 - (this.#at & 7))) & 1;
    this.#at += 1;
    return bit;
  }

  rice(k: number): number {
    const window = this.#window();
    const quotient = Math.clz32(~window);
    if (quotient >= LONGEST_UNARY) {
      this.#at += LONGEST_UNARY;
      return this.read(16) * 65_536 + this.read(16);
    }
    if (quotient + 1 + k <= 24) {
      this.#at += quotient + 1 + k;
      return k === 0 ? quotient : (quotient << k) | ((window << (quotient + 1)) >>> (32 - k));
    }
    this.#at += quotient + 1;
    return quotient * 2 ** k + this.read(k);
  }

  /** Fills `numbers` with ascending ones, written as gaps: what every query waits for, so nothing is called for each. */
  gaps(numbers: Uint16Array, k: number): void {
    const { bytes } = this;
    const safe = bytes.length - 4;
    let at = this.#at;
    let number = -1;
    for (let n = 0; n < numbers.length; n += 1) {
      const byte = at >>> 3;
      let length = 25;
      if (byte <= safe) {
        const word =
          (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!;
        const window = word << (at & 7);
        const quotient = Math.clz32(~window);
        length = quotient + 1 + k;
        if (length <= 24) {
          number += (k === 0 ? quotient : (quotient << k) | ((window << (quotient + 1)) >>> (32 - k))) + 1;
          at += length;
        }
      }
      if (length > 24) {
        this.#at = at;
        number += this.rice(k) + 1;
        at = this.#at;
      }
      numbers[n] = number;
    }
    this.#at = at;
  }

  /**
   * Numbers by a table of what 8 bits can begin with (number × 16 + length of its code), from the n-th on.
   * @returns where it stopped: at the end, or before a code that is not in the table or means `escape`
   */
  lookUp(table: Uint8Array, numbers: Uint32Array, n: number, escape: number): number {
    const { bytes } = this;
    const safe = bytes.length - 2;
    let at = this.#at;
    for (; n < numbers.length; n += 1) {
      const byte = at >>> 3;
      if (byte > safe) break;
      const known = table[(((bytes[byte]! << 8) | bytes[byte + 1]!) >>> (8 - (at & 7))) & 255]!;
      const number = known >>> 4;
      if (known === 0 || number === escape) break;
      at += known & 15;
      numbers[n] = number;
    }
    this.#at = at;
    return n;
  }

  gamma(): number {
    const length = Math.clz32(this.#window());
    this.#at += length;
    return this.read(length + 1);
  }
}

/** The `k` for numbers of this mean. */
export function riceFor(mean: number): number {
  return mean < 1 ? 0 : Math.min(24, Math.max(0, Math.round(Math.log2(mean * Math.LN2 + 1e-9))));
}
