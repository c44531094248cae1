/** The words that a query needs from the index. */
import type { QueryNode, QueryWord } from './query';

export interface AskedWord extends QueryWord {
  /** The word that is to follow it at once; null: none, or any of several. */
  next: QueryWord | null;
}

export function wordsAsked(node: QueryNode): AskedWord[] {
  const asked = (words: readonly QueryWord[], isRun: boolean) =>
    words.map((word, n): AskedWord => ({ ...word, next: (isRun && words[n + 1]) || null }));
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
      return asked(node.words, true);
    default:
      return [];
  }
}
