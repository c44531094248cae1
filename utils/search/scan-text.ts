/**
 * Where a text has what a query asks for: what is marked in results and in the reader. The rules are those of `text-answer.ts`:
 * a line of the text is a block, and a phrase never reaches over its end.
 */
import type { QueryNode, QuerySpan, QueryWord, WordsNode } from './query';
import { eachWord, type WordForms } from './tokens';

/** How syllables side by side are read: next to each other, or anywhere in the text. */
export type WordsMode = 'phrase' | 'all';
/** The same for each part of a query, as the search has taken it. */
export type WordsModes = WordsMode | ((node: WordsNode) => WordsMode);

export interface Hit extends QuerySpan {
  /** Which of the query's words or phrases it is: those of different numbers were asked for apart. */
  term: number;
  /** Written with the very marks that were typed. */
  isExact: boolean;
}

/** A run of words of the text: from one token to before another. */
interface Run {
  from: number;
  to: number;
}

class ReadText {
  readonly #forms: WordForms[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** Number of the block in which each word stands. */
  readonly #blocks: number[] = [];
  /** Places of the words that are asked for. */
  readonly #places = new Map<string, number[]>();

  constructor(text: string, asked: readonly WordsNode[]) {
    for (const node of asked)
      for (const { folded } of node.is === 'near' ? [...node.left, ...node.right] : node.words)
        this.#places.set(folded, []);
    let block = 0;
    let border = text.indexOf('\n');
    eachWord(text, (forms, start, end) => {
      for (; border >= 0 && border < start; border = text.indexOf('\n', border + 1)) block += 1;
      this.#places.get(forms.folded)?.push(this.#forms.length);
      this.#forms.push(forms);
      this.#starts.push(start);
      this.#ends.push(end);
      this.#blocks.push(block);
    });
  }

  #isAt(word: QueryWord, at: number, marksCount: boolean, block: number): boolean {
    const forms = this.#forms[at];
    if (!forms || this.#blocks[at] !== block) return false;
    const [there, wanted] = marksCount ? [forms.written, word.typed] : [forms.folded, word.folded];
    return word.isPrefix ? there.startsWith(wanted) : there === wanted;
  }

  /** Places where the words stand side by side. */
  phrase(words: readonly QueryWord[], marksCount: boolean): Run[] {
    // The rarest word leads: "của" stands a hundred times, "Tuy Phong" once.
    let lead = 0;
    for (const [at, word] of words.entries())
      if (!word.isPrefix && (words[lead]!.isPrefix || this.#count(word) < this.#count(words[lead]!)))
        lead = at;
    const runs: Run[] = [];
    for (const at of this.#leads(words[lead]!)) {
      const from = at - lead;
      const block = this.#blocks[at]!;
      if (words.every((word, place) => this.#isAt(word, from + place, marksCount, block)))
        runs.push({ from, to: from + words.length });
    }
    return runs;
  }

  #count(word: QueryWord): number {
    return this.#places.get(word.folded)?.length ?? 0;
  }

  #leads(word: QueryWord): Iterable<number> {
    if (!word.isPrefix) return this.#places.get(word.folded) ?? [];
    return this.#forms.flatMap(({ folded }, at) => (folded.startsWith(word.folded) ? [at] : []));
  }

  /** Pairs of places of two phrases with at most so many words between them. */
  near(node: Extract<QueryNode, { is: 'near' }>): Run[] {
    const lefts = this.phrase(node.left, node.leftMarks);
    const rights = this.phrase(node.right, node.rightMarks);
    const found: Run[] = [];
    const isNear = (a: Run, b: Run) => {
      const between = a.from < b.from ? b.from - a.to : a.from - b.to;
      const isSameBlock = this.#blocks[a.from] === this.#blocks[b.from];
      return isSameBlock && between >= 0 && between <= node.distance;
    };
    for (const left of lefts) {
      const beside = rights.filter((right) => isNear(left, right));
      if (beside.length > 0) found.push(left, ...beside);
    }
    return found;
  }

  hit({ from, to }: Run, words: readonly QueryWord[] | null, term: number): Hit {
    const isExact =
      words?.every((word, place) => {
        const { written } = this.#forms[from + place]!;
        return word.isPrefix ? written.startsWith(word.typed) : written === word.typed;
      }) ?? true;
    return { start: this.#starts[from]!, end: this.#ends[to - 1]!, term, isExact };
  }
}

/** All that was asked for and stands in the text, in order; what was denied is no hit. Hits may overlap. */
export function hitsIn(text: string, node: QueryNode, modes: WordsModes): Hit[] {
  const asked = askedIn(node);
  if (asked.length === 0) return [];
  const read = new ReadText(text, asked);
  const hits: Hit[] = [];
  let term = 0;
  const take = (runs: Run[], words: readonly QueryWord[] | null) => {
    for (const run of runs) hits.push(read.hit(run, words, term));
    term += 1;
  };
  for (const part of asked) {
    if (part.is === 'near') take(read.near(part), null);
    else if (part.is === 'phrase') take(read.phrase(part.words, part.marksCount), part.words);
    else if ((typeof modes === 'string' ? modes : modes(part)) === 'phrase')
      take(read.phrase(part.words, false), part.words);
    else for (const word of part.words) take(read.phrase([word], false), [word]);
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Hits that touch or overlap, or have nothing but a blank between them, are marked as one. */
export function marksOf(text: string, hits: readonly Hit[]): QuerySpan[] {
  const marks: QuerySpan[] = [];
  for (const { start, end } of hits) {
    const last = marks.at(-1);
    if (last && (start <= last.end || text.slice(last.end, start) === ' '))
      last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}

function askedIn(node: QueryNode): WordsNode[] {
  switch (node.is) {
    case 'words':
    case 'phrase':
    case 'near':
      return [node];
    case 'and':
    case 'or':
      return node.of.flatMap(askedIn);
    default:
      return [];
  }
}

/** Whether the query asks for any words, so that results can be sorted by how well they answer. */
export const asksWords = (node: QueryNode): boolean => askedIn(node).length > 0;
