/** The byline on pages of no known family: marks in the markup, then a line that opens with "By", "Von", "Par" near the headline. */
import { parseByline } from '@/utils/text/bylines';
import { collapseBlanks } from '@/utils/text/normal';
import { isOutside } from './outside';
import { elementText, type Page } from './page';

const MARKS = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '[class*="byline" i] a[href*="author" i]',
  '[class*="byline-name" i], [class*="author-name" i], [class*="author__name" i], [class*="authorname" i], [class*="author-box__name" i]',
  '.byline, [class*="byline" i]',
  '.author, .authors, .auteur, .auteurs, .autor, .autore, .post-author, .entry-author, .article-author, .article__author, .story-author, .the-author, .vcard .fn',
  '[class*="author" i], [class*="auteur" i], [class*="autor" i], [class*="wrote" i], [class*="written" i], [class*="reporter" i]',
  'a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor/" i], a[href*="/auteur/" i], a[href*="/autoren/" i], a[href*="/reporter" i], a[href*="/contributor" i], a[href*="/journalist" i], a[href*="/producers/" i]',
];

/** The byline of a picture. */
const CAPTION = 'figure, figcaption, [class~="caption" i], [class~="wp-caption" i]';

/** All that the strong marks can find: one short walk over the page instead of seven long ones. */
const MARKED =
  '[rel~="author"], [itemprop~="author"], [itemprop~="author"] [itemprop~="name"], [class*="byline" i], [class*="byline" i] a[href*="author" i], [class*="author" i], [class~="autor" i], [class~="autore" i], [class*="auteur" i], .vcard .fn';

/** From this mark on only what stands near the headline, and is no more than names, is believed. */
const WEAK = 7;

/**
 * Marks of a byline on pages of no known family. Only the first kind of mark that gives a name is used.
 *
 * @param isNamed the head names somebody already: weak marks are not looked for
 */
export function visibleByline(page: Page, isNamed: boolean): { texts: string[]; source: string } | null {
  const heading = page.document.querySelector('h1') ?? page.document.querySelector('h2');
  const marked = [...page.document.querySelectorAll(MARKED)];
  for (const [strength, mark] of MARKS.entries()) {
    if (isNamed && strength >= WEAK) return null;
    const texts: string[] = [];
    const elements =
      strength < WEAK
        ? marked.filter((one) => one.matches(mark))
        : [...page.document.querySelectorAll(mark)].slice(0, 100);
    for (const element of inner(elements)) {
      if (/^(?:LINK|META|BODY|HTML|IMG|INPUT|SCRIPT|STYLE)$/.test(element.tagName)) continue;
      if ((element.textContent ?? '').length > 2_000) continue;
      const text = elementText(element);
      if (!text || text.length > 120 || texts.includes(text) || isOutside(element, heading)) continue;
      const caption = element.closest(CAPTION);
      if (caption && !(heading && caption.contains(heading))) continue;
      const { authors } = parseByline(text);
      if (authors.length === 0 || (strength >= WEAK && !authors.every(looksLikePerson))) continue;
      texts.push(text);
      if (texts.length === 6) break;
    }
    const most = strength >= WEAK ? 3 : 6;
    // Many different names behind one mark are the authors of teasers.
    if (texts.length > 0 && texts.length < most)
      return { texts, source: `selector:generic ${mark.split(',')[0]}` };
  }
  if (isNamed) return null;
  const line = (heading && bylineNear(page.document, heading)) ?? labelled(page.document, heading);
  return line ? { texts: [line], source: 'selector:near-headline' } : null;
}

/** Two or three capitalised words and nothing of the page's furniture. */
function looksLikePerson(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:de|da|di|del|della|van|von|der|den|zu|la|le|al|bin|dos|du|y)\s+)*\p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u.test(
    name,
  );
}

/** Links inside a byline are a name each, and so are boxes of one kind beside each other: their texts would run together. */
function inner(elements: Element[]): Element[] {
  return elements.flatMap((element) => {
    const links = [...element.querySelectorAll('a')].filter(
      (link) => !link.querySelector('a') && elementText(link),
    );
    if (links.length > 1 && links.length < 6) return links;
    return siblingNames(element) ?? [element];
  });
}

function siblingNames(element: Element): Element[] | null {
  if (element.querySelectorAll('*').length > 40) return null;
  let box = element;
  while (box.childElementCount === 1 && elementText(box) === elementText(box.firstElementChild))
    box = box.firstElementChild!;
  const parts = [...box.children].filter((child) => elementText(child));
  if (parts.length < 2 || parts.length > 5) return null;
  const kind = (part: Element) => `${part.tagName}.${part.className}`;
  const alike = parts.every((part) => kind(part) === kind(parts[0]!));
  return alike && parts.every((part) => looksLikePerson(elementText(part)!)) ? parts : null;
}

const OPENING =
  /^(?:(?:text|words|story|written|reported|posted|erstellt|geschrieben|beitrag|texte|texto|article|publié|publicado|escrito)\s+)?(?:by|von|par|por|di|door|av|af|autor(?:in)?(?:\/autor(?:in)?)?\s*:?|auteur\s*:|author\s*:)\s*(.*)$/i;

/** "Von Maria Muster" as a line of its own among the texts around the headline; the name may stand in the next element. */
function bylineNear(document: Document, heading: Element): string | null {
  const root = document.body;
  if (!root) return null;
  const walker = document.createTreeWalker(root, 4 /* text */);
  walker.currentNode = heading;
  let opened = false;
  for (let looked = 0; looked < 50;) {
    const node = walker.nextNode();
    if (!node) return null;
    const element = node.parentElement;
    const text = collapseBlanks(node.textContent ?? '');
    if (!text || !element || /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA)$/.test(element.tagName)) continue;
    looked += 1;
    const match = text.length <= 90 ? OPENING.exec(text) : null;
    const rest = match ? match[1]! : opened ? text : null;
    opened = match !== null && match[1] === '';
    if (!rest || isOutside(element, heading)) continue;
    const { authors } = parseByline(rest);
    if (authors.length > 0 && authors.every(looksLikePerson)) return rest;
  }
  return null;
}

/** "Autorin/Autor" in front of a name, in a list of facts wherever it stands. */
function labelled(document: Document, heading: Element | null): string | null {
  for (const label of document.querySelectorAll('dt, th, li > strong, li > b, p > strong, p > b')) {
    const word = label.textContent!.trim();
    if (!/^(?:autor(?:in)?(?:\/autor(?:in)?)?|author|auteur|autore)\s*:?$/i.test(word)) continue;
    const text = collapseBlanks(
      label.nextElementSibling?.textContent || label.nextSibling?.textContent || '',
    );
    const { authors } = parseByline(text.slice(0, 120));
    if (authors.length > 0 && authors.every(looksLikePerson) && !isOutside(label, heading)) return text;
  }
  return null;
}
