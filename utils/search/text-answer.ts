/** Words asked of a text itself: the truth that the index must agree with. A phrase never reaches over the end of a block. */
import type { QueryWord, WordsNode } from './query';
import { formsOf, type WordForms } from './tokens';

/** The words of a block of text, in order. */
export type BlockWords = readonly WordForms[];

export const wordsOfBlocks = (blocks: readonly string[]): BlockWords[] => blocks.map(formsOf);

const fits = (there: WordForms | undefined, word: QueryWord, marksCount: boolean): boolean => {
  if (!there) return false;
  if (word.isPrefix) {
    return marksCount ? there.written.startsWith(word.typed) : there.folded.startsWith(word.folded);
  }
  return marksCount ? there.written === word.typed : there.folded === word.folded;
};

function standAt(block: BlockWords, at: number, words: readonly QueryWord[], marksCount: boolean): boolean {
  return words.every((word, n) => fits(block[at + n], word, marksCount));
}

/** @param isPhrase for `words`: side by side; else all of them anywhere */
export function blocksAnswer(node: WordsNode, blocks: readonly BlockWords[], isPhrase: boolean): boolean {
  switch (node.is) {
    case 'near':
      return blocks.some((block) => hasNear(block, node));
    case 'phrase':
      return blocks.some((block) => block.some((_, at) => standAt(block, at, node.words, node.marksCount)));
    case 'words':
      return isPhrase
        ? blocks.some((block) => block.some((_, at) => standAt(block, at, node.words, false)))
        : node.words.every((word) => blocks.some((block) => block.some((token) => fits(token, word, false))));
  }
}

function hasNear(block: BlockWords, node: Extract<WordsNode, { is: 'near' }>): boolean {
  const { left, right, distance } = node;
  const placesOf = (words: readonly QueryWord[], marksCount: boolean) =>
    block.flatMap((_, at) => (standAt(block, at, words, marksCount) ? [at] : []));
  const from = placesOf(left, node.leftMarks);
  const to = placesOf(right, node.rightMarks);
  return from.some((one) =>
    to.some((other) => {
      const between = one < other ? other - one - left.length : one - other - right.length;
      return between >= 0 && between <= distance;
    }),
  );
}
