/** Which families a page shows marks of, and where its parts stand. */
import { collapseBlanks } from '@/utils/text/normal';
import { baotintuc } from './baotintuc';
import { dantri } from './dantri';
import { dotnetnuke } from './dotnetnuke';
import { epi } from './epi';
import type { Family, Place } from './family';
import { laodong } from './laodong';
import { mastercms } from './mastercms';
import { onecms } from './onecms';
import { vccorp } from './vccorp';
import { vietnamnet } from './vietnamnet';
import { vnexpress } from './vnexpress';
import { vov } from './vov';
import { znews } from './znews';

const KNOWN: readonly Family[] = [
  onecms,
  epi,
  vccorp,
  vnexpress,
  vietnamnet,
  dantri,
  laodong,
  dotnetnuke,
  znews,
  baotintuc,
  vov,
  mastercms,
];

export interface FamilyMatch {
  family: Family;
  marks: number;
}

/**
 * Families with enough marks, most marks first. All of them are systems of the Vietnamese press: other pages share some of
 * their class names, and need not be searched for them.
 */
export function familiesOf(document: Document, pageUrl: string): FamilyMatch[] {
  if (!mayBeVietnamese(document, pageUrl)) return [];
  return KNOWN.map((family) => ({ family, marks: countMarks(document, family) }))
    .filter(({ family, marks }) => marks >= family.marksNeeded)
    .toSorted((a, b) => b.marks - a.marks);
}

function mayBeVietnamese(document: Document, pageUrl: string): boolean {
  if (/^vi\b/i.test(document.documentElement?.getAttribute('lang') ?? '')) return true;
  if (URL.canParse(pageUrl) && new URL(pageUrl).hostname.endsWith('.vn')) return true;
  const heads = document.querySelectorAll('title, meta[property="og:title"], meta[name="description"], h1');
  return [...heads]
    .slice(0, 8)
    .some((head) =>
      /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]|[ou]\u031B|[aeo][\u0302\u0306]?\u0323/i.test(
        head.getAttribute('content') ?? head.textContent ?? '',
      ),
    );
}

function countMarks(document: Document, family: Family): number {
  return family.marks.filter((selector) => document.querySelector(selector) !== null).length;
}

/** First element of any selector that has text; its selector goes into the source. */
export function firstWithText(
  document: Document,
  selectors: string[],
): { text: string; source: string } | null {
  for (const selector of selectors)
    for (const element of document.querySelectorAll(selector)) {
      const text = collapseBlanks(element.textContent ?? '');
      if (text) return { text, source: `selector:${selector}` };
    }
  return null;
}

/** The texts of a place: one, or several joined. */
export function textOfPlace(
  document: Document,
  { selector, join }: Place,
): { text: string; source: string } | null {
  if (join === undefined) return firstWithText(document, [selector]);
  const texts = new Set<string>();
  for (const element of document.querySelectorAll(selector)) {
    const text = collapseBlanks(element.textContent ?? '');
    if (text) texts.add(text);
  }
  return texts.size > 0 ? { text: [...texts].join(join), source: `selector:${selector}` } : null;
}
