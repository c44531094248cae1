/** Pictures with their captions and credits, in the many forms pages print them. */
import { splitCredit } from '@/utils/text/credits';
import { collapseBlanks } from '@/utils/text/normal';
import { imageAddresses, MOST_PICTURES, printedSize } from '../pictures';
import type { PictureFound } from '../types';
import type { Leaf, Run, Structure } from './draft';
import { tidyRuns } from './runs';

/** Collects the pictures of one article, each address once. */
export class PictureBook {
  readonly pictures: PictureFound[] = [];
  private readonly byUrl = new Map<string, PictureFound>();

  /** The picture an image shows; null for icons, pixels, repeats and beyond the cap. */
  add(image: Element, base: string, role: PictureFound['role'] = 'body'): PictureFound | null {
    const { width, height, isTiny } = printedSize(image);
    if (isTiny || this.pictures.length >= MOST_PICTURES) return null;
    const [url, ...alternatives] = imageAddresses(image, base);
    if (url === undefined || this.byUrl.has(url)) return null;
    const alt = collapseBlanks(image.getAttribute('alt') ?? '').slice(0, 2_000) || null;
    return this.put({ url, alternatives, alt, width, height, role });
  }

  /** A picture known only by its address (a hint of the metadata). */
  put(found: Omit<PictureFound, 'id' | 'caption' | 'credit'>): PictureFound {
    const picture = { id: `p${this.pictures.length + 1}`, caption: null, credit: null, ...found };
    this.pictures.push(picture);
    this.byUrl.set(found.url, picture);
    return picture;
  }

  has(url: string): boolean {
    return this.byUrl.has(url);
  }
}

/** Adds a figure with its caption to the draft, and the picture to the book. Without a picture the caption is kept. */
export function addFigure(
  parent: Structure,
  images: Element[],
  captions: Element[],
  base: string,
  book: PictureBook,
  role: PictureFound['role'] = 'body',
): Structure | null {
  const added = images.flatMap((image) => book.add(image, base, role) ?? []);
  const caption = captionLeaf(captions);
  if (added.length === 0 && (images.length === 0 || caption === null)) return null;
  let last: Structure | null = null;
  const shown = added.length === 0 ? [null] : added;
  for (const [index, picture] of shown.entries()) {
    last = { kind: 'structure', tag: 'figure', children: [] };
    if (picture) last.pictureId = picture.id;
    // One caption under several pictures belongs to the last, where it stands.
    if (caption && index === shown.length - 1) setCaption(last, caption, picture);
    parent.children.push(last);
  }
  return last;
}

/** Puts a caption leaf under a figure and its words on the picture. */
export function setCaption(figure: Structure, caption: Leaf, picture: PictureFound | null): void {
  const text = caption.runs.map((run) => run.text).join('');
  caption.type = 'caption';
  delete caption.level;
  if (picture) {
    caption.pictureId = picture.id;
    picture.caption = text;
    picture.credit = splitCredit(text).credit;
  }
  figure.children.push({ kind: 'structure', tag: 'figcaption', children: [caption] });
}

/** The words of caption elements as one leaf; emphasis in captions is layout and goes. */
function captionLeaf(captions: Element[]): Leaf | null {
  const texts: string[] = [];
  for (const element of captions) {
    const text = spaced(element);
    if (text && !texts.some((other) => other.includes(text))) texts.push(text);
  }
  const [first] = captions;
  if (!first || texts.length === 0) return null;
  const runs: Run[] = tidyRuns([{ text: texts.join(' '), marks: [] }]);
  return runs.length > 0 ? { kind: 'leaf', type: 'caption', runs, element: first } : null;
}

/** Text of an element with a blank between its blocks, without scripts, buttons and screen reader labels. */
function spaced(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, 5, {
    acceptNode: (node) =>
      node.nodeType === 1 &&
      /^(?:script|style|button|noscript|svg|template)$/.test((node as Element).localName)
        ? 2
        : 1,
  });
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeType === 3) text += node.nodeValue;
    else if (/^(?:p|div|br|li|td|figcaption)$/.test((node as Element).localName)) text += ' ';
  return collapseBlanks(text);
}

const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|captions|image_desc|image-desc|pcaption|photo-caption|figcaption|wp-caption-text|chuthich|imgcaption|desc_cation)(?:$|[\s_-])/i;

export function hasCaptionClass(element: Element): boolean {
  return (
    element.localName === 'figcaption' || CAPTION_CLASS.test(String(element.getAttribute('class') ?? ''))
  );
}

/**
 * The pictures and captions of an element that is a figure: `<figure>`, a table of one column with a picture, a box with a
 * picture and a caption element. null: no figure, walk on inside.
 */
export function figureParts(
  element: Element,
  isCaption: (element: Element) => boolean,
  base: string,
): { images: Element[]; captions: Element[] }[] | null {
  const tag = element.localName;
  if (tag !== 'figure' && tag !== 'table' && tag !== 'div') return null;
  if (tag === 'figure' && element.querySelector('table, blockquote, pre, iframe, video')) return null;
  const images = [...element.querySelectorAll('img')];
  if (images.length === 0 || images.length > 60) return null;
  const captions = [...element.querySelectorAll('*')].filter(isCaption).filter(notInside);
  if (tag === 'div') return smallBox(element, images, captions) ? [{ images, captions }] : null;
  if (tag === 'figure') {
    const inner = [...element.querySelectorAll('figure')];
    if (inner.length > 0) {
      const parts = inner.flatMap((figure) => figureParts(figure, isCaption, base) ?? []);
      const own = captions.filter((caption) => caption.closest('figure') === element);
      return own.length > 0 && parts.length > 0
        ? [...parts.slice(0, -1), { ...parts.at(-1)!, captions: [...parts.at(-1)!.captions, ...own] }]
        : parts;
    }
    return [{ images, captions: captions.length > 0 ? captions : restOfFigure(element) }];
  }
  return tableParts(element, captions);
}

/** Captions inside captions are told once. */
function notInside(element: Element, _index: number, all: Element[]): boolean {
  return !all.some((other) => other !== element && other.contains(element));
}

/** A figure without a caption element: its short words are the caption. */
function restOfFigure(figure: Element): Element[] {
  const text = collapseBlanks(figure.textContent ?? '');
  return text && text.length <= 300 && !figure.querySelector('noscript, h1, h2, h3') ? [figure] : [];
}

/** A box is a figure when nothing but the picture and its caption is in it. */
function smallBox(box: Element, images: Element[], captions: Element[]): boolean {
  if (captions.length !== 1 || images.length !== 1 || box.querySelector('figure, table')) return false;
  const all = collapseBlanks(box.textContent ?? '').length;
  return all - collapseBlanks(captions[0]!.textContent ?? '').length <= 20;
}

/** Tables of old systems: picture above, caption cell below, sometimes several pairs. */
function tableParts(
  table: Element,
  captions: Element[],
): { images: Element[]; captions: Element[] }[] | null {
  const cells = [...table.querySelectorAll('td, th')].filter((cell) => cell.closest('table') === table);
  if (table.querySelector('table') || cells.length > 60) return null;
  const isNamed = captions.length > 0;
  const parts: { images: Element[]; captions: Element[] }[] = [];
  for (const cell of cells) {
    const images = [...cell.querySelectorAll('img')];
    const text = collapseBlanks(cell.textContent ?? '');
    const own = captions.filter((caption) => cell.contains(caption) || caption === cell);
    if (images.length > 0) {
      // A picture in a cell full of text: the table lays out a box, or is real data.
      if (text.length > 300 && own.length === 0) return null;
      parts.push({ images, captions: own.length > 0 ? own : text ? [cell] : [] });
    } else if (text) {
      const last = parts.at(-1);
      if (!last || text.length > 600 || (isNamed && own.length === 0)) return null;
      if (!isNamed && cells.length > 4) return null;
      last.captions.push(...(own.length > 0 ? own : [cell]));
    }
  }
  return parts;
}
