/** A set of documents by number: a bit for each. 100,000 articles are 12.5 kB, and `and`, `or`, `without` take microseconds. */
export class DocSet {
  readonly words: Uint32Array;

  /** @param size one more than the highest number that can be in it */
  constructor(
    readonly size: number,
    words?: Uint32Array,
  ) {
    this.words = words ?? new Uint32Array((size + 31) >>> 5);
  }

  /** All numbers below `size`. */
  static full(size: number): DocSet {
    const set = new DocSet(size);
    set.words.fill(0xffffffff);
    const over = size & 31;
    if (over > 0) set.words[set.words.length - 1] = 2 ** over - 1;
    return set;
  }

  static of(size: number, docs: Iterable<number>): DocSet {
    const set = new DocSet(size);
    for (const doc of docs) set.add(doc);
    return set;
  }

  /** Numbers from `size` on are not kept: they are no articles. */
  add(doc: number): void {
    if (doc < this.size) this.words[doc >>> 5]! |= 1 << (doc & 31);
  }

  delete(doc: number): void {
    if (doc < this.size) this.words[doc >>> 5]! &= ~(1 << (doc & 31));
  }

  has(doc: number): boolean {
    return doc < this.size && (this.words[doc >>> 5]! & (1 << (doc & 31))) !== 0;
  }

  and(other: DocSet): DocSet {
    return this.#joined(other, (a, b) => a & b);
  }

  or(other: DocSet): DocSet {
    return this.#joined(other, (a, b) => a | b);
  }

  without(other: DocSet): DocSet {
    return this.#joined(other, (a, b) => a & ~b);
  }

  #joined(other: DocSet, join: (a: number, b: number) => number): DocSet {
    const joined = new DocSet(this.size);
    for (let at = 0; at < joined.words.length; at += 1)
      joined.words[at] = join(this.words[at]!, other.words[at] ?? 0);
    return joined;
  }

  get count(): number {
    let count = 0;
    for (let word of this.words) {
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
    }
    return count;
  }

  get isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  /** The numbers in it, in order. */
  toArray(): Uint32Array {
    const docs = new Uint32Array(this.count);
    let at = 0;
    this.forEach((doc) => {
      docs[at] = doc;
      at += 1;
    });
    return docs;
  }

  forEach(visit: (doc: number) => void): void {
    for (let at = 0; at < this.words.length; at += 1) {
      let word = this.words[at]!;
      while (word !== 0) {
        visit((at << 5) + 31 - Math.clz32(word & -word));
        word &= word - 1;
      }
    }
  }
}
