/** Which families a page shows marks of, and where its parts stand. */
import { collapseBlanks } from '@/utils/text/normal';
import { epi } from './epi';
import type { Family, Place } from './family';
import { onecms } from './onecms';
import { vccorp } from './vccorp';
import { vnexpress } from './vnexpress';

const KNOWN: readonly Family[] = [onecms, epi, vccorp, vnexpress];

export interface FamilyMatch {
  family: Family;
  marks: number;
}

/** Families with enough marks, most marks first. */
export function familiesOf(document: Document): FamilyMatch[] {
  return KNOWN.map((family) => ({ family, marks: countMarks(document, family) }))
    .filter(({ family, marks }) => marks >= family.marksNeeded)
    .toSorted((a, b) => b.marks - a.marks);
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
