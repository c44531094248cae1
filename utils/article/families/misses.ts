/** Which rules of a page's family found nothing, so that the library can tell when a newspaper changed its pages. */
import { parsePrintedDate } from '@/utils/text/dates';
import type { MetadataHints } from '../metadata/hints';
import type { Family, FamilyPart } from './family';

/**
 * The family whose rules the copy was made by, and its parts that had to come from the generic path. Another family on the
 * page may have served a part: that is no miss.
 */
export function servedBy(
  families: readonly Family[],
  bodyFamily: string | null,
  hints: MetadataHints,
): { family: string | null; misses: FamilyPart[] } {
  const family = families.find(({ name }) => name === bodyFamily) ?? families[0];
  if (!family) return { family: null, misses: [] };
  const isFound: Record<FamilyPart, boolean> = {
    title: hints.title !== undefined,
    lead: isOwn(
      hints.lead?.source,
      families.flatMap(({ lead }) => lead),
    ),
    byline: (hints.byline ?? []).length > 0 || hints.authorElementEmpty === true,
    published: (hints.published ?? []).some(({ text }) => parsePrintedDate(text) !== null),
    section: hints.section !== undefined,
    body: bodyFamily !== null,
  };
  return { family: family.name, misses: family.required.filter((part) => !isFound[part]) };
}

function isOwn(source: string | undefined, selectors: string[]): boolean {
  return source === 'first-bold-paragraph' || selectors.some((selector) => source === `selector:${selector}`);
}
