/**
 * Sketches of texts packed into rows, and the search for alike ones among them: a plain pass over all sketches, 76 bytes an
 * article. It finds what bands of minima would miss and writes one small row at a save; `docs/decisions/012-same-story.md`.
 */
import { LEAST_LENGTH, LEAST_SHARE, MINIMA } from './sketch';

/** document u32 · version u32 · shingles u16 · outlet u16 · minima */
const HEAD = 12;
const ENTRY = HEAD + MINIMA;
/** Documents a chunk stands for: document >> 8. */
export const CHUNK_BITS = 8;
/** Below this many equal bytes of 64 chance alone may have done it. */
const LEAST_EQUAL = 5;
/** What the sketch says of the share is off by a sixth or so: nothing that may reach the limit is passed over. */
const LEEWAY = 0.2;

export interface SketchEntry {
  doc: number;
  /** `versionMark` of the version whose text it is. */
  version: number;
  /** Number of shingles; 0: too short a text, never found. */
  shingles: number;
  /** `outletMark`; 0: not known. */
  outlet: number;
  minima: Uint8Array;
}

export interface SketchFound {
  /** Place in the list looked for. */
  of: number;
  doc: number;
  equal: number;
}

/** A number for an outlet (its folded name); 0 when it has none. */
export function outletMark(outlet: string): number {
  return outlet === '' ? 0 : (numberOf(outlet) % 0xffff) + 1;
}

function numberOf(name: string): number {
  let number = 0;
  for (let at = 0; at < name.length; at += 1) number = (Math.imul(number, 31) + name.charCodeAt(at)) >>> 0;
  return number;
}

/** A number for a version, to see that it is still the same. */
export function versionMark(versionId: string): number {
  return numberOf(versionId);
}

export function packSketches(entries: readonly SketchEntry[]): Uint8Array {
  const bytes = new Uint8Array(entries.length * ENTRY);
  const view = new DataView(bytes.buffer);
  for (const [place, { doc, version, shingles, outlet, minima }] of entries.entries()) {
    view.setUint32(place * ENTRY, doc);
    view.setUint32(place * ENTRY + 4, version);
    view.setUint16(place * ENTRY + 8, Math.min(0xffff, shingles));
    view.setUint16(place * ENTRY + 10, outlet);
    bytes.set(minima, place * ENTRY + HEAD);
  }
  return bytes;
}

export function unpackSketches(bytes: Uint8Array): SketchEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / ENTRY) }, (_, place) => ({
    doc: view.getUint32(place * ENTRY),
    version: view.getUint32(place * ENTRY + 4),
    shingles: view.getUint16(place * ENTRY + 8),
    outlet: view.getUint16(place * ENTRY + 10),
    minima: bytes.slice(place * ENTRY + HEAD, (place + 1) * ENTRY),
  }));
}

/** Looks for some hundred sketches at once: each chunk is read through one time, whatever their number. */
export class SketchSearch {
  /** Minimum and byte → the first sketch that has it there, plus one; `next` leads to the others. */
  readonly #first = new Uint16Array(MINIMA * 256);
  readonly #next: Uint16Array;
  readonly #equal: Uint8Array;

  constructor(readonly wanted: readonly SketchEntry[]) {
    this.#next = new Uint16Array(wanted.length * MINIMA);
    this.#equal = new Uint8Array(wanted.length);
    for (const [of, { minima }] of wanted.entries())
      for (let at = 0; at < MINIMA; at += 1) {
        const slot = at * 256 + minima[at]!;
        this.#next[of * MINIMA + at] = this.#first[slot]!;
        this.#first[slot] = of + 1;
      }
  }

  /** Sketches of the chunk that may be of the same story as one wanted, of another outlet. */
  scan(bytes: Uint8Array): SketchFound[] {
    const found: SketchFound[] = [];
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const touched: number[] = [];
    for (let start = 0; start + ENTRY <= bytes.length; start += ENTRY) {
      for (let at = 0; at < MINIMA; at += 1) {
        let one = this.#first[at * 256 + bytes[start + HEAD + at]!]!;
        while (one !== 0) {
          const of = one - 1;
          if (this.#equal[of] === 0) touched.push(of);
          this.#equal[of]! += 1;
          one = this.#next[of * MINIMA + at]!;
        }
      }
      for (const of of touched) {
        const equal = this.#equal[of]!;
        this.#equal[of] = 0;
        if (equal < LEAST_EQUAL) continue;
        const doc = view.getUint32(start);
        const shingles = view.getUint16(start + 8);
        const outlet = view.getUint16(start + 10);
        const wanted = this.wanted[of]!;
        if (doc === wanted.doc || (outlet !== 0 && outlet === wanted.outlet)) continue;
        if (mayBeAlike(equal, wanted.shingles, shingles)) found.push({ of, doc, equal });
      }
      touched.length = 0;
    }
    return found;
  }
}

/** From the part of equal minima (Jaccard) to the part of the shorter text, with leeway for chance. */
function mayBeAlike(equal: number, one: number, other: number): boolean {
  const shorter = Math.min(one, other);
  if (shorter === 0 || shorter < (LEAST_LENGTH - 0.02) * Math.max(one, other)) return false;
  const jaccard = equal / MINIMA;
  const share = ((jaccard / (1 + jaccard)) * (one + other)) / shorter;
  return share >= LEAST_SHARE - LEEWAY;
}
