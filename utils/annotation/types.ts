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

/**
 * How a highlight stands in another text. `same`: its paragraph is as it was. `exact`: its words are. `moved`: its words
 * are, elsewhere. `changed`: its words were edited. `partial`: some of them are gone. `review`: a person must decide, there
 * is a candidate. `orphan`: there is none.
 */
export type Verdict = 'same' | 'exact' | 'moved' | 'changed' | 'partial' | 'review' | 'orphan';

/** A text that highlights stand in or are looked for in: a saved version, or what a live page shows (maybe NFD). */
export interface AnchorText {
  text: string;
  /** In text order, joined by "\n". */
  blocks: readonly { id: string; start: number; end: number }[];
}
