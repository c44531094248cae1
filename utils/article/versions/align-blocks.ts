/**
 * Which block of one version is which block of another. Promise: every block is in one pair at most, and the work grows
 * with the length of the texts, not with its square, so that two long texts without a common word cost no minutes.
 */
import type { BlockType } from '../types';
import { printedForm, printedKey } from './printed-form';

export interface Piece {
  type: BlockType;
  text: string;
}

export interface BlockPair {
  /** Neighbouring blocks; several where a paragraph was split or joined. */
  from: number[];
  to: number[];
  /** `typography`: the printed forms are the same, or the paragraph was split. */
  how: 'same' | 'typography' | 'edited';
  /** Share of words in common, 0–1. */
  likeness: number;
  isMoved: boolean;
}

/** From this share of words on, two paragraphs are one that was edited; below, one went and another came. */
const LEAST_LIKENESS = 0.5;
/** The same for two that stand between the same neighbours. */
const LEAST_BETWEEN = 0.38;
/** A word in more paragraphs than this says little about which is which. */
const COMMON = 12;
const CANDIDATES = 4;
const SHORTEST_PREFIX = 12;

export function alignBlocks(from: readonly Piece[], to: readonly Piece[]): BlockPair[] {
  const work = new Work(from, to);
  work.pairHeads();
  work.pairEqual(({ text }) => text, 'same');
  work.pairEqual(({ text }) => printedKey(text), 'typography');
  work.pairSplit();
  work.pairAlike();
  return markMoved(work.pairs);
}

class Work {
  readonly pairs: BlockPair[] = [];
  /** Partner of every block that has one: its place, the last one of several. */
  private readonly partner: Int32Array;
  private readonly taken: Uint8Array;
  /** Where each block would stand if nothing came or went since the last pair, or until the next. */
  private gaps: { before: Int32Array; after: Int32Array } | undefined;

  constructor(
    private readonly from: readonly Piece[],
    private readonly to: readonly Piece[],
  ) {
    this.partner = new Int32Array(from.length).fill(-1);
    this.taken = new Uint8Array(to.length);
  }

  /** Headline with headline and lead with lead, whatever became of their words. */
  pairHeads(): void {
    for (const type of ['title', 'lead'] as const) {
      const [at, there] = [this.from, this.to].map((side) => side.findIndex((piece) => piece.type === type));
      if (at! < 0 || there! < 0) continue;
      const [old, now] = [this.from[at!]!.text, this.to[there!]!.text];
      const how = old === now ? 'same' : printedKey(old) === printedKey(now) ? 'typography' : 'edited';
      this.add([at!], [there!], how, how === 'edited' ? likenessOf(old, now) : 1);
    }
  }

  pairEqual(keyOf: (piece: Piece) => string, how: 'same' | 'typography'): void {
    const places = new Map<string, { from: number[]; to: number[] }>();
    const keys = [this.openFrom(), this.openTo()] as const;
    const toKey = new Map<number, string>();
    for (const at of keys[0]) {
      const key = keyOf(this.from[at]!);
      const known = places.get(key);
      if (known) known.from.push(at);
      else places.set(key, { from: [at], to: [] });
    }
    for (const at of keys[1]) {
      const key = keyOf(this.to[at]!);
      toKey.set(at, key);
      places.get(key)?.to.push(at);
    }
    const repeated: { from: number[]; to: number[] }[] = [];
    for (const place of places.values())
      if (place.from.length === 1 && place.to.length === 1) this.add(place.from, place.to, how, 1);
      else if (place.to.length > 0) repeated.push(place);
    // A text that stands several times goes with its neighbours first, then in order.
    for (const { from, to } of repeated) {
      const open = new Set(to);
      for (const at of from) {
        const near = this.nextTo(at);
        const beside = near.find((place) => open.has(place));
        if (beside === undefined) continue;
        open.delete(beside);
        this.add([at], [beside], how, 1);
      }
      const rest = [...open];
      for (const at of from) {
        if (this.partner[at]! >= 0) continue;
        const next = rest.shift();
        if (next !== undefined) this.add([at], [next], how, 1);
      }
    }
  }

  /** One paragraph that became several with the same letters, or several that became one. */
  pairSplit(): void {
    this.joinInto(this.from, this.to, this.openFrom(), this.openTo(), (many, one) =>
      this.add(many, [one], 'typography', 1),
    );
    this.joinInto(this.to, this.from, this.openTo(), this.openFrom(), (many, one) =>
      this.add([one], many, 'typography', 1),
    );
  }

  private joinInto(
    many: readonly Piece[],
    ones: readonly Piece[],
    openMany: number[],
    openOnes: number[],
    found: (many: number[], one: number) => void,
  ): void {
    if (openMany.length < 2 || openOnes.length === 0) return;
    const isOpen = new Set(openMany);
    const starts = new Map<string, number[]>();
    for (const at of openMany) {
      const start = printedKey(many[at]!.text).slice(0, SHORTEST_PREFIX);
      starts.set(start, [...(starts.get(start) ?? []), at]);
    }
    for (const one of openOnes) {
      const whole = printedKey(ones[one]!.text);
      for (const start of starts.get(whole.slice(0, SHORTEST_PREFIX)) ?? []) {
        const group: number[] = [];
        let length = 0;
        for (let at = start; isOpen.has(at) && length < whole.length; at += 1) {
          const key = printedKey(many[at]!.text);
          if (!whole.startsWith(key, length)) break;
          length += key.length;
          group.push(at);
        }
        if (length !== whole.length || group.length < 2) continue;
        for (const at of group) isOpen.delete(at);
        found(group, one);
        break;
      }
    }
  }

  /** Edited paragraphs: the likest first, one to one. */
  pairAlike(): void {
    const [old, now] = [this.openFrom(), this.openTo()];
    if (old.length === 0 || now.length === 0) return;
    const bags = new Map(now.map((at) => [at, bagOf(this.to[at]!.text)]));
    const where = new Map<string, number[]>();
    for (const [at, { words }] of bags)
      for (const word of words.keys()) {
        const places = where.get(word);
        if (!places) where.set(word, [at]);
        else if (places.length <= COMMON) places.push(at);
      }
    const found: { from: number; to: number; likeness: number }[] = [];
    for (const at of old) {
      const bag = bagOf(this.from[at]!.text);
      const shared = new Map<number, number>();
      for (const word of bag.words.keys()) {
        const places = where.get(word);
        if (places && places.length <= COMMON)
          for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1);
      }
      const between = this.between(at);
      const best = [...shared].toSorted((a, b) => b[1] - a[1]).slice(0, CANDIDATES);
      const beside = this.beside(at).filter((place) => !best.some(([other]) => other === place));
      for (const place of [...best.map(([one]) => one), ...beside]) {
        const likeness = dice(bag, bags.get(place)!);
        if (likeness >= (place === between ? LEAST_BETWEEN : LEAST_LIKENESS))
          found.push({ from: at, to: place, likeness: likeness + (place === between ? 0.1 : 0) });
      }
    }
    for (const { from, to, likeness } of found.toSorted((a, b) => b.likeness - a.likeness))
      if (this.partner[from]! < 0 && !this.taken[to]) this.add([from], [to], 'edited', Math.min(1, likeness));
  }

  /** Open blocks as far from the last pair before, or the next one after, as this block is. */
  private beside(at: number): number[] {
    const { before, after } = (this.gaps ??= this.findGaps());
    return [before[at]!, after[at]!].filter(
      (place, n, all) =>
        place >= 0 && place < this.to.length && !this.taken[place] && all.indexOf(place) === n,
    );
  }

  private findGaps(): { before: Int32Array; after: Int32Array } {
    const [before, after] = [new Int32Array(this.from.length), new Int32Array(this.from.length)];
    let place = -1;
    for (let at = 0; at < before.length; at += 1) {
      place = this.partner[at]! >= 0 ? this.partner[at]! : place + 1;
      before[at] = place;
    }
    place = this.to.length;
    for (let at = after.length - 1; at >= 0; at -= 1) {
      place = this.partner[at]! >= 0 ? this.partner[at]! : place - 1;
      after[at] = place;
    }
    return { before, after };
  }

  /** The open block between the partners of both neighbours, when nothing else is open there. */
  private between(at: number): number | null {
    const before = at === 0 ? -1 : this.partner[at - 1]!;
    if (at > 0 && before < 0) return null;
    const after = at + 1 === this.from.length ? this.to.length : this.partner[at + 1]!;
    const place = before + 1;
    return after === place + 1 && !this.taken[place] ? place : null;
  }

  private nextTo(at: number): number[] {
    const before = at > 0 ? this.partner[at - 1]! : -1;
    const after = at + 1 < this.from.length ? this.partner[at + 1]! : -1;
    return [before >= 0 ? before + 1 : -1, after >= 0 ? after - 1 : -1].filter(
      (place) => place >= 0 && place < this.to.length && !this.taken[place],
    );
  }

  private add(from: number[], to: number[], how: BlockPair['how'], likeness: number): void {
    for (const at of from) this.partner[at] = to.at(-1)!;
    for (const at of to) this.taken[at] = 1;
    this.pairs.push({ from, to, how, likeness, isMoved: false });
  }

  private openFrom(): number[] {
    return [...this.from.keys()].filter((at) => this.partner[at]! < 0);
  }

  private openTo(): number[] {
    return [...this.to.keys()].filter((at) => !this.taken[at]);
  }
}

/** Those outside the longest run that keeps its order have moved. */
function markMoved(pairs: BlockPair[]): BlockPair[] {
  const inOrder = pairs.toSorted((a, b) => a.from[0]! - b.from[0]!);
  const tails: number[] = [];
  const before = new Int32Array(inOrder.length).fill(-1);
  for (const [n, { to }] of inOrder.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder[tails[middle]!]!.to[0]! < to[0]!) low = middle + 1;
      else high = middle;
    }
    before[n] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = n;
  }
  const stays = new Set<number>();
  for (let n = tails.at(-1) ?? -1; n >= 0; n = before[n]!) stays.add(n);
  return inOrder.map((pair, n) => (stays.has(n) ? pair : { ...pair, isMoved: true }));
}

interface Bag {
  words: Map<string, number>;
  size: number;
}

/** Scripts that put no blanks between words: each letter is one. */
const NO_BLANKS = /[\u3040-\u30FF\u3400-\u9FFF]/g;

function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  let size = 0;
  const spaced = printedForm(text).toLowerCase().replace(NO_BLANKS, ' $& ');
  for (const word of spaced.split(/[\s.,;:!?()'"/-]+/)) {
    if (!word) continue;
    words.set(word, (words.get(word) ?? 0) + 1);
    size += 1;
  }
  return { words, size };
}

function dice(one: Bag, other: Bag): number {
  const [small, large] = one.words.size <= other.words.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, times] of small.words) shared += Math.min(times, large.words.get(word) ?? 0);
  return one.size + other.size === 0 ? 1 : (2 * shared) / (one.size + other.size);
}

function likenessOf(one: string, other: string): number {
  return dice(bagOf(one), bagOf(other));
}
