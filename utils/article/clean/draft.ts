/** What the walk over a body makes before it becomes text and HTML: structures holding leaves, leaves holding runs. */
import type { BlockType } from '../types';

/** An inline element around a run. The same object on two runs means the same element. */
export interface Mark {
  tag: 'strong' | 'em' | 'a' | 'sub' | 'sup' | 'q' | 'cite' | 'code';
  href?: string;
}

export interface Run {
  text: string;
  marks: readonly Mark[];
  /** The blank stands for a line break. */
  isBreak?: boolean;
}

export interface Leaf {
  kind: 'leaf';
  type: BlockType;
  level?: number;
  runs: Run[];
  /** Where it came from, for rules that look at classes and alignment. Never written out. */
  element: Element;
  lang?: string;
  pictureId?: string;
}

export type StructureTag =
  | 'ul'
  | 'ol'
  | 'li'
  | 'blockquote'
  | 'table'
  | 'tr'
  | 'td'
  | 'th'
  | 'figure'
  | 'figcaption';

export interface Structure {
  kind: 'structure';
  tag: StructureTag | 'root';
  children: (Leaf | Structure)[];
  colspan?: number;
  rowspan?: number;
  pictureId?: string;
}

export function plainText(leaf: Leaf): string {
  return leaf.runs.map(({ text }) => text).join('');
}

/** Leaves in reading order. Iterative: a hostile page may nest deeply. */
export function leavesOf(root: Structure): { leaf: Leaf; parent: Structure }[] {
  const found: { leaf: Leaf; parent: Structure }[] = [];
  const stack: { node: Leaf | Structure; parent: Structure }[] = [{ node: root, parent: root }];
  while (stack.length > 0) {
    const { node, parent } = stack.pop()!;
    if (node.kind === 'leaf') found.push({ leaf: node, parent });
    else
      for (let index = node.children.length - 1; index >= 0; index -= 1)
        stack.push({ node: node.children[index]!, parent: node });
  }
  return found;
}

/** Structures in reading order, the root first. */
export function structuresOf(root: Structure): Structure[] {
  const found: Structure[] = [];
  const stack: Structure[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index]!;
      if (child.kind === 'structure') stack.push(child);
    }
  }
  return found;
}

/** Is all of the leaf's text inside an element of this kind? */
export function isWholly(leaf: Leaf, tag: Mark['tag']): boolean {
  let any = false;
  for (const run of leaf.runs) {
    if (!run.text.trim()) continue;
    any = true;
    if (!run.marks.some((mark) => mark.tag === tag)) return false;
  }
  return any;
}
