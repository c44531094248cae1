/**
 * A text as it is compared: letters composed (NFC per letter), blanks alike, invisible characters gone, quotes and dashes
 * of one kind, tone marks where older spelling puts them. Every unit knows the letter of the raw text that it came from, so
 * what is found here is given back in raw offsets. Blocks are parted by one "\n" and no other "\n" occurs: a window of units
 * crosses a block border exactly when it holds one.
 */
import { placeTone } from '@/utils/text/tone';
import { throughout } from './slices';
import type { AnchorText } from './types';

export interface NormalView {
  raw: AnchorText;
  text: string;
  units: Uint16Array;
  /** Raw span of the letter that each unit is of; both never fall. */
  rawStart: Int32Array;
  rawEnd: Int32Array;
  /** Place of the block that each unit is in; a "\n" belongs to the block before it. */
  blockOf: Int32Array;
  /** Span of each block in units; empty for a block without letters. */
  blockStart: Int32Array;
  blockEnd: Int32Array;
}

export const BREAK = 10;
const BLANK = 32;

/** What becomes of single characters: '' drops them. */
const FOLDED = new Map<number, string>();
for (const [to, from] of [
  ['"', '“”„‟«»″＂'],
  ["'", '‘’‚‛‹›′´`＇ʼ'],
  ['-', '\u2010\u2011‒–—―−\u00B7•'],
  ['đ', 'ð'],
  ['Đ', 'ÐƉ'],
  ['...', '…'],
] as const)
  for (const one of from) FOLDED.set(one.charCodeAt(0), to);
for (const code of [0xad, 0x180e, 0xfeff]) FOLDED.set(code, '');
for (const [first, last] of [
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
] as const)
  for (let code = first; code <= last; code += 1) FOLDED.set(code, '');
const BLANKS = new Set([9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);
for (let code = 0x2000; code <= 0x200a; code += 1) BLANKS.add(code);

const MARK = /^\p{M}$/u;

function isMark(code: number): boolean {
  if (code < 0x300) return false;
  if (code < 0x370) return true;
  if (code >= 0x1e00 && code < 0x20d0) return false;
  return MARK.test(String.fromCharCode(code));
}

/** Plain letters stand for themselves, unless a mark follows. */
const isPlain = (code: number) =>
  (code > BLANK && code < 0x7f && code !== 0x27 && code !== 0x60) ||
  (code >= 0xc0 && code < 0x180 && code !== 0xd0 && code !== 0xf0) ||
  code === 0x1a0 ||
  code === 0x1a1 ||
  code === 0x1af ||
  code === 0x1b0 ||
  (code >= 0x1ea0 && code < 0x1efa);

class Builder {
  private units: Uint16Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private blocks: Int32Array;
  length = 0;

  constructor(size: number) {
    this.units = new Uint16Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.blocks = new Int32Array(size);
  }

  push(unit: number, start: number, end: number, block: number): void {
    const at = this.length;
    if (at === this.units.length) this.grow();
    this.units[at] = unit;
    this.starts[at] = start;
    this.ends[at] = end;
    this.blocks[at] = block;
    this.length = at + 1;
  }

  /** Runs of blanks are one, and none begins a block. */
  blank(start: number, end: number, block: number, blockStart: number): void {
    if (this.length === blockStart) return;
    if (this.units[this.length - 1] === BLANK) this.ends[this.length - 1] = end;
    else this.push(BLANK, start, end, block);
  }

  trim(blockStart: number): void {
    while (this.length > blockStart && this.units[this.length - 1] === BLANK) this.length -= 1;
  }

  private grow(): void {
    const size = this.units.length * 2 + 64;
    const grown = <T extends Uint16Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.units = grown(this.units, new Uint16Array(size));
    this.starts = grown(this.starts, new Int32Array(size));
    this.ends = grown(this.ends, new Int32Array(size));
    this.blocks = grown(this.blocks, new Int32Array(size));
  }

  done() {
    return {
      units: this.units.subarray(0, this.length),
      rawStart: this.starts.subarray(0, this.length),
      rawEnd: this.ends.subarray(0, this.length),
      blockOf: this.blocks.subarray(0, this.length),
    };
  }
}

/** Units between two rests. */
const UNITS_A_STEP = 12_000;

/** Prepares a text for comparison; about 3 ms for 100,000 characters. */
export function viewOf(raw: AnchorText): NormalView {
  return throughout(viewSteps(raw));
}

/** The same in steps: met for the first time the code is ten times slower. */
export function* viewSteps(raw: AnchorText): Generator<void, NormalView> {
  const { text, blocks } = raw;
  const made = new Builder(text.length + blocks.length + 1);
  const blockStart = new Int32Array(blocks.length);
  const blockEnd = new Int32Array(blocks.length);
  let rested = 0;
  for (const [n, { start, end }] of blocks.entries()) {
    const before = made.length;
    if (before > 0) made.push(BREAK, start, start, n - 1);
    const first = made.length;
    addLetters(made, text, start, Math.min(end, text.length), n);
    made.trim(first);
    // A block without letters leaves no border: two of them side by side would look like one.
    if (made.length === first) made.length = before;
    blockStart[n] = Math.min(first, made.length);
    blockEnd[n] = made.length;
    if (made.length - rested < UNITS_A_STEP) continue;
    rested = made.length;
    yield;
  }
  const { units, ...maps } = made.done();
  for (let from = 0; from < units.length; from += UNITS_A_STEP) {
    placeTones(units, from, Math.min(units.length, from + UNITS_A_STEP));
    yield;
  }
  return { raw, text: stringOf(units), units, ...maps, blockStart, blockEnd };
}

const MAY_MOVE = new Set('oOuU'.split('').map((letter) => letter.charCodeAt(0)));

/** Tone marks where older spelling puts them. A word keeps its length, so that no offset moves. */
function placeTones(units: Uint16Array, start: number, end: number): void {
  for (let at = start; at < end && at + 1 < units.length; at += 1) {
    if (!MAY_MOVE.has(units[at]!) || units[at + 1]! < 0xc0) continue;
    const from = Math.max(0, at - 1);
    const around = String.fromCharCode(...units.subarray(from, at + 4));
    const placed = placeTone(around);
    if (placed === around || placed.length !== around.length) continue;
    units[at] = placed.charCodeAt(at - from);
    units[at + 1] = placed.charCodeAt(at + 1 - from);
  }
}

function addLetters(made: Builder, text: string, from: number, to: number, block: number): void {
  const blockStart = made.length;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
    if (isPlain(code) && !isMark(next)) {
      made.push(code, at, at + 1, block);
      at += 1;
      continue;
    }
    if (BLANKS.has(code)) {
      made.blank(at, at + 1, block, blockStart);
      at += 1;
      continue;
    }
    let end = at + 1;
    if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) end += 1;
    while (end < to && isMark(text.charCodeAt(end))) end += 1;
    const letter = text.slice(at, end).normalize('NFC');
    const folded = FOLDED.get(letter.charCodeAt(0));
    const written = folded === undefined ? letter : folded + letter.slice(1);
    for (let unit = 0; unit < written.length; unit += 1) made.push(written.charCodeAt(unit), at, end, block);
    at = end;
  }
}

/** In pieces: a call takes only so many arguments. */
function stringOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}

/** First unit whose letter ends after a raw offset. */
export function unitAt({ rawEnd }: NormalView, offset: number): number {
  let low = 0;
  let high = rawEnd.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rawEnd[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Units of a raw span: every letter it touches, blanks at its ends left out. Empty when it holds no letter. */
export function unitsIn(view: NormalView, start: number, end: number): { start: number; end: number } {
  let first = unitAt(view, start);
  let last = first;
  let high = view.rawStart.length;
  let low = first;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.rawStart[middle]! < end) low = middle + 1;
    else high = middle;
  }
  last = low;
  const isBlank = (at: number) => view.units[at] === BLANK || view.units[at] === BREAK;
  while (first < last && isBlank(first)) first += 1;
  while (last > first && isBlank(last - 1)) last -= 1;
  return { start: first, end: last };
}
