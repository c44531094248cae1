/** The words that a query needs from the index. */
import type { QueryNode, QueryWord } from './query';

export function wordsAsked(node: QueryNode): QueryWord[] {
  switch (node.is) {
    case 'and':
    case 'or':
      return node.of.flatMap(wordsAsked);
    case 'not':
      return wordsAsked(node.of);
    case 'near':
      return [...node.left, ...node.right];
    case 'words':
    case 'phrase':
      return node.words;
    default:
      return [];
  }
}
