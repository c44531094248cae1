/** Where the prose of a page stands, whatever its elements are called: what a body must hold much of. */

const TEXT = 4;

/** Letters in paragraphs that are of no menu, form, note or comment. */
export function paragraphLength(page: Document): number {
  let length = 0;
  for (const paragraph of page.querySelectorAll('p'))
    if (!paragraph.closest('footer, nav, aside, form, a, [class*="comment"]'))
      length += paragraph.textContent?.trim().length ?? 0;
  return length;
}

export type Prose = { element: Element; length: number }[];

const NO_PROSE =
  'script, style, noscript, template, nav, footer, aside, form, a, button, select, textarea, figcaption, [class*="comment" i], [id*="comment" i]';
const LEAST_PROSE = 60;

/** The longer stretches of text outside links, forms, notes and comments. */
export function proseOf(page: Document): Prose {
  const prose: Prose = [];
  if (!page.body) return prose;
  const walker = page.createTreeWalker(page.body, TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue!.length < LEAST_PROSE ? 0 : node.nodeValue!.trim().length;
    const element = node.parentElement!;
    if (length >= LEAST_PROSE && !element.closest(NO_PROSE)) prose.push({ element, length });
  }
  return prose;
}

export function lengthOf(prose: Prose): number {
  return prose.reduce((sum, { length }) => sum + length, 0);
}

export function lengthIn(container: Element, prose: Prose): number {
  return lengthOf(prose.filter(({ element }) => container.contains(element)));
}

/** The smallest container named by the page that holds nearly all its prose. */
export function containerOf(page: Document, prose: Prose): Element | null {
  let best: Element | null = null;
  const least = lengthOf(prose) * 0.85;
  for (const element of [
    ...page.querySelectorAll('[itemprop~="articleBody"], article, main, [role="main"]'),
  ].slice(0, 60))
    if ((!best || best.contains(element)) && lengthIn(element, prose) >= least) best = element;
  return best;
}
