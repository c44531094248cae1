/**
 * A line of the query language as a tree: `docs/query-language.md`. Promise: it never throws and takes time in proportion to
 * the line; what is wrong is told at its place and the rest is answered.
 *
 * `-` binds closest, then `near/5`, then `OR`, and what stands side by side must all hold: `phú quý OR phan thiết
 * outlet:X` asks X for either place.
 */
import { allOf, anyOf, noneOf } from './combine';
import type { ParsedQuery, QueryComplaint, QueryNode, QuerySpan, QueryWord } from './query';
import { scanQuery, type QueryPiece } from './scan-query';

/** Nobody reads more of them. */
const MOST_COMPLAINTS = 20;

/** One side of `near`. */
interface Operand {
  words: QueryWord[];
  marksCount: boolean;
  at: QuerySpan;
}

type Item =
  | { is: 'node'; node: QueryNode; operand: Operand | null }
  | { is: 'or'; at: QuerySpan }
  | { is: 'near'; distance: number; at: QuerySpan };

interface Frame {
  items: Item[];
  /** Words that stand side by side and may still grow. */
  run: Operand | null;
  isRunNegated: boolean;
  /** A `-` or `NOT` that waits for what it denies. */
  pending: { at: QuerySpan; isSign: boolean } | null;
  open: QuerySpan | null;
  isNegated: boolean;
}

const frameOf = (open: QuerySpan | null, isNegated: boolean): Frame => ({
  items: [],
  run: null,
  isRunNegated: false,
  pending: null,
  open,
  isNegated,
});

class Parser {
  readonly complaints: QueryComplaint[] = [];
  #frame = frameOf(null, false);
  readonly #outer: Frame[] = [];

  constructor(readonly line: string) {}

  parse(pieces: QueryPiece[]): QueryNode {
    for (const piece of pieces) this.#take(piece);
    while (this.#frame.open) {
      this.#complain('openBracket', this.#frame.open);
      this.#close();
    }
    this.#endRun();
    this.#dropPending();
    return this.#reduced(this.#frame.items);
  }

  #complain(problem: QueryComplaint['problem'], at: QuerySpan) {
    this.complaints.push({ problem, at, about: this.line.slice(at.start, at.end) });
  }

  #take(piece: QueryPiece): void {
    if (piece.is === 'word') return this.#word(piece.word, piece.isGlued, piece.at);
    this.#endRun();
    switch (piece.is) {
      case 'phrase': {
        const { words, at } = piece;
        const marksCount = words.some(({ folded, typed }) => folded !== typed);
        this.#push({ is: 'phrase', words, marksCount, at }, { words, marksCount, at });
        break;
      }
      case 'field':
        this.#push({ is: 'field', field: piece.field, value: piece.value, at: piece.at }, null);
        break;
      case 'not': {
        const isSign = piece.at.end - piece.at.start === 1;
        if (this.#denies(piece.at)) break;
        this.#frame.pending = { at: piece.at, isSign };
        break;
      }
      case 'or':
        this.#dropPending();
        if (this.#frame.items.at(-1)?.is === 'or') this.#complain('nothingBeside', piece.at);
        else this.#frame.items.push({ is: 'or', at: piece.at });
        break;
      case 'near':
        this.#dropPending();
        this.#frame.items.push({ is: 'near', distance: piece.distance, at: piece.at });
        break;
      case 'open': {
        const isNegated = this.#denies(piece.at);
        this.#outer.push(this.#frame);
        this.#frame = frameOf(piece.at, isNegated);
        break;
      }
      case 'close':
        if (this.#frame.open) this.#close();
        else this.#complain('strayBracket', piece.at);
        break;
      case 'and':
    }
  }

  /** Whether a `-` or `NOT` waits for what begins here; it does so no longer. */
  #denies({ start }: QuerySpan): boolean {
    const { pending } = this.#frame;
    this.#frame.pending = null;
    if (!pending) return false;
    return !pending.isSign || !/\s/u.test(this.line.slice(pending.at.end, start));
  }

  #dropPending(): void {
    if (this.#frame.pending && !this.#frame.pending.isSign)
      this.#complain('nothingBeside', this.#frame.pending.at);
    this.#frame.pending = null;
  }

  #word(word: QueryWord, isGlued: boolean, at: QuerySpan): void {
    const frame = this.#frame;
    const { run } = frame;
    if (run && !frame.pending && (isGlued || !frame.isRunNegated)) {
      run.words.push(word);
      run.at = { start: run.at.start, end: at.end };
      return;
    }
    this.#endRun();
    frame.isRunNegated = this.#denies(at);
    frame.run = { words: [word], marksCount: false, at };
  }

  #endRun(): void {
    const { run, isRunNegated, items } = this.#frame;
    if (!run) return;
    this.#frame.run = null;
    const node: QueryNode = { is: 'words', words: run.words, at: run.at };
    items.push({ is: 'node', node: isRunNegated ? noneOf(node) : node, operand: isRunNegated ? null : run });
  }

  #push(node: QueryNode, operand: Operand | null): void {
    const at = node.is === 'phrase' || node.is === 'field' ? node.at : { start: 0, end: 0 };
    const isDenied = this.#denies(at);
    this.#frame.items.push({
      is: 'node',
      node: isDenied ? noneOf(node) : node,
      operand: isDenied ? null : operand,
    });
  }

  /** The innermost bracket ends: what is in it becomes one item outside. */
  #close(): void {
    this.#endRun();
    this.#dropPending();
    const { items, isNegated } = this.#frame;
    const node = this.#reduced(items);
    this.#frame = this.#outer.pop()!;
    if (node.is === 'all') return;
    this.#frame.items.push({
      is: 'node',
      node: isNegated ? noneOf(node) : node,
      operand: isNegated ? null : operandOf(node),
    });
  }

  #reduced(items: Item[]): QueryNode {
    return allOf(this.#joinedByOr(this.#joinedByNear(items)));
  }

  #joinedByNear(items: Item[]): Item[] {
    const joined: Item[] = [];
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at]!;
      if (item.is !== 'near') {
        joined.push(item);
        continue;
      }
      const left = joined.at(-1);
      const right = items[at + 1];
      if (left?.is !== 'node' || right?.is !== 'node' || !left.operand || !right.operand) {
        this.#complain('nothingBeside', item.at);
        continue;
      }
      const [a, b] = [left.operand, right.operand];
      const near: QueryNode = {
        is: 'near',
        left: a.words,
        right: b.words,
        distance: item.distance,
        leftMarks: a.marksCount,
        rightMarks: b.marksCount,
        at: { start: a.at.start, end: b.at.end },
      };
      // `a near/5 b near/5 c`: b is near both.
      const node = left.node.is === 'near' || left.node.is === 'and' ? allOf([left.node, near]) : near;
      joined[joined.length - 1] = { is: 'node', node, operand: b };
      at += 1;
    }
    return joined;
  }

  #joinedByOr(items: Item[]): QueryNode[] {
    const groups: QueryNode[][] = [];
    let joinsNext = false;
    for (const [at, item] of items.entries()) {
      if (item.is === 'or') {
        if (at > 0 && items[at - 1]!.is === 'node' && items[at + 1]?.is === 'node') joinsNext = true;
        else this.#complain('nothingBeside', item.at);
      } else if (item.is === 'node') {
        if (joinsNext) groups.at(-1)!.push(item.node);
        else groups.push([item.node]);
        joinsNext = false;
      }
    }
    return groups.map((group) => anyOf(group));
  }
}

/** A phrase or words in brackets can still stand beside `near`. */
function operandOf(node: QueryNode): Operand | null {
  if (node.is === 'words') return { words: node.words, marksCount: false, at: node.at };
  return node.is === 'phrase' ? { words: node.words, marksCount: node.marksCount, at: node.at } : null;
}

/** Reads a line; an empty one asks for everything. */
export function parseQuery(line: string): ParsedQuery {
  const { pieces, complaints } = scanQuery(line);
  const parser = new Parser(line);
  const node = parser.parse(pieces);
  const whole = { start: 0, end: line.length };
  let told = [...complaints, ...parser.complaints];
  if (node.is === 'all' && line.trim()) {
    const asksNothing = pieces.length > 0 || complaints.length === 0;
    if (asksNothing) {
      const problem = pieces.length > 0 ? 'onlyOperators' : 'onlyMarks';
      told = [...complaints, { problem, at: whole, about: line.slice(0, 40) }];
    }
  }
  return { node, complaints: told.toSorted((a, b) => a.at.start - b.at.start).slice(0, MOST_COMPLAINTS) };
}
