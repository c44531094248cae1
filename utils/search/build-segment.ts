/** Documents' words merged into a segment: for each word the documents that have it, how often, how written, and where. */
import { BitWriter, riceFor } from './bits';
import { ByteWriter } from './byte-list';
import {
  beginningOfKey,
  coarsenessFor,
  INLINE_POSITIONS,
  MOST_WRITTEN,
  OWN_ROW_SHARE,
  ownKey,
  placesCode,
  POSITIONS_STEP,
  sharedKey,
  titlesCode,
} from './segment-format';
import { PackedDoc } from './tail-doc';

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
  positions: SegmentRow[];
}

/** All that is known of one word while a segment is built. */
interface Gathered {
  /** Place of the document in the segment. */
  docs: number[];
  counts: number[];
  /** Place in `docs` of those that have it in the title. */
  titles: number[];
  written: string[];
  /** A bit for each way of writing. */
  masks: number[];
  places: number[];
}

/**
 * @param packed rows of the tail, ascending by document
 * @param rest called now and then, so that a long merge does not block; may be slow
 */
export async function buildSegment(
  segment: number,
  packed: readonly { doc: number; bytes: Uint8Array }[],
  rest: () => Promise<void> = async () => {},
): Promise<BuiltSegment> {
  const words = new Map<string, Gathered>();
  const docs = new Uint32Array(packed.length);
  const lengths = new Uint16Array(packed.length);
  for (const [at, { doc, bytes }] of packed.entries()) {
    const read = new PackedDoc(bytes);
    docs[at] = doc;
    lengths[at] = Math.min(65_535, read.length);
    gather(words, read, at);
    if (at % 64 === 63) await rest();
  }

  const rows = new Map<string, { word: string; one: Gathered }[]>();
  for (const [word, one] of words) {
    const isOwn = packed.length >= 64 && one.docs.length >= packed.length * OWN_ROW_SHARE;
    const key = isOwn ? ownKey(word, segment) : sharedKey(word, segment);
    const row = rows.get(key);
    if (row) row.push({ word, one });
    else rows.set(key, [{ word, one }]);
  }
  const built: BuiltSegment = { docs, lengths, postings: [], positions: [] };
  let written = 0;
  for (const [key, some] of rows) {
    const beginning = beginningOfKey(key);
    some.sort((a, b) => (a.word < b.word ? -1 : 1));
    const { bytes, positions } = packRow(some, beginning, lengths);
    built.postings.push({ key, bytes });
    if (positions) built.positions.push({ key, bytes: positions });
    written += 1;
    if (written % 32 === 0) await rest();
  }
  return built;
}

function gather(words: Map<string, Gathered>, doc: PackedDoc, at: number): void {
  for (let place = 0; place < doc.count; place += 1) {
    const { folded, written, inTitle, places } = doc.word(place);
    let one = words.get(folded);
    if (!one) {
      one = { docs: [], counts: [], titles: [], written: [], masks: [], places: [] };
      words.set(folded, one);
    }
    if (inTitle) one.titles.push(one.docs.length);
    one.docs.push(at);
    one.counts.push(places.length);
    let mask = 0;
    for (const form of written) mask |= 1 << bitOf(one.written, form);
    one.masks.push(mask);
    for (const where of places) one.places.push(where);
  }
}

function bitOf(written: string[], form: string): number {
  const known = written.indexOf(form);
  if (known >= 0) return known;
  if (written.length >= MOST_WRITTEN) return MOST_WRITTEN - 1;
  return written.push(form) - 1;
}

/** Sets of ways of writing that occur, the most frequent first, and for each document which of them it has. */
function rankMasks(masks: readonly number[]): { sets: number[]; ranks: number[] } {
  const uses = new Map<number, number>();
  for (const mask of masks) uses.set(mask, (uses.get(mask) ?? 0) + 1);
  const sets = [...uses.keys()].sort((a, b) => uses.get(b)! - uses.get(a)!);
  const rankOf = new Map(sets.map((mask, rank) => [mask, rank]));
  return { sets, ranks: masks.map((mask) => rankOf.get(mask)!) };
}

function packRow(
  some: readonly { word: string; one: Gathered }[],
  beginning: string,
  lengths: Uint16Array,
): { bytes: Uint8Array; positions: Uint8Array | null } {
  const head = new ByteWriter();
  const postings = new ByteWriter();
  const positions = new ByteWriter();
  head.number(some.length);
  for (const { word, one } of some) {
    const { sets, ranks } = rankMasks(one.masks);
    head.text(word.slice(beginning.length));
    head.number(one.docs.length);
    head.number(one.written.length);
    for (const form of one.written) head.text(form === word ? '' : form);
    if (one.written.length > 1) {
      head.number(sets.length);
      for (const set of sets) head.number(set);
    }
    const docs = packDocs(one, sets.length > 1 ? ranks : null, lengths.length);
    head.number(docs.length);
    postings.bytes(docs);
    const coarseness = coarsenessFor(one.docs.length, lengths.length);
    head.number(coarseness);
    for (const step of packPlaces(one, coarseness, lengths)) {
      head.number(step.length);
      positions.bytes(step);
    }
  }
  const isInline = positions.length <= INLINE_POSITIONS;
  const all = new ByteWriter();
  all.number(isInline ? 1 : 0);
  all.number(head.length);
  all.bytes(head.finish());
  all.number(postings.length);
  all.bytes(postings.finish());
  if (isInline) all.bytes(positions.finish());
  return { bytes: all.finish(), positions: isInline ? null : positions.finish() };
}

function packDocs(one: Gathered, ranks: readonly number[] | null, ofDocs: number): Uint8Array {
  const bits = new BitWriter();
  const { docs, counts, titles } = one;
  const forGaps = riceFor(ofDocs / (docs.length + 1) - 1);
  const forCounts = riceFor(sum(counts) / docs.length - 1);
  const forRanks = ranks ? riceFor(sum(ranks) / docs.length) : 0;
  bits.write(forGaps, 5);
  bits.write(forCounts, 5);
  bits.write(forRanks, 5);
  let before = -1;
  for (const [at, doc] of docs.entries()) {
    bits.rice(doc - before - 1, forGaps);
    before = doc;
    bits.rice(counts[at]! - 1, forCounts);
    if (ranks) bits.rice(ranks[at]!, forRanks);
  }
  bits.gamma(titles.length + 1);
  const forTitles = titlesCode(docs.length, titles.length);
  before = -1;
  for (const at of titles) {
    bits.rice(at - before - 1, forTitles);
    before = at;
  }
  return bits.finish();
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The places of a word, a piece for each step of documents. */
function packPlaces(one: Gathered, coarseness: number, lengths: Uint16Array): Uint8Array[] {
  const steps: Uint8Array[] = [];
  let next = 0;
  for (let start = 0; start < one.docs.length; start += POSITIONS_STEP) {
    const bits = new BitWriter();
    const end = Math.min(one.docs.length, start + POSITIONS_STEP);
    for (let at = start; at < end; at += 1) {
      const count = one.counts[at]!;
      let coarse = one.places.slice(next, next + count);
      next += count;
      if (coarseness > 0) {
        coarse = [...new Set(coarse.map((place) => place >>> coarseness))];
        bits.rice(count - coarse.length, 1);
      }
      const length = lengths[one.docs[at]!]! >>> coarseness;
      const k = placesCode(length, coarse.length);
      let before = -1;
      for (const place of coarse) {
        bits.rice(place - before - 1, k);
        before = place;
      }
    }
    steps.push(bits.finish());
  }
  return steps;
}
