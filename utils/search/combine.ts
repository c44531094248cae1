/** Query nodes joined without needless layers: the same question always has the same tree. */
import type { QueryNode } from './query';

export function allOf(nodes: QueryNode[]): QueryNode {
  const members = nodes.flatMap((node) => (node.is === 'and' ? node.of : node.is === 'all' ? [] : [node]));
  return members.length > 1 ? { is: 'and', of: members } : (members[0] ?? { is: 'all' });
}

/** At least one; nothing asked when there is none. */
export function anyOf(nodes: QueryNode[]): QueryNode {
  const members = nodes.flatMap((node) => (node.is === 'or' ? node.of : [node]));
  return members.length > 1 ? { is: 'or', of: members } : (members[0] ?? { is: 'all' });
}

export function noneOf(node: QueryNode): QueryNode {
  if (node.is === 'all') return node;
  return node.is === 'not' ? node.of : { is: 'not', of: node };
}
