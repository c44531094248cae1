/** The words that a query needs from the index. */
import type { QueryNode, QueryWord } from './query';

export interface AskedWord extends QueryWord {
  /** What stands beside it is asked, too. */
  isInRun: boolean;
}

export function wordsAsked(node: QueryNode): AskedWord[] {
  const asked = (words: readonly QueryWord[], isInRun: boolean) =>
    words.map((word): AskedWord => ({ ...word, isInRun }));
  switch (node.is) {
    case 'and':
    case 'or':
      return node.of.flatMap(wordsAsked);
    case 'not':
      return wordsAsked(node.of);
    case 'near':
      return asked([...node.left, ...node.right], false);
    case 'words':
    case 'phrase':
      return asked(node.words, node.words.length > 1);
    default:
      return [];
  }
}
