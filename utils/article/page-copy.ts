/** A copy of the page to work on: the page itself is never changed. What the reader could not see is left out. */

/** Clones the document without what is hidden. Guarded: where most text is hidden (scripts off, a cover), all is kept. */
export function copyPage(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  const root = rootOf(document);
  const copiedRoot = rootOf(copy);
  if (!root || !copiedRoot) return copy;
  const { hidden, panels } = hiddenIn(root, document);
  const elements = root.getElementsByTagName('*');
  const copied = copiedRoot.getElementsByTagName('*');
  for (const index of panels) unfold(copied[index]!);
  if (hidden.length === 0) return completed(copy);
  const lost = hidden.reduce((sum, index) => sum + proseIn(elements[index]!), 0);
  const isGuarded = lost > 0 && lost / proseIn(root) >= 0.4;
  const doomed: Element[] = [];
  for (const index of hidden) if (!isGuarded || isHiddenByMark(elements[index]!)) doomed.push(copied[index]!);
  for (const element of doomed) element.remove();
  return completed(copy);
}

/** Parts that React has sent and no script has put in their place yet: hidden boxes at the end of the body. */
const STREAMED = 'div[hidden][id^="S:"]';

function completed(copy: Document): Document {
  // The question over a folded answer is a button: extractors drop buttons.
  for (const button of copy.querySelectorAll(':is(h2, h3, h4, h5, h6) > button[aria-expanded]'))
    button.replaceWith(...button.childNodes);
  for (const part of copy.querySelectorAll(STREAMED)) {
    const place =
      copy.getElementById(`B:${part.id.slice(2)}`) ?? copy.getElementById(`P:${part.id.slice(2)}`);
    if (place) place.replaceWith(...part.childNodes);
    else part.removeAttribute('hidden');
  }
  return copy;
}

function rootOf(document: Document): HTMLElement | null {
  return document.body ?? document.documentElement;
}

const SKIPPED = new Set([
  'body',
  'script',
  'style',
  'noscript',
  'template',
  'img',
  'picture',
  'source',
  'br',
  'option',
]);

/**
 * Places of the outermost hidden elements among all elements. Inside a page that is not rendered at all only marks count.
 * The walk never goes into a hidden box, so that each element asked has rendered boxes around it.
 */
function hiddenIn(root: HTMLElement, document: Document): { hidden: number[]; panels: number[] } {
  const marked = new Set<Element>();
  for (const element of root.querySelectorAll('[hidden], [style*="none" i], [style*="hidden" i]'))
    if (isHiddenByMark(element)) marked.add(element);
  const isRendered = document.body?.isConnected && (document.body.checkVisibility?.() ?? false);
  const hidden: number[] = [];
  const panels: number[] = [];
  if (!isRendered && marked.size === 0) return { hidden, panels };
  const elements = root.getElementsByTagName('*');
  const { length } = elements;
  for (let index = 0; index < length; index += 1) {
    const element = elements[index] as HTMLElement;
    if (!(isRendered && !element.checkVisibility()) && !marked.has(element)) continue;
    if (SKIPPED.has(element.localName)) continue;
    if (isPanel(element)) panels.push(index);
    else if (!element.matches(STREAMED)) hidden.push(index);
    index += element.getElementsByTagName('*').length;
  }
  return { hidden, panels };
}

const FOLDED = /accordion|collaps|expand|faq|toggle-content|tab-?pane|tab-?panel/i;
const NO_TEXT =
  'nav, header, footer, aside, form, dialog, [role="navigation"], [role="dialog"], [class*="menu" i], [class*="nav" i], [class*="modal" i], [class*="comment" i], [class*="share" i]';

/** A part of the text that readers unfold: an answer under its question, a closed `<details>`. Menus unfold, too. */
function isPanel(element: Element): boolean {
  const { parentElement } = element;
  if ((element.textContent?.length ?? 0) < 60 || !parentElement) return false;
  const name = `${element.className} ${element.id} ${parentElement.className}`;
  const isFolded =
    parentElement.localName === 'details' ||
    FOLDED.test(name) ||
    element.getAttribute('role') === 'region' ||
    (element.id !== '' &&
      element.ownerDocument.querySelector(
        `[aria-expanded][aria-controls="${element.id.replace(/["\\]/g, '\\$&')}"]`,
      ) !== null);
  if (!isFolded || element.closest(NO_TEXT)) return false;
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += link.textContent?.length ?? 0;
  return linked < (element.textContent?.length ?? 0) * 0.4;
}

function unfold(element: Element): void {
  element.removeAttribute('hidden');
  if (isHiddenByMark(element)) element.removeAttribute('style');
  if (element.parentElement?.localName === 'details') element.parentElement.setAttribute('open', '');
}

function proseIn(element: Element): number {
  let length = element.localName === 'p' ? (element.textContent?.length ?? 0) : 0;
  for (const paragraph of element.getElementsByTagName('p')) length += paragraph.textContent?.length ?? 0;
  return length;
}

function isHiddenByMark(element: Element): boolean {
  return (
    (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
  );
}
