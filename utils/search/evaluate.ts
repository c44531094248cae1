/**
 * A query answered over all documents. Each part is answered by two sets: documents that have it, and documents that may
 * have it; `not` swaps them. What only may have it is settled by its text: for the rows shown at once, for the others after.
 */
import { DocSet } from './doc-set';
import { Answer, seek, standTogether, together, writtenAsTyped, type Match } from './match-words';
import type { FieldNode, QueryNode, WordsNode } from './query';
import { resting } from './resting';
import { scorerOf, type Weights } from './score';
import { blocksAnswer, type BlockWords } from './text-answer';
import type { WordSource } from './word-in-docs';

export interface Evaluation {
  /** One more than the highest number of a document. */
  size: number;
  sources: readonly WordSource[];
  weights: Weights;
  all: DocSet;
  fieldDocs: (node: FieldNode) => DocSet;
  /** Documents that have it beside their text: in a comment, a memo, the name of a code. */
  besideText: (node: WordsNode) => DocSet | null;
  /** Is it in the texts of these documents? */
  inTexts: (node: WordsNode, docs: readonly number[]) => Promise<boolean[]>;
  /** Texts asked at most to find out whether words are a phrase anywhere: after that they are not. */
  mostAsked?: number;
  /** Awaited between slices of work: keys and drawing come first. */
  rest?: () => Promise<void>;
}

/** Work that a key may have to wait for. */
export const SLICE_MS = 12;

/** How words that stand side by side in the query were taken. */
export interface Taken {
  node: WordsNode;
  as: 'phrase' | 'all';
}

export interface Found {
  yes: DocSet;
  /** All of `yes`, and those whose text must be asked. */
  maybe: DocSet;
  /** Relevance by document; 0 where no words were asked. */
  scores: Float32Array;
  taken: Taken[];
  /** The answer for a document of `maybe`, from its text. */
  test: (doc: number, blocks: readonly BlockWords[]) => boolean;
}

interface Part {
  yes: DocSet;
  maybe: DocSet;
  test: Found['test'];
}

const MOST_ASKED = 40;
const ASKED_AT_ONCE = 20;

export async function evaluate(node: QueryNode, input: Evaluation): Promise<Found> {
  const scores = new Float32Array(input.size);
  const taken: Taken[] = [];
  const part = await answer(node, input, { scores, taken });
  return { ...part, scores, taken };
}

async function answer(
  node: QueryNode,
  input: Evaluation,
  told: { scores: Float32Array | null; taken: Taken[] },
): Promise<Part> {
  switch (node.is) {
    case 'all':
      return certain(input.all);
    case 'field':
      return certain(input.fieldDocs(node));
    case 'not': {
      const { yes, maybe, test } = await answer(node.of, input, { ...told, scores: null });
      return {
        yes: input.all.without(maybe),
        maybe: input.all.without(yes),
        test: (doc, blocks) => !test(doc, blocks),
      };
    }
    case 'and':
    case 'or': {
      const parts: Part[] = [];
      for (const one of node.of) parts.push(await answer(one, input, told));
      if (parts.length === 0) return certain(input.all);
      const join = (sets: DocSet[]) => sets.reduce((a, b) => (node.is === 'and' ? a.and(b) : a.or(b)));
      return {
        yes: join(parts.map(({ yes }) => yes)),
        maybe: join(parts.map(({ maybe }) => maybe)),
        test: (doc, blocks) =>
          node.is === 'and'
            ? parts.every(({ test }) => test(doc, blocks))
            : parts.some(({ test }) => test(doc, blocks)),
      };
    }
    default:
      return answerWords(node, input, told);
  }
}

function certain(docs: DocSet): Part {
  return { yes: docs, maybe: docs, test: (doc) => docs.has(doc) };
}

async function answerWords(
  node: WordsNode,
  input: Evaluation,
  told: { scores: Float32Array | null; taken: Taken[] },
): Promise<Part> {
  const beside = input.besideText(node);
  const isOpen = node.is === 'words' && node.words.length > 1;
  const rest = input.rest ?? resting(SLICE_MS);
  const found = await lookUp(node, input, rest);
  let { yes, maybe } = found.asked;
  let as: Taken['as'] = 'phrase';
  if (isOpen && yes.isEmpty && !(await isAnywhere(node, maybe, input))) {
    as = 'all';
    yes = found.all;
    maybe = found.all;
  }
  told.taken.push({ node, as });
  if (told.scores) {
    const add = scorerOf(found.matches, input.weights, as === 'phrase' ? maybe : null);
    for (const match of found.matches) {
      add(told.scores, match);
      await rest();
    }
  }
  if (beside) {
    yes = yes.or(beside);
    maybe = maybe.or(beside);
  }
  yes = yes.and(input.all);
  maybe = maybe.and(input.all);
  const settled = yes;
  const possible = maybe;
  return {
    yes,
    maybe,
    test: (doc, blocks) =>
      settled.has(doc) || (possible.has(doc) && blocksAnswer(node, blocks, as === 'phrase')),
  };
}

/** Do the words stand side by side in one of these texts? */
async function isAnywhere(node: WordsNode, maybe: DocSet, input: Evaluation): Promise<boolean> {
  const docs = maybe
    .and(input.all)
    .toArray()
    .subarray(0, input.mostAsked ?? MOST_ASKED);
  for (let at = 0; at < docs.length; at += ASKED_AT_ONCE) {
    const some = await input.inTexts(node, [...docs.subarray(at, at + ASKED_AT_ONCE)]);
    if (some.includes(true)) return true;
  }
  return false;
}

async function lookUp(node: WordsNode, { sources, size }: Evaluation, rest: () => Promise<void>) {
  const words = node.is === 'near' ? [...node.left, ...node.right] : node.words;
  const asked = { yes: new DocSet(size), maybe: new DocSet(size) };
  const all = new DocSet(size);
  const matches: Match[] = [];
  for (const source of sources) {
    await rest();
    const sought = seek(source, words);
    if (!sought) continue;
    const { ats, nth } = together(sought);
    matches.push({ source, words: sought, ats, nth });
    // How near two words are only a text can tell.
    const side = node.is === 'near' ? null : standTogether(sought, { ats, nth });
    const otherwise = node.is === 'near' ? Answer.Perhaps : Answer.Yes;
    const written = node.is === 'phrase' && node.marksCount ? writtenAsTyped(sought, nth) : null;
    for (let n = 0; n < ats.length; n += 1) {
      const at = ats[n]!;
      if (source.isGone(at)) continue;
      const doc = source.docs[at]!;
      all.add(doc);
      let said = side ? side[n]! : otherwise;
      if (written && said !== Answer.No) said = Math.min(said, written(n));
      if (said === Answer.No) continue;
      asked.maybe.add(doc);
      if (said === Answer.Yes) asked.yes.add(doc);
    }
  }
  return { asked, all, matches };
}
