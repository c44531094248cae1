/**
 * What a page becomes: the plain JSON that leaves the page and is kept as a version.
 * Offsets everywhere are UTF-16 code units into one NFC text; blocks are joined by a single "\n".
 */

export type BlockType =
  | 'title'
  | 'lead'
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'listItem'
  | 'table'
  | 'caption'
  | 'preformatted'
  | 'embed';

/**
 * One block of the text. Invariant: in the clean HTML the element `[data-block=id]` has exactly the text
 * `text.slice(start, end)` as its textContent, and neighbouring blocks are separated by one "\n" in the text.
 * A table gives one block per cell (`table`), a `<br>` inside a block is a blank, two of them make a new block.
 */
export interface Block {
  id: string;
  type: BlockType;
  start: number;
  end: number;
  /** Heading level 2–6, list depth from 1. */
  level?: number;
  /** Caption: the picture it belongs to. */
  pictureId?: string;
}

export type FieldState = 'found' | 'absent' | 'notFound' | 'byHand';

export interface Candidate<T> {
  value: T;
  /** Where it stood: `json-ld:datePublished`, `meta:article:published_time`, `selector:.c-detail-head__time`, `sign-off`… */
  source: string;
  /** As printed on the page, when that differs from the value. */
  printed?: string;
  /** Why this candidate did not win. */
  rejected?: string;
}

/** One metadata field. `absent`: the page says it has none (an empty author element); `notFound`: we saw no trace. */
export interface Field<T> {
  value: T | null;
  state: FieldState;
  source: string | null;
  printed?: string;
  /** Dates: the page named no zone, +07:00 was assumed. */
  offsetAssumed?: boolean;
  /** The losers, for the "sources" view. */
  candidates?: Candidate<T>[];
}

export interface BylineRole {
  /** As printed: "Tin", "Bài", "Ảnh", "Thực hiện"… lower-cased. */
  role: string;
  names: string[];
}

export interface Metadata {
  title: Field<string>;
  /** The sapo, with its dateline code left in place. */
  lead: Field<string>;
  /** "BT", "TTXVN": the code that opens the lead. */
  dateline: Field<string>;
  /** Literal names: never split, never recased. `printed` holds the byline as printed. */
  authors: Field<string[]>;
  roles: Field<BylineRole[]>;
  agency: Field<string>;
  /** ISO 8601 with offset, or a bare date when the page gives no time. */
  published: Field<string>;
  modified: Field<string>;
  section: Field<string[]>;
  keywords: Field<string[]>;
  outlet: Field<string>;
  language: Field<string>;
  genre: Field<string>;
  leadPicture: Field<string>;
  canonicalUrl: Field<string>;
}

export type MetadataKey = keyof Metadata;

/** A picture of the article as found on the page; nothing is fetched while capturing. */
export interface PictureFound {
  /** Position in the article: "p1", "p2"… also the value of `data-picture` in the clean HTML. */
  id: string;
  /** Absolute http(s) or data address of the best original. */
  url: string;
  /** Other addresses of the same picture, best first (thumbnails, srcset). */
  alternatives: string[];
  caption: string | null;
  credit: string | null;
  alt: string | null;
  width: number | null;
  height: number | null;
  role: 'lead' | 'body';
}

export type DetectionReason =
  | 'addressLooksLikeArticle'
  | 'addressIsHome'
  | 'addressIsListing'
  | 'jsonLdArticle'
  | 'familyMarks'
  | 'headlineAndDate'
  | 'ogArticle'
  | 'longText'
  | 'manyTeasers'
  | 'littleText'
  | 'noHeadline'
  | 'productOrForum'
  | 'videoOnly';

/** Is this an article? `confidence` is 0–1 for "article"; 0.5 is the border. */
export interface Detection {
  isArticle: boolean;
  confidence: number;
  reasons: { reason: DetectionReason; weight: number }[];
}

export interface Removed {
  reason: string;
  /** First 80 characters of what went. */
  text: string;
}

/** A copy of a page that lives in a web archive: the original's address and the archive's own. */
export interface WebArchiveCopy {
  service: string;
  archiveUrl: string;
  originalUrl: string;
  /** ISO time of the archive's own capture, null when the address does not tell. */
  archivedAt: string | null;
}

export interface Counts {
  syllables: number;
  characters: number;
  paragraphs: number;
  pictures: number;
}

/** The page shows only part of the article: it goes on on another page; it stops at a wall for subscribers. */
export type Incompleteness = 'furtherPages' | 'wall';

/** Everything the capture script returns. Plain JSON: it crosses contexts. */
export interface Capture {
  captureId: string;
  extractor: string;
  /** Page family whose rules were used: "onecms", "epi", "vccorp", "vnexpress"; null = generic path. */
  family: string | null;
  /** Parts that every article of the family has and its rules did not find: "body", "published". The generic path did. */
  familyMisses?: string[];
  /** Absent: nothing says that there is more than the copy holds. */
  incomplete?: Incompleteness[];
  /** Address in the bar and after the page's own canonical link. */
  pageUrl: string;
  canonicalUrl: string;
  detection: Detection;
  metadata: Metadata;
  text: string;
  blocks: Block[];
  /** Clean HTML: our own allow-list, `data-block` and `data-picture` marks, no src, no style, no class. */
  html: string;
  pictures: PictureFound[];
  counts: Counts;
  removed: Removed[];
  webArchive: WebArchiveCopy | null;
  /** Size of the serialised page in UTF-16 units; the page itself follows over a port. */
  rawLength: number;
  /** The page changed between the first and the second look during the capture. */
  pageWasChanging: boolean;
}
