/**
 * Page families: what a publishing system prints, as data. Class names travel between systems, so a family never claims a
 * whole page: each part is looked up by itself, families with more marks first, and what finds nothing is left to the
 * generic path. Adding one is a file like `znews.ts`, its name in `choose.ts` and a folder of pages in `fixtures`.
 */

/** One place where a field may stand. `join`: several elements make one value. */
export interface Place {
  selector: string;
  join?: string;
}

/** A part of the page that a family has rules for. */
export type FamilyPart = 'title' | 'lead' | 'byline' | 'published' | 'section' | 'body';

export interface Family {
  name: string;
  /** Selectors of which `marksNeeded` must match somewhere in the page. */
  marks: string[];
  marksNeeded: number;
  /** Parts that every article of the system prints: a rule for one that finds nothing has failed, and the copy says so. */
  required: FamilyPart[];
  title: string[];
  lead: string[];
  byline: Place[];
  published: string[];
  modified: string[];
  section: string[];
  tags: string[];
  agency: string[];
  leadPicture: string[];
  body: string[];
  /** Boxes inside the body that are not the article, with the reason kept in the capture. */
  drop: { selector: string; reason: string }[];
  /** Boxes kept although their class looks like one to drop. */
  keep: string[];
  /** Elements whose text is the caption of the picture next to them. */
  captions: string[];
  /** Dates in metas are in US order. */
  usDates: boolean;
}

/** A family from the rules it has; the parts left out are left to the generic path. */
export function family(rules: Pick<Family, 'name'> & Partial<Family>): Family {
  return {
    marks: [],
    marksNeeded: 2,
    required: ['title', 'published', 'body'],
    title: [],
    lead: [],
    byline: [],
    published: [],
    modified: [],
    section: [],
    tags: [],
    agency: [],
    leadPicture: [],
    body: [],
    drop: [],
    keep: [],
    captions: ['figcaption'],
    usDates: false,
    ...rules,
  };
}
