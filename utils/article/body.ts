/**
 * The body of an article as a draft: by the rules of a family where a page has such a body, else by the generic extractor.
 * Works on a copy of the page, so nothing here can change what the reader sees.
 */
import { beginningOf } from '@/utils/text/graphemes';
import { collapseBlanks } from '@/utils/text/normal';
import { bodyInData } from './body-in-data';
import { leavesOf, plainText, type Structure } from './clean/draft';
import { hasCaptionClass, PictureBook } from './clean/figure';
import { roleByName } from './clean/roles';
import { walk, type WalkRules } from './clean/walk';
import type { Family } from './families/family';
import { containerOf, lengthIn, lengthOf, paragraphLength, proseOf, type Prose } from './prose';
import { readable } from './readable';
import type { Removed } from './types';

export interface Body {
  draft: Structure;
  book: PictureBook;
  removed: Removed[];
  /** Family whose body rule was used; null = generic path. */
  family: string | null;
}

/** A rule that finds less than this found a teaser or an empty shell. */
const LEAST_TEXT = 80;

/**
 * `families`: known ones with marks on the page, best first. `generic`: single rules tried before Readability. `makeCopy`
 * is called a second time only for pages whose first reading found too little.
 */
export function findBody(makeCopy: () => Document, base: string, families: Family[], generic: Family): Body {
  const copy = makeCopy();
  for (const family of [...families, generic])
    for (const selector of family.body) {
      const container = richest(copy, selector);
      if (!container) continue;
      const body = walkBody(container, base, [family, ...families.filter((other) => other !== family)], true);
      if (textLength(body.draft) < LEAST_TEXT && body.book.pictures.length === 0) continue;
      return { ...body, family: family === generic ? null : family.name };
    }
  return genericBody(copy, makeCopy, base, generic);
}

/** Less than this share of the prose of the container that the page names: the article was cut in pieces. */
const LEAST_OF_CONTAINER = 0.55;
/** Less than this share of the paragraphs of the whole page: the extractor took a side box, or a box too many was dropped. */
const LEAST_OF_PAGE = 0.3;

/**
 * Readability on the page without its boxes. Where that lost much of the prose: the container that the page itself names,
 * Readability on the untouched page, all of the page, or the text in the page's data; the first that keeps enough.
 */
function genericBody(copy: Document, makeCopy: () => Document, base: string, generic: Family): Body {
  const prose = proseOf(copy);
  const paragraphs = paragraphLength(copy);
  const named = containerOf(copy, prose);
  const ofContainer = named ? lengthIn(named, prose) * LEAST_OF_CONTAINER : 0;
  const removed = dropBoxes(copy, prose);
  const first = readable(copy);
  const body = first ? walkBody(first.body, base, [generic], false) : null;
  const found = body ? textLength(body.draft) : 0;
  const least = Math.max(LEAST_TEXT, ofContainer, paragraphs < 400 ? 0 : paragraphs * LEAST_OF_PAGE);
  if (body && found >= least) return { ...body, removed: [...removed, ...body.removed], family: null };
  const whole = makeCopy();
  const others = [
    () => containerOf(whole, proseOf(whole)),
    () => readable(whole.cloneNode(true) as Document)?.body ?? null,
    () => whole.body,
  ];
  for (const find of others) {
    const element = find();
    const other = element ? walkBody(element, base, [generic], true) : null;
    if (other && textLength(other.draft) >= least) return { ...other, family: null };
  }
  const told = bodyInData(whole, found);
  if (told) return { draft: told, book: new PictureBook(), removed, family: null };
  if (body) return { ...body, removed: [...removed, ...body.removed], family: null };
  return {
    draft: { kind: 'structure', tag: 'root', children: [] },
    book: new PictureBook(),
    removed,
    family: null,
  };
}

/** The element of the selector with the most text: pages print empty twins and footers of the same class. */
function richest(copy: Document, selector: string): Element | null {
  let best: Element | null = null;
  let most = 0;
  for (const element of copy.querySelectorAll(selector)) {
    const length = element.textContent?.length ?? 0;
    if (length > most) [best, most] = [element, length];
  }
  return best;
}

function walkBody(
  container: Element,
  base: string,
  families: Family[],
  byName: boolean,
): Omit<Body, 'family'> {
  const removed: Removed[] = [];
  const book = new PictureBook();
  const keep = families.flatMap((family) => family.keep).join(',');
  const drops = families.flatMap((family) => family.drop);
  const captions = families.flatMap((family) => family.captions).join(',');
  const whole = container.textContent?.length ?? 0;
  const rules: WalkRules = {
    base,
    isCaption: (element) => (captions !== '' && element.matches(captions)) || hasCaptionClass(element),
    dropReason: (element) => {
      if (keep !== '' && element.matches(keep)) return null;
      for (const { selector, reason } of drops) if (element.matches(selector)) return reason;
      if (isHiddenNow(element)) return 'hidden';
      if (!byName) return null;
      const role = element.hasAttribute('class') || element.id ? roleByName(element) : null;
      // A wrapper of the article may be called "post-tags": what holds much of the text is no box.
      return role !== null && (element.textContent?.length ?? 0) < whole * 0.3 ? role : null;
    },
  };
  const draft = walk(container, rules, book, removed);
  return { draft, book, removed };
}

function isHiddenNow(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    /(?:^|;)\s*display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}

/** A box with more of the prose than this is the article, whatever its name. */
const MOST_OF_BOX = 0.2;
const LEAST_BESIDE_COMMENTS = 150;
const BOXES = ':is(div, aside, section, ul, ol, nav, footer, p, span, zone):is([class], [id])';

/** Boxes taken out before the generic extractor looks: it would keep them when they hold enough text. */
function dropBoxes(copy: Document, prose: Prose): Removed[] {
  const removed: Removed[] = [];
  const { body } = copy;
  if (!body) return removed;
  const all = lengthOf(prose);
  for (const box of [...body.querySelectorAll(BOXES)].slice(0, 60_000)) {
    const reason = roleByName(box);
    if (reason === null || !box.isConnected) continue;
    const text = box.textContent ?? '';
    const inner = lengthIn(box, prose);
    // What readers wrote may be longer than the article, and is not counted as prose.
    const isTooMuch = reason === 'comments' ? all < LEAST_BESIDE_COMMENTS : inner > all * MOST_OF_BOX;
    if (isTooMuch || box.querySelector('h1, article') || (reason === 'byline' && text.length > 400)) continue;
    const short = collapseBlanks(text.slice(0, 1_000));
    if (short && removed.length < 500) removed.push({ reason, text: beginningOf(short, 80) });
    box.remove();
  }
  return removed;
}

export function textLength(draft: Structure): number {
  return leavesOf(draft).reduce((sum, { leaf }) => sum + plainText(leaf).length, 0);
}
