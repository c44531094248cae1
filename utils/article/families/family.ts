/**
 * Page families: what a publishing system prints, as data. Class names travel between systems, so a family never claims a
 * whole page: each part is looked up by itself, families with more marks first, and what finds nothing is left to the
 * generic path.
 */

/** One place where a field may stand. `join`: several elements make one value. */
export interface Place {
  selector: string;
  join?: string;
}

export interface Family {
  name: string;
  /** Selectors of which `marksNeeded` must match somewhere in the page. */
  marks: string[];
  marksNeeded: number;
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
