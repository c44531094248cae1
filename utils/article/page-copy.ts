/** A copy of the page to work on: the page itself is never changed. What the reader could not see is left out. */

/** Clones the document without what is hidden. Guarded: where most text is hidden (scripts off, a cover), all is kept. */
export function copyPage(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  const root = rootOf(document);
  const copiedRoot = rootOf(copy);
  if (!root || !copiedRoot) return copy;
  const hidden = hiddenIn(root, document);
  if (hidden.length === 0) return withStreamed(copy);
  const elements = root.getElementsByTagName('*');
  const copied = copiedRoot.getElementsByTagName('*');
  const lost = hidden.reduce((sum, index) => sum + proseIn(elements[index]!), 0);
  const isGuarded = lost > 0 && lost / proseIn(root) >= 0.4;
  const doomed: Element[] = [];
  for (const index of hidden) if (!isGuarded || isHiddenByMark(elements[index]!)) doomed.push(copied[index]!);
  for (const element of doomed) element.remove();
  return withStreamed(copy);
}

/** Parts that React has sent and no script has put in their place yet: hidden boxes at the end of the body. */
const STREAMED = 'div[hidden][id^="S:"]';

function withStreamed(copy: Document): Document {
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
function hiddenIn(root: HTMLElement, document: Document): number[] {
  const marked = new Set<Element>();
  for (const element of root.querySelectorAll('[hidden], [style*="none" i], [style*="hidden" i]'))
    if (isHiddenByMark(element)) marked.add(element);
  const isRendered = document.body?.isConnected && (document.body.checkVisibility?.() ?? false);
  const hidden: number[] = [];
  if (!isRendered && marked.size === 0) return hidden;
  const elements = root.getElementsByTagName('*');
  const { length } = elements;
  for (let index = 0; index < length; index += 1) {
    const element = elements[index] as HTMLElement;
    if (!(isRendered && !element.checkVisibility()) && !marked.has(element)) continue;
    if (SKIPPED.has(element.localName)) continue;
    if (!element.matches(STREAMED)) hidden.push(index);
    index += element.getElementsByTagName('*').length;
  }
  return hidden;
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
