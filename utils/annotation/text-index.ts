/**
 * Where each letter of a version's text stands in a rendered copy of it. The copy is only a view: a block whose rendered
 * text is not exactly the saved text is left out and named, so that nothing is ever anchored to other words.
 */
import type { Block } from '@/utils/article/types';

export interface IndexedNode {
  node: Text;
  block: Block;
  /** Offsets into the version's whole text. */
  start: number;
  end: number;
}

export interface TextIndex {
  root: Element;
  text: string;
  blocks: Block[];
  elements: ReadonlyMap<string, Element>;
  /** In text order; empty text nodes are not here. */
  nodes: readonly IndexedNode[];
  /** Blocks that the copy lacks or shows with other words. */
  broken: readonly string[];
}

const SHOW_TEXT = 4;

/** Indexes the text nodes of every `[data-block]` element of `root` that shows its block's text exactly. */
export function indexText(root: Element, text: string, blocks: readonly Block[]): TextIndex {
  const elements = new Map<string, Element>();
  for (const element of root.querySelectorAll('[data-block]')) {
    const id = element.getAttribute('data-block') ?? '';
    if (!elements.has(id)) elements.set(id, element);
  }
  const inOrder = blocks.toSorted((a, b) => a.start - b.start);
  const nodes: IndexedNode[] = [];
  const broken: string[] = [];
  for (const block of inOrder) {
    const element = elements.get(block.id);
    if (!element || element.textContent !== text.slice(block.start, block.end)) {
      broken.push(block.id);
      continue;
    }
    const walker = root.ownerDocument.createTreeWalker(element, SHOW_TEXT);
    let at = block.start;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (node.length === 0) continue;
      nodes.push({ node, block, start: at, end: at + node.length });
      at += node.length;
    }
  }
  return { root, text, blocks: inOrder, elements, nodes, broken };
}

/** Place in `nodes` of the first node that ends after `offset`; `nodes.length` when there is none. */
export function nodeAfter(index: TextIndex, offset: number): number {
  let low = 0;
  let high = index.nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.nodes[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
