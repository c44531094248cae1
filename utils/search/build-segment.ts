/** Documents' words merged into a segment: for each word the documents that have it, how often, how written, and what stands beside it. */
import { BitWriter } from './bits';
import { ByteWriter } from './byte-list';
import { gatherWords, type GatheredWord, type PackedRow } from './gather-words';
import { pairsOf, type Neighbour, type Neighbours } from './gather-pairs';
import { writeList } from './number-list';
import { writeSmall } from './small-code';
import {
  beginningOfKey,
  groupOf,
  groupsFor,
  INLINE_PAIRS,
  LEAST_TABLE,
  MOST_SHARED,
  namesCode,
  OWN_ROW_SHARE,
  ownKey,
  pairsKept,
  type PairsKept,
  sharedKey,
  stepsFor,
  Ways,
} from './segment-format';

export interface SegmentRow {
  key: string;
  bytes: Uint8Array;
}

export interface BuiltSegment {
  /** Numbers of the documents, ascending. */
  docs: Uint32Array;
  /** Places each of them uses, at most 65,535. */
  lengths: Uint16Array;
  postings: SegmentRow[];
  pairs: SegmentRow[];
}

/**
 * @param packed rows of the tail, ascending by document
 * @param rest called now and then, so that a long merge does not block; may be slow
 */
export async function buildSegment(
  segment: number,
  packed: readonly PackedRow[],
  rest: () => Promise<void> = async () => {},
): Promise<BuiltSegment> {
  const gathered = await gatherWords(packed, rest);
  const { ranks, of } = await pairsOf(gathered, rest);
  const { names, having, lengths } = gathered;
  const rows = new Map<string, number[]>();
  for (const [number, name] of names.entries()) {
    const isOwn = packed.length >= 64 && having[number]! >= packed.length * OWN_ROW_SHARE;
    const key = isOwn ? ownKey(name, segment) : sharedKey(name, segment);
    const row = rows.get(key);
    if (row) row.push(number);
    else rows.set(key, [number]);
  }
  const built: BuiltSegment = { docs: gathered.docs, lengths, postings: [], pairs: [] };
  for (const [key, numbers] of rows) {
    numbers.sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
    const row = new RowWriter(beginningOfKey(key), packed.length);
    for (const number of numbers) {
      const rank = ranks[number]!;
      const word = gathered.word(number);
      row.add(word, rank, rank < 0 ? null : of(rank));
    }
    const { bytes, pairs } = row.finish(numbers.length);
    built.postings.push({ key, bytes });
    if (pairs) built.pairs.push({ key, bytes: pairs });
    await rest();
  }
  return built;
}

class RowWriter {
  readonly #head = new ByteWriter();
  readonly #postings = new BitWriter();
  readonly #pairs = new ByteWriter();
  #before: string;

  constructor(
    readonly beginning: string,
    readonly ofDocs: number,
  ) {
    this.#before = beginning;
  }

  add(word: GatheredWord, rank: number, neighbours: Neighbours | null): void {
    const docs = word.ats.length;
    const { sets, setOf } = rankMasks(word.masks);
    const from = this.#postings.length;
    packDocs(this.#postings, word, sets.length > 1 ? setOf : null, this.ofDocs);
    this.#name(word, sets);
    if (!neighbours) return;
    const head = this.#head;
    head.number(rank);
    head.number(this.#postings.length - from);
    const beside = packNeighbours(neighbours, rank, docs, pairsKept(docs, this.ofDocs));
    head.number(beside.length);
    this.#pairs.bytes(beside);
  }

  #name({ folded, written, ats }: GatheredWord, sets: readonly number[]): void {
    const head = this.#head;
    let shared = 0;
    while (
      shared < MOST_SHARED &&
      this.beginning.length + shared < Math.min(folded.length, this.#before.length) &&
      folded.charCodeAt(this.beginning.length + shared) ===
        this.#before.charCodeAt(this.beginning.length + shared)
    )
      shared += 1;
    this.#before = folded;
    const letters = folded.slice(this.beginning.length + shared);
    head.number(letters.length * (MOST_SHARED + 1) + shared);
    head.letters(letters);
    const ways = written.length > 1 ? Ways.Several : written[0] === folded ? Ways.AsFolded : Ways.One;
    head.number(ats.length * 4 + ways);
    if (ways === Ways.One) head.text(written[0]!);
    if (ways !== Ways.Several) return;
    head.number(written.length);
    for (const form of written) head.text(form === folded ? '' : form);
    head.number(sets.length);
    for (const set of sets) head.number(set);
  }

  finish(words: number): { bytes: Uint8Array; pairs: Uint8Array | null } {
    const isInline = this.#pairs.length <= INLINE_PAIRS;
    const all = new ByteWriter(this.#head.length + this.#postings.length + 32);
    all.number(words * 2 + (isInline ? 1 : 0));
    all.number(this.#head.length);
    all.bytes(this.#head.finish());
    const postings = this.#postings.finish();
    if (isInline) all.number(postings.length);
    all.bytes(postings);
    const pairs = this.#pairs.finish();
    if (isInline) all.bytes(pairs);
    return { bytes: all.finish(), pairs: isInline ? null : pairs };
  }
}

/** Sets of ways of writing that occur, the most frequent first, and for each document which of them it has. */
function rankMasks(masks: Uint32Array): { sets: number[]; setOf: Uint16Array } {
  const first = masks[0]!;
  let isOne = true;
  for (let n = 1; isOne && n < masks.length; n += 1) isOne = masks[n] === first;
  if (isOne) return { sets: [first], setOf: new Uint16Array(0) };
  const uses = new Map<number, number>();
  for (const mask of masks) uses.set(mask, (uses.get(mask) ?? 0) + 1);
  const sets = [...uses.keys()].sort((a, b) => uses.get(b)! - uses.get(a)!);
  const rankOf = new Map(sets.map((mask, rank) => [mask, rank]));
  const setOf = new Uint16Array(masks.length);
  for (let n = 0; n < masks.length; n += 1) setOf[n] = rankOf.get(masks[n]!)!;
  return { sets, setOf };
}

function packDocs(
  bits: BitWriter,
  { ats, counts, titles }: GatheredWord,
  setOf: Uint16Array | null,
  ofDocs: number,
): void {
  writeList(bits, ats, ofDocs);
  // For each step those that reach it, among those that reached the one before.
  let reached: number[] | null = null;
  for (const { from } of stepsFor(ats.length, ofDocs)) {
    const before: ArrayLike<number> = reached ?? counts;
    const places: number[] = [];
    const now: number[] = [];
    for (let n = 0; n < before.length; n += 1)
      if (before[n]! >= from) {
        places.push(n);
        now.push(before[n]!);
      }
    writeSome(bits, places, before.length);
    reached = now;
    if (now.length === 0) break;
  }
  if (setOf) writeFew(bits, setOf);
  const titled: number[] = [];
  for (let n = 0; n < titles.length; n += 1) if (titles[n] === 1) titled.push(n);
  writeSome(bits, titled, ats.length);
  bits.align();
}

function writeSome(bits: BitWriter, numbers: ArrayLike<number>, of: number): void {
  bits.gamma(numbers.length + 1);
  writeList(bits, numbers, of);
}

/** A table of codes costs more than it saves where there are few numbers. */
function writeFew(bits: BitWriter, numbers: Uint16Array): void {
  if (numbers.length >= LEAST_TABLE) writeSmall(bits, numbers);
  else for (const number of numbers) bits.gamma(number + 1);
}

/** First what follows the word, then what it follows: neighbours by number, then the lists that the rarest of them share. */
function packNeighbours(
  { after, before }: Neighbours,
  rank: number,
  docs: number,
  kept: PairsKept,
): Uint8Array {
  const bits = new BitWriter();
  for (const side of [after, before]) {
    packNamed(bits, side, rank, docs, kept);
    if (kept.hasRare) packRare(bits, side, docs, kept);
  }
  return bits.finish();
}

function packNamed(
  bits: BitWriter,
  neighbours: readonly Neighbour[],
  ofRank: number,
  docs: number,
  { leastNamed }: PairsKept,
): void {
  const named = neighbours.filter(({ nth }) => nth.length >= leastNamed);
  bits.gamma(named.length + 1);
  const forNames = namesCode(named.length, ofRank);
  let last = -1;
  for (const { rank, nth } of named) {
    bits.rice(rank - last - 1, forNames);
    last = rank;
    bits.gamma(nth.length - leastNamed + 1);
    writeList(bits, nth, docs);
  }
}

function packRare(
  bits: BitWriter,
  neighbours: readonly Neighbour[],
  docs: number,
  { leastNamed }: PairsKept,
): void {
  const groups = groupsFor(docs);
  const shared: Set<number>[] = Array.from({ length: groups }, () => new Set());
  for (const { rank, nth } of neighbours)
    if (nth.length < leastNamed) for (const one of nth) shared[groupOf(rank, groups)]!.add(one);
  for (const group of shared)
    writeSome(
      bits,
      [...group].sort((a, b) => a - b),
      docs,
    );
}
