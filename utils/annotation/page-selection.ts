/** What a person has selected in a live page, in the page's own frames and shadow roots, and why it cannot be highlighted. */
import { frameDocument, type PageText } from './page-text';
import type { Ends } from './page-range';

export type SelectionRefusal = 'nothing' | 'editable' | 'frame';

export type PageSelection =
  | { ends: Ends; document: Document; clear: () => void }
  | { refused: SelectionRefusal };

/** Missing before Chrome 137. */
type AnySelection = Omit<Selection, 'getComposedRanges'> & Partial<Pick<Selection, 'getComposedRanges'>>;

const FIELDS = 'input,textarea,select';

export function readSelection(doc: Document, roots: PageText['roots']): PageSelection {
  const focused = deepFocus(doc);
  if (focused && (focused.matches(FIELDS) || isEditable(focused))) return { refused: 'editable' };
  if (focused?.matches('iframe,frame')) {
    const inner = frameDocument(focused as HTMLIFrameElement);
    if (inner) return readSelection(inner, roots);
    // The focus stays in a frame after a click elsewhere, so a selection of the page itself goes first.
    const own = selected(doc, roots);
    return 'refused' in own && own.refused === 'nothing' ? { refused: 'frame' } : own;
  }
  return selected(doc, roots);
}

function selected(doc: Document, roots: PageText['roots']): PageSelection {
  const selection = doc.getSelection() as AnySelection | null;
  if (!selection || selection.rangeCount === 0) return { refused: 'nothing' };
  const shadowRoots = roots.filter(
    (root): root is ShadowRoot => root.nodeType === 11 && root.ownerDocument === doc,
  );
  const range = selection.getComposedRanges?.({ shadowRoots })[0] ?? selection.getRangeAt(0);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer === endContainer && startOffset === endOffset) return { refused: 'nothing' };
  if (isEditable(elementOf(startContainer)) || isEditable(elementOf(endContainer)))
    return { refused: 'editable' };
  return {
    ends: { startContainer, startOffset, endContainer, endOffset },
    document: doc,
    clear: () => selection.removeAllRanges(),
  };
}

/** The focused element, also inside shadow roots that the page shows. */
function deepFocus(doc: Document): Element | null {
  let focused = doc.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === doc.body ? null : focused;
}

const elementOf = (node: Node): Element | null =>
  node.nodeType === 1 ? (node as Element) : node.parentElement;

function isEditable(element: Element | null): boolean {
  return element?.closest('[contenteditable]:not([contenteditable=false])') != null;
}
