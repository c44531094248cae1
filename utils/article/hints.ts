/** What the family rules see in the page, handed to the metadata resolver. Every part is looked up by itself. */
import { collapseBlanks } from '@/utils/text/normal';
import { firstWithText, textOfPlace } from './families/choose';
import type { Family } from './families/family';
import type { HintText, MetadataHints } from './metadata/hints';
import { imageAddresses } from './pictures';

/** Hints from the page's own elements; the body's hints (first bold lead, sign-off) are added by the extraction. */
export function hintsFrom(
  document: Document,
  base: string,
  families: Family[],
  generic: Family,
): MetadataHints {
  const all = [...families, generic];
  const hints: MetadataHints = { family: families[0]?.name ?? null };
  const one = (pick: (family: Family) => string[]): HintText | undefined => {
    for (const family of all) {
      const found = firstWithText(document, pick(family));
      if (found) return found;
    }
    return undefined;
  };
  const many = (pick: (family: Family) => string[]): HintText[] =>
    all.flatMap((family) => pick(family).flatMap((selector) => firstWithText(document, [selector]) ?? []));
  const names = (pick: (family: Family) => string[]): MetadataHints['section'] => {
    for (const family of all)
      for (const selector of pick(family)) {
        const list = [...document.querySelectorAll(selector)]
          .map((element) => collapseBlanks(element.textContent ?? '').replace(/^#/, ''))
          .filter(Boolean);
        if (list.length > 0)
          return { names: [...new Set(list)].slice(0, 50), source: `selector:${selector}` };
      }
    return undefined;
  };

  const title = one((family) => family.title);
  if (title) hints.title = title;
  const lead = one((family) => family.lead);
  if (lead) hints.lead = lead;
  const byline = all.flatMap((family) =>
    family.byline.flatMap((place) => textOfPlace(document, place) ?? []),
  );
  if (byline.length > 0) hints.byline = byline;
  const published = many((family) => family.published);
  if (published.length > 0) hints.published = published;
  const modified = many((family) => family.modified);
  if (modified.length > 0) hints.modified = modified;
  const section = names((family) => family.section);
  if (section) hints.section = section;
  const tags = names((family) => family.tags);
  if (tags) hints.tags = tags;
  const agency = one((family) => family.agency);
  if (agency) hints.agency = agency;
  if (families.some((family) => family.usDates)) hints.usDates = true;
  if (
    byline.length === 0 &&
    all.some((family) => family.byline.some(({ selector }) => document.querySelector(selector) !== null))
  )
    hints.authorElementEmpty = true;
  const picture = leadPictureOf(document, base, families);
  if (picture) hints.leadPicture = picture;
  return hints;
}

/** A lead picture that stands outside the body, with its element. */
export function leadPictureElement(
  document: Document,
  families: Family[],
): { element: Element; selector: string } | null {
  for (const family of families)
    for (const selector of family.leadPicture) {
      const element = document.querySelector(selector);
      if (element) return { element, selector };
    }
  return null;
}

function leadPictureOf(
  document: Document,
  base: string,
  families: Family[],
): MetadataHints['leadPicture'] | undefined {
  const found = leadPictureElement(document, families);
  const [url] = found ? imageAddresses(found.element, base) : [];
  return found && url !== undefined ? { url, source: `selector:${found.selector}` } : undefined;
}
