/**
 * Correcting a copy by hand: blocks taken out, put in from the page, or given another kind. Edits are applied to the clean
 * HTML, and text and blocks are read anew from the result, so that all three stay one.
 */
import { collapseBlanks } from '@/utils/text/normal';
import { parseInert } from './inert';
import type { Block } from './types';

export type CorrectableKind = 'title' | 'lead' | 'paragraph' | 'heading' | 'quote' | 'caption';

export type Correction =
  | { do: 'takeOut'; blockId: string }
  | { do: 'setKind'; blockId: string; kind: CorrectableKind }
  | { do: 'takeOutPicture'; pictureId: string }
  /** `after` null = before everything; `blockId` is the new block's name until the copy is read anew. */
  | { do: 'putIn'; after: string | null; blockId: string; kind: CorrectableKind; text: string };

export interface CopyText {
  text: string;
  blocks: Block[];
  html: string;
}

const TAG_OF: Record<CorrectableKind, string> = {
  title: 'h1',
  lead: 'p',
  paragraph: 'p',
  heading: 'h2',
  quote: 'p',
  caption: 'p',
};

/** Structures that mean nothing once they are empty. */
const EMPTIED = 'ul, ol, li, blockquote, table, tbody, tr, figure:not([data-picture])';

/**
 * The copy after the corrections, in their order. A correction of a block that is no longer there does nothing.
 * @param naming `anew`: blocks of the result are b0, b1… in reading order, as in every version; `kept`: they keep their
 *   names, so that further corrections can speak of them
 */
export function correctCopy(
  copy: CopyText,
  corrections: readonly Correction[],
  naming: 'anew' | 'kept' = 'anew',
): CopyText {
  const root = parseInert(copy.html).body;
  const kinds = new Map(copy.blocks.map((block) => [block.id, block]));
  for (const correction of corrections) apply(root, kinds, correction);
  return readAnew(root, kinds, naming);
}

function apply(root: Element, kinds: Map<string, Block>, correction: Correction): void {
  if (correction.do === 'takeOutPicture') {
    const figure = marked(root, 'data-picture', correction.pictureId);
    if (figure) removeWithEmptied(figure, root);
    return;
  }
  if (correction.do === 'putIn') {
    const text = collapseBlanks(correction.text.normalize('NFC'));
    if (!text) return;
    const made = root.ownerDocument.createElement('p');
    made.textContent = text;
    made.setAttribute('data-block', correction.blockId);
    kinds.set(correction.blockId, { id: correction.blockId, type: 'paragraph', start: 0, end: 0 });
    const before = correction.after === null ? null : marked(root, 'data-block', correction.after);
    if (before) topOf(before, root).after(made);
    else root.prepend(made);
    if (correction.kind !== 'paragraph') setKind(root, kinds, made, correction.kind);
    return;
  }
  const element = marked(root, 'data-block', correction.blockId);
  if (!element) return;
  if (correction.do === 'takeOut') removeWithEmptied(element, root);
  else setKind(root, kinds, element, correction.kind);
}

function setKind(root: Element, kinds: Map<string, Block>, element: Element, kind: CorrectableKind): void {
  const id = element.getAttribute('data-block')!;
  if (element.localName === 'td' || element.localName === 'th') return;
  liftOut(element, root);
  const made = root.ownerDocument.createElement(TAG_OF[kind]);
  for (const name of ['data-block', 'lang']) {
    const value = element.getAttribute(name);
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...element.childNodes);
  if (kind === 'quote') {
    const quote = root.ownerDocument.createElement('blockquote');
    quote.append(made);
    element.replaceWith(quote);
  } else element.replaceWith(made);
  const block: Block = { id, type: kind, start: 0, end: 0 };
  if (kind === 'heading') block.level = 2;
  kinds.set(id, block);
}

/** Splits the lists, quotes and figures around an element until it stands at the top, in the same place of the text. */
function liftOut(element: Element, root: Element): void {
  for (let parent = element.parentElement!; parent !== root; parent = element.parentElement!) {
    const rest = parent.cloneNode(false) as Element;
    rest.removeAttribute('data-picture');
    while (element.nextSibling) rest.append(element.nextSibling);
    parent.after(element);
    if (rest.childNodes.length > 0) element.after(rest);
    if (parent.childNodes.length === 0 && !parent.hasAttribute('data-picture')) parent.remove();
  }
}

function removeWithEmptied(element: Element, root: Element): void {
  let parent: Element | null = element.parentElement;
  element.remove();
  while (parent && parent !== root && parent.matches(EMPTIED) && parent.childNodes.length === 0) {
    const above = parent.parentElement;
    parent.remove();
    parent = above;
  }
}

function readAnew(root: Element, kinds: ReadonlyMap<string, Block>, naming: 'anew' | 'kept'): CopyText {
  const blocks: Block[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const element of root.querySelectorAll('[data-block]')) {
    const before = kinds.get(element.getAttribute('data-block')!);
    const text = element.textContent ?? '';
    if (!before || text === '') {
      element.removeAttribute('data-block');
      continue;
    }
    const id = naming === 'anew' ? `b${blocks.length}` : before.id;
    const block = { ...before, id, start: at, end: at + text.length };
    element.setAttribute('data-block', id);
    blocks.push(block);
    texts.push(text);
    at = block.end + 1;
  }
  return { text: texts.join('\n'), blocks, html: root.innerHTML };
}

function marked(root: Element, mark: 'data-block' | 'data-picture', id: string): Element | null {
  return [...root.querySelectorAll(`[${mark}]`)].find((element) => element.getAttribute(mark) === id) ?? null;
}

function topOf(element: Element, root: Element): Element {
  let top = element;
  while (top.parentElement && top.parentElement !== root) top = top.parentElement;
  return top;
}

const PIECES =
  'h1, h2, h3, h4, h5, h6, p, li, blockquote, figcaption, td, th, dd, dt, pre, div, section, span, a';
const MOST_PIECES = 3_000;

/**
 * The pieces of text of a page that a copy lacks, in the order of the page: the innermost elements that hold words of
 * their own. Each once.
 */
export function piecesMissingIn(copy: Pick<CopyText, 'text' | 'blocks'>, page: Document): string[] {
  const seen = new Set(copy.blocks.map(({ start, end }) => copy.text.slice(start, end)));
  const pieces: string[] = [];
  for (const element of page.body?.querySelectorAll(PIECES) ?? []) {
    if (pieces.length >= MOST_PIECES) break;
    if (!hasOwnWords(element) || element.closest('script, style, noscript, template, svg')) continue;
    const text = collapseBlanks((element.textContent ?? '').normalize('NFC'));
    if (text.length < 2 || text.length > 20_000 || seen.has(text)) continue;
    seen.add(text);
    pieces.push(text);
  }
  return pieces;
}

const BLOCKS = 'p, div, li, ul, ol, table, section, article, blockquote, figure, h1, h2, h3, h4, h5, h6';

/** Words directly inside, and none of the boxes below would carry them instead; inline parts of a paragraph do not count. */
function hasOwnWords(element: Element): boolean {
  const isInline = element.localName === 'span' || element.localName === 'a';
  if (isInline && element.parentElement && hasDirectWords(element.parentElement)) return false;
  if (element.querySelector(BLOCKS)) return false;
  return isInline ? hasDirectWords(element) : /\S/.test(element.textContent ?? '');
}

function hasDirectWords(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''));
}
