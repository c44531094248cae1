/**
 * The text that a live page shows, and where each letter of it stands in the page. Promise: nothing of the page is touched;
 * what is not shown is not in it; every letter of the text belongs to one place of one text node.
 */
import type { AnchorText } from './types';

/** Letters that stand side by side in the text and in a text node. */
export interface PageRun {
  node: Text;
  /** Place in the node. */
  from: number;
  /** Place in the text. */
  start: number;
  length: number;
  /** The document or shadow root that the node is in. */
  root: Document | ShadowRoot;
}

export interface PageText extends AnchorText {
  blocks: { id: string; start: number; end: number }[];
  /** In text order. */
  runs: readonly PageRun[];
  /** Place in `runs` of a node's first run. */
  firstRun: ReadonlyMap<Node, number>;
  /** Every document (the page's, same-origin frames') and shadow root that was read. */
  roots: readonly (Document | ShadowRoot)[];
}

/** An element's shadow root, also a closed one where the browser shows it to an extension. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** Our own elements in a page; they are never part of its text. */
export const OWN_TAGS = /^pressmark-/;

const SKIPPED =
  /^(?:script|style|noscript|template|textarea|input|select|datalist|svg|math|canvas|video|audio|object|embed|head|img|picture|progress|meter)$/;
/** A drop cap floats and is a box of its own then, but belongs to its word. */
const PHRASING = /^(?:span|b|strong|i|em|a|font|u|small|mark|sup|sub)$/;
/** Words with single blanks between them: letter by letter what the text holds. */
const WORDS = /[^\s\u0085]+(?: [^\s\u0085]+)*/g;
const NODES_A_STEP = 400;

type Step = { node: Node } | { leaves: 'block' } | { root: Document | ShadowRoot };

/** Reads the whole page; yields now and then, so that it can be done in slices. */
export function* pageSteps(doc: Document, shadowRootOf: ShadowRootOf): Generator<void, PageText> {
  const draft = new Draft();
  const roots = new Set<Document | ShadowRoot>([doc]);
  let root: Document | ShadowRoot = doc;
  const stack: Step[] = doc.body ? [{ node: doc.body }] : [];
  const later = (nodes: ArrayLike<Node>) => {
    for (let n = nodes.length - 1; n >= 0; n -= 1) stack.push({ node: nodes[n]! });
  };
  const enter = (inner: Document | ShadowRoot, children: ArrayLike<Node>) => {
    roots.add(inner);
    stack.push({ root });
    later(children);
    root = inner;
  };

  for (let count = 0, step = stack.pop(); step; step = stack.pop(), count += 1) {
    if (count % NODES_A_STEP === NODES_A_STEP - 1) yield;
    if ('root' in step) root = step.root;
    else if ('leaves' in step) draft.endBlock();
    else if (step.node.nodeType === 3) draft.add(step.node as Text, root);
    else if (step.node.nodeType === 1) {
      const element = step.node as HTMLElement;
      const name = element.localName;
      if (name === 'br') draft.addBlank();
      if (name === 'br' || SKIPPED.test(name) || OWN_TAGS.test(name) || isEdited(element)) continue;
      const style = element.ownerDocument.defaultView?.getComputedStyle(element);
      if (!style || style.display === 'none') continue;
      if (isBlock(element, style)) {
        draft.endBlock();
        stack.push({ leaves: 'block' });
      }
      if (name === 'iframe' || name === 'frame') {
        const inner = frameDocument(element as HTMLIFrameElement);
        if (inner?.body) enter(inner, [inner.body]);
        continue;
      }
      const shadow = shadowRootOf(element);
      if (shadow) enter(shadow, shadow.childNodes);
      else if (name === 'slot') {
        const given = (element as HTMLSlotElement).assignedNodes();
        if (given.length > 0) enter(given[0]!.getRootNode() as Document | ShadowRoot, given);
        else later(element.childNodes);
      } else later(element.childNodes);
    }
  }
  draft.endBlock();
  return { ...draft.done(), roots: [...roots] };
}

/** Every document and shadow root of a page that was not read yet. */
export function rootsIn(root: Document | ShadowRoot, shadowRootOf: ShadowRootOf): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap((element) => {
    const frame = /^i?frame$/.test(element.localName) ? frameDocument(element as HTMLIFrameElement) : null;
    return [shadowRootOf(element), frame].filter((one) => one !== null);
  });
  return [root, ...inner.flatMap((one) => rootsIn(one, shadowRootOf))];
}

/** The document in a frame, null when it is of another origin. */
export function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** What a person types there is theirs, not the page's. */
function isEdited(element: HTMLElement): boolean {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable !== 'false';
}

function isBlock(element: Element, { display, float }: CSSStyleDeclaration): boolean {
  if (display.startsWith('inline') || display === 'contents' || display.startsWith('ruby')) return false;
  return !(PHRASING.test(element.localName) && float !== '' && float !== 'none');
}

class Draft {
  private text = '';
  private readonly blocks: PageText['blocks'] = [];
  private readonly runs: PageRun[] = [];
  private readonly firstRun = new Map<Node, number>();
  private blockStart = 0;
  /** A blank that counts only when more of the block follows; null = none. */
  private blank: { node: Text; from: number; root: PageRun['root'] } | 'break' | null = null;
  private hidden = new WeakMap<Element, boolean>();

  add(node: Text, root: PageRun['root']): void {
    const { data } = node;
    let at = 0;
    WORDS.lastIndex = 0;
    for (let match = WORDS.exec(data); match; match = WORDS.exec(data)) {
      if (at === 0 && this.isHidden(node)) return;
      if (match.index > at) this.blank ??= { node, from: match.index - 1, root };
      this.put(match[0], node, match.index, root);
      at = match.index + match[0].length;
    }
    if (data.length > at) this.blank ??= { node, from: at, root };
  }

  addBlank(): void {
    this.blank ??= 'break';
  }

  endBlock(): void {
    this.blank = null;
    if (this.text.length === this.blockStart) return;
    this.blocks.push({ id: `p${this.blocks.length}`, start: this.blockStart, end: this.text.length });
    this.text += '\n';
    this.blockStart = this.text.length;
  }

  done(): Omit<PageText, 'roots'> {
    const { blocks, runs, firstRun } = this;
    return { text: this.text.slice(0, -1), blocks, runs, firstRun };
  }

  private put(words: string, node: Text, from: number, root: PageRun['root']): void {
    if (this.blank !== null && this.text.length > this.blockStart) {
      if (this.blank !== 'break') this.extend(this.blank.node, this.blank.from, 1, this.blank.root);
      this.text += ' ';
    }
    this.blank = null;
    this.extend(node, from, words.length, root);
    this.text += words;
  }

  private extend(node: Text, from: number, length: number, root: PageRun['root']): void {
    const last = this.runs.at(-1);
    const start = this.text.length;
    if (last?.node === node && last.from + last.length === from && last.start + last.length === start) {
      last.length += length;
      return;
    }
    if (!this.firstRun.has(node)) this.firstRun.set(node, this.runs.length);
    this.runs.push({ node, from, start, length, root });
  }

  /** `visibility` is inherited and may be taken back further in, so it is asked of the words themselves. */
  private isHidden(node: Text): boolean {
    const parent = node.parentElement;
    if (!parent) return false;
    let hidden = this.hidden.get(parent);
    if (hidden === undefined) {
      const visibility = parent.ownerDocument.defaultView?.getComputedStyle(parent).visibility;
      hidden = visibility === 'hidden' || visibility === 'collapse';
      this.hidden.set(parent, hidden);
    }
    return hidden;
  }
}
