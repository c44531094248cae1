/** How the running text of a page lies: in one place as in an article, or in many as on a list or a service page. */

export interface TextSignals {
  /** Characters of running text, outside page furniture. */
  prose: number;
  /** Characters of running text in the box that holds most of it, its headings' sections counted in. */
  main: number;
  /** Long paragraphs in that box. */
  paragraphs: number;
}

const MOST_PARAGRAPHS = 400;
const FEW_CHARACTERS = 40;
const FURNITURE =
  'footer, nav, aside, form, header, dialog, [class*="comment"], [class*="footer"], [class*="cookie"]';
/** A section of an article may have a box of its own: half of its text counts for the box around it. */
const SHARES = [1, 0.9, 0.6];

/** Paragraphs first; pages that write their text into other boxes are read text by text. */
export function textSignals(document: Document): TextSignals {
  const boxes = new Map<Element, { characters: number; paragraphs: number }>();
  const signals: TextSignals = { prose: 0, main: 0, paragraphs: 0 };
  const furniture = new Map<Element, boolean>();
  const isFurniture = (parent: Element) => {
    let known = furniture.get(parent);
    if (known === undefined) furniture.set(parent, (known = parent.closest(FURNITURE) !== null));
    return known;
  };
  const take = (parent: Element, length: number) => {
    signals.prose += length;
    let box: Element | null = parent;
    for (const share of SHARES) {
      if (!box || box.localName === 'body') break;
      const sum = boxes.get(box) ?? { characters: 0, paragraphs: 0 };
      sum.characters += length * share;
      if (length >= 80) sum.paragraphs += 1;
      boxes.set(box, sum);
      box = box.parentElement;
    }
  };
  let seen = 0;
  for (const paragraph of document.getElementsByTagName('p')) {
    if ((seen += 1) > MOST_PARAGRAPHS) break;
    const parent = paragraph.parentElement;
    if (!parent) continue;
    const length = (paragraph.textContent ?? '').trim().length;
    if (length < FEW_CHARACTERS) continue;
    if (!isFurniture(parent) && linkedIn(paragraph, length) <= length * 0.5) take(parent, length);
  }
  if (signals.prose < 500) readOtherBoxes(document, isFurniture, take);
  for (const { characters, paragraphs } of boxes.values()) {
    if (characters <= signals.main) continue;
    signals.main = characters;
    signals.paragraphs = paragraphs;
  }
  return signals;
}

function linkedIn(paragraph: Element, length: number): number {
  if (paragraph.parentElement?.closest('a')) return length;
  let inLinks = 0;
  for (const link of paragraph.getElementsByTagName('a')) inLinks += link.textContent?.length ?? 0;
  return inLinks;
}

function readOtherBoxes(
  document: Document,
  isFurniture: (parent: Element) => boolean,
  take: (parent: Element, length: number) => void,
): void {
  const texts = document.createTreeWalker(document.body ?? document, 4);
  let left = 6_000;
  for (let text = texts.nextNode(); text && left > 0; text = texts.nextNode()) {
    left -= 1;
    if ((text as Text).data.length < 60) continue;
    const parent = text.parentElement;
    const length = (text as Text).data.trim().length;
    if (
      !parent ||
      length < 60 ||
      /^(?:script|style|noscript|template|textarea|p|option|title)$/.test(parent.localName)
    )
      continue;
    if (!parent.closest('p, a') && !isFurniture(parent))
      take(parent.closest('div, section, article, td, li, blockquote, main') ?? parent, length);
  }
}
