/**
 * What the page-family rules and the body extractor saw and the document alone does not tell. The resolver treats a hint
 * as one more candidate: it goes through the same reject lists as everything else.
 */

/** A text with the place it stood, for example `selector:.c-detail-head__time` or `sign-off`. */
export interface HintText {
  text: string;
  source: string;
}

export interface HintNames {
  names: string[];
  source: string;
}

export interface MetadataHints {
  /** "onecms", "epi", "vccorp", "vnexpress"; null = generic path. */
  family: string | null;
  title?: HintText;
  lead?: HintText;
  /** In the order they should be tried; the sign-off paragraph found in the body has the source `sign-off`. */
  byline?: HintText[];
  published?: HintText[];
  modified?: HintText[];
  section?: HintNames;
  tags?: HintNames;
  agency?: HintText;
  leadPicture?: { url: string; source: string };
  /** The page has an author element and it is empty: the page says it has no author. */
  authorElementEmpty?: boolean;
  /** A OneCMS mark was seen: dates in its metas are in US order. */
  usDates?: boolean;
  /** For the language, when the page does not name it (or names it wrongly). */
  bodyText?: string;
}
