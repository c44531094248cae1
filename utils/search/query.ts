/**
 * What a person asked for, as a tree. The parser (`parse-query.ts`) makes it from a line of text; words are answered by the
 * search index, fields by the catalogue.
 */

/** Where in the line something stands: UTF-16 offsets. */
export interface QuerySpan {
  start: number;
  end: number;
}

/** One syllable, number or foreign word. */
export interface QueryWord {
  /** No marks, lower case: what is looked up. */
  folded: string;
  /** As typed, NFC, lower case, tone mark in the old place: what must stand there when marks count. */
  typed: string;
  /** `thanh*`: any word that begins so. */
  isPrefix: boolean;
}

export type QueryField =
  | 'outlet'
  | 'author'
  | 'agency'
  | 'code'
  | 'coder'
  | 'collection'
  | 'language'
  | 'before'
  | 'after'
  | 'savedBefore'
  | 'savedAfter'
  | 'section'
  | 'tag'
  | 'state'
  | 'has';

export type QueryNode =
  /** Nothing asked: everything. */
  | { is: 'all' }
  /** Syllables side by side: a phrase where some text has them so, else all of them anywhere. */
  | { is: 'words'; words: QueryWord[]; at: QuerySpan }
  /** In quotes: a phrase, and marks count where any was typed. */
  | { is: 'phrase'; words: QueryWord[]; marksCount: boolean; at: QuerySpan }
  /**
   * `a near/5 b`: at most so many words between them, in either order, without overlap; each side is a phrase. Marks
   * count where a side stands in quotes and any was typed in it.
   */
  | {
      is: 'near';
      left: QueryWord[];
      right: QueryWord[];
      distance: number;
      leftMarks: boolean;
      rightMarks: boolean;
      at: QuerySpan;
    }
  /**
   * `outlet:"Báo Bình Thuận"`; `value` as typed, without its quotes, NFC. `outlet:""`: those that have none. Of `has` and
   * `state` it is one of `HAS_VALUES` and `STATE_VALUES`, of the dates something `startOfDate` reads (`query-fields.ts`).
   */
  | { is: 'field'; field: QueryField; value: string; at: QuerySpan }
  | { is: 'not'; of: QueryNode }
  | { is: 'and'; of: QueryNode[] }
  | { is: 'or'; of: QueryNode[] };

/** A part that words answer. */
export type WordsNode = Extract<QueryNode, { is: 'words' | 'phrase' | 'near' }>;
export type FieldNode = Extract<QueryNode, { is: 'field' }>;

export type QueryProblem =
  | 'tooLong'
  | 'tooManyWords'
  | 'onlyMarks'
  | 'onlyOperators'
  | 'openQuote'
  | 'openBracket'
  | 'strayBracket'
  | 'emptyField'
  | 'unknownField'
  | 'badDate'
  | 'badHas'
  | 'badState'
  | 'shortPrefix'
  | 'nothingBeside'
  | 'nearFar'
  | 'badNear';

/** Told at the place. The rest of the query is still answered wherever it can be. */
export interface QueryComplaint {
  problem: QueryProblem;
  at: QuerySpan;
  /** What the sentence names: a field, a value. */
  about: string;
}

export interface ParsedQuery {
  node: QueryNode;
  complaints: QueryComplaint[];
}
