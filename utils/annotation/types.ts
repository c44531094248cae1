/** What a researcher puts on a saved text. Offsets: UTF-16 into the version's NFC text. */

export interface Part {
  blockId: string;
  /** Offsets into the version's whole text, end exclusive. */
  start: number;
  end: number;
}

/** W3C TextQuoteSelector over the saved text. prefix and suffix: up to 64 characters. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

export type AnnotationOrigin = 'saved' | 'live' | 'import';

export type Verdict = 'same' | 'exact' | 'moved' | 'changed' | 'partial' | 'review' | 'orphan';
