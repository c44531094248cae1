/** A copy of the page to work on: the page itself is never changed. What the reader could not see is left out. */

/** Clones the document without what is hidden. Guarded: where most text is hidden (scripts off, a cover), all is kept. */
export function copyPage(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  const hidden: Element[] = [];
  const live = walker(document);
  const cloned = walker(copy);
  let all = 0;
  let lost = 0;
  let skipUntil: Node | null = null;
  // Inside a page that is not rendered at all nothing counts as hidden. The walk never goes into a hidden box, so that each
  // element asked has rendered boxes around it.
  const isRendered = document.body?.isConnected && (document.body.checkVisibility?.() ?? false);
  for (let a = live.nextNode(), b = cloned.nextNode(); a && b; a = live.nextNode(), b = cloned.nextNode()) {
    const element = a as HTMLElement;
    if (skipUntil) {
      if (skipUntil.contains(a)) continue;
      skipUntil = null;
    }
    if (element.localName === 'p') all += element.textContent?.length ?? 0;
    if (!isHidden(element, isRendered)) continue;
    hidden.push(b as Element);
    skipUntil = a;
    for (const paragraph of element.localName === 'p' ? [element] : element.querySelectorAll('p')) {
      const length = paragraph.textContent?.length ?? 0;
      lost += length;
      if (paragraph !== element) all += length;
    }
  }
  if (all === 0 || lost / all < 0.4) for (const element of hidden) element.remove();
  else for (const element of hidden) if (isHiddenByMark(element)) element.remove();
  return copy;
}

function walker(document: Document): TreeWalker {
  return document.createTreeWalker(document.body ?? document.documentElement ?? document, 1);
}

const SKIPPED = new Set([
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

function isHidden(element: HTMLElement, isRendered: boolean): boolean {
  if (SKIPPED.has(element.localName)) return false;
  return (
    isHiddenByMark(element) || (isRendered && element.localName !== 'body' && !element.checkVisibility())
  );
}

function isHiddenByMark(element: Element): boolean {
  return (
    (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
  );
}
