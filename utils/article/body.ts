/**
 * The body of an article as a draft: by the rules of a family where a page has such a body, else by the generic extractor.
 * Works on a copy of the page, so nothing here can change what the reader sees.
 */
import { beginningOf } from '@/utils/text/graphemes';
import { collapseBlanks } from '@/utils/text/normal';
import { leavesOf, plainText, type Structure } from './clean/draft';
import { hasCaptionClass, PictureBook } from './clean/figure';
import { roleByName } from './clean/roles';
import { walk, type WalkRules } from './clean/walk';
import type { Family } from './families/family';
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

/** Less than this share of the page's paragraphs: the extractor took a side box, or a box too many was dropped. */
const LEAST_SHARE = 0.3;

function genericBody(copy: Document, makeCopy: () => Document, base: string, generic: Family): Body {
  const prose = proseLength(copy);
  const removed = dropBoxes(copy);
  const first = readable(copy);
  const body = first ? walkBody(first.body, base, [generic], false) : null;
  if (body && (textLength(body.draft) >= prose * LEAST_SHARE || prose < 400))
    return { ...body, removed: [...removed, ...body.removed], family: null };
  const whole = makeCopy();
  const last = (whole.cloneNode(true) as Document).querySelector('article, main, [role="main"], body');
  const second = readable(whole);
  const untouched = second ? walkBody(second.body, base, [generic], true) : null;
  const container = last ? walkBody(last, base, [generic], true) : null;
  const least = Math.max(LEAST_TEXT, prose * LEAST_SHARE);
  for (const one of [untouched, container])
    if (one && textLength(one.draft) >= least) return { ...one, family: null };
  const any = body ?? untouched ?? container;
  return any
    ? { ...any, family: null }
    : {
        draft: { kind: 'structure', tag: 'root', children: [] },
        book: new PictureBook(),
        removed,
        family: null,
      };
}

function proseLength(copy: Document): number {
  let length = 0;
  for (const paragraph of copy.querySelectorAll('p'))
    if (!paragraph.closest('footer, nav, aside, form, a, [class*="comment"]'))
      length += paragraph.textContent?.trim().length ?? 0;
  return length;
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

/** Boxes taken out before the generic extractor looks: it would keep them when they hold enough text. */
function dropBoxes(copy: Document): Removed[] {
  const removed: Removed[] = [];
  const { body } = copy;
  if (!body) return removed;
  const prose = [...body.querySelectorAll('p')].reduce((sum, p) => sum + (p.textContent?.length ?? 0), 0);
  const boxes = [...body.querySelectorAll('div, aside, section, ul, ol, nav, footer, p, span, zone')].slice(
    0,
    60_000,
  );
  for (const box of boxes) {
    if (!box.hasAttribute('class') && !box.id) continue;
    const reason = roleByName(box);
    if (reason === null || !box.isConnected) continue;
    const text = box.textContent ?? '';
    const inner = [...box.querySelectorAll('p')].reduce((sum, p) => sum + (p.textContent?.length ?? 0), 0);
    if (inner > prose * 0.2 || box.querySelector('h1, article') || (reason === 'byline' && text.length > 400))
      continue;
    const short = collapseBlanks(text.slice(0, 1_000));
    if (short && removed.length < 500) removed.push({ reason, text: beginningOf(short, 80) });
    box.remove();
  }
  return removed;
}

export function textLength(draft: Structure): number {
  return leavesOf(draft).reduce((sum, { leaf }) => sum + plainText(leaf).length, 0);
}
