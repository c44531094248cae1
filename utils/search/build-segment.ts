/** Documents' words merged into a segment: for each word the documents that have it, how often, how written, and what stands beside it. */
import { BitWriter } from './bits';
import { writeList } from './number-list';
import { writeSmall } from './small-code';
import { ByteWriter } from './byte-list';
import { gatherWords, type GatheredWord } from './gather-words';
import { pairsOf, type Neighbour } from './gather-pairs';
import {
  beginningOfKey,
  groupOf,
  groupsFor,
  INLINE_PAIRS,
  keepsPairs,
  LEAST_NAMED,
  LEAST_TABLE,
  levelOf,
  namesCode,
  OWN_ROW_SHARE,
  ownKey,
  sharedKey,
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

export interface PackedRow {
  doc: number;
  bytes: Uint8Array;
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
  const neighbours = await pairsOf(gathered, rest);
  const { words, lengths } = gathered;
  const rows = new Map<string, GatheredWord[]>();
  for (const word of words) {
    const isOwn = packed.length >= 64 && word.docs.length >= packed.length * OWN_ROW_SHARE;
    const key = isOwn ? ownKey(word.folded, segment) : sharedKey(word.folded, segment);
    const row = rows.get(key);
    if (row) row.push(word);
    else rows.set(key, [word]);
  }
  const built: BuiltSegment = { docs: gathered.docs, lengths, postings: [], pairs: [] };
  let written = 0;
  for (const [key, some] of rows) {
    some.sort((a, b) => (a.folded < b.folded ? -1 : 1));
    const { bytes, pairs } = packRow(some, beginningOfKey(key), lengths.length, neighbours);
    built.postings.push({ key, bytes });
    if (pairs) built.pairs.push({ key, bytes: pairs });
    written += 1;
    if (written % 32 === 0) await rest();
  }
  return built;
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
  some: readonly GatheredWord[],
  beginning: string,
  ofDocs: number,
  neighbours: ReadonlyMap<GatheredWord, Neighbour[]>,
): { bytes: Uint8Array; pairs: Uint8Array | null } {
  const head = new ByteWriter();
  const postings = new ByteWriter();
  const pairs = new ByteWriter();
  head.number(some.length);
  for (const word of some) {
    const { sets, ranks } = rankMasks(word.masks);
    head.text(word.folded.slice(beginning.length));
    head.number(word.docs.length);
    head.number(word.written.length);
    for (const form of word.written) head.text(form === word.folded ? '' : form);
    if (word.written.length > 1) {
      head.number(sets.length);
      for (const set of sets) head.number(set);
    }
    const docs = packDocs(word, sets.length > 1 ? ranks : null, ofDocs);
    head.number(docs.length);
    postings.bytes(docs);
    if (!keepsPairs(word.docs.length, ofDocs)) continue;
    const beside = packNeighbours(neighbours.get(word) ?? [], word.docs.length);
    head.number(beside.length);
    pairs.bytes(beside);
  }
  const isInline = pairs.length <= INLINE_PAIRS;
  const all = new ByteWriter();
  all.number(isInline ? 1 : 0);
  all.number(head.length);
  all.bytes(head.finish());
  all.number(postings.length);
  all.bytes(postings.finish());
  if (isInline) all.bytes(pairs.finish());
  return { bytes: all.finish(), pairs: isInline ? null : pairs.finish() };
}

function packDocs(word: GatheredWord, ranks: readonly number[] | null, ofDocs: number): Uint8Array {
  const bits = new BitWriter();
  const { docs, counts, titles } = word;
  writeList(bits, docs, ofDocs);
  writeFew(bits, counts.map(levelOf));
  if (ranks) writeFew(bits, ranks);
  bits.gamma(titles.length + 1);
  writeList(bits, titles, docs.length);
  return bits.finish();
}

/** A table of codes costs more than it saves where there are few numbers. */
function writeFew(bits: BitWriter, numbers: readonly number[]): void {
  if (numbers.length >= LEAST_TABLE) writeSmall(bits, numbers);
  else for (const number of numbers) bits.gamma(number + 1);
}

/** First what follows the word, then what it follows: neighbours with a name, then the lists that the others share. */
function packNeighbours(neighbours: readonly Neighbour[], ofDocs: number): Uint8Array {
  const bits = new BitWriter();
  const groups = groupsFor(ofDocs);
  for (const isAfter of [true, false]) {
    const own = neighbours.filter((one) => one.isAfter === isAfter);
    const named = own.filter(({ at }) => at.length >= LEAST_NAMED).sort((a, b) => a.name - b.name);
    bits.gamma(named.length + 1);
    const forNames = namesCode(named.length);
    let before = -1;
    for (const { name, at } of named) {
      bits.rice(name - before - 1, forNames);
      before = name;
      bits.gamma(at.length - LEAST_NAMED + 1);
      writeList(bits, at, ofDocs);
    }
    const shared: Set<number>[] = Array.from({ length: groups }, () => new Set());
    for (const { name, at } of own)
      if (at.length < LEAST_NAMED) for (const one of at) shared[groupOf(name, groups)]!.add(one);
    for (const group of shared) {
      bits.gamma(group.size + 1);
      writeList(
        bits,
        [...group].sort((a, b) => a - b),
        ofDocs,
      );
    }
  }
  return bits.finish();
}
