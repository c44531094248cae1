/**
 * The truth about hit sets: every text is folded and looked through from end to end, with nothing of the product's own
 * folding, cutting or index. Slow and simple on purpose.
 */
import type { SyntheticRows } from './synthetic-articles';

export interface ScannedQuery {
  /** `and`: all words anywhere; `phrase`: side by side; `prefix`: one word that begins so. */
  mode: 'and' | 'phrase' | 'prefix';
  /** As a person types it, without quotes or the star. */
  typed: string;
  /** Marks count. */
  marksCount: boolean;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** A line's end stands between spaces as a bar: no phrase reaches across. */
const BETWEEN = /[^\p{L}\p{M}\p{N}\n]+/gu;
const LINE_END = / ?\n[\n ]*/gu;

/** What stands between two blanks comes again and again: read once, or 100,000 articles take half an hour. */
function pieceByPiece(read: (piece: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const pieces = text.split(' ').map((piece) => {
      const before = known.get(piece);
      if (before !== undefined) return before;
      const now = read(piece).replace(BETWEEN, ' ').replace(LINE_END, ' | ');
      if (known.size > 100_000) known.clear();
      known.set(piece, now);
      return now;
    });
    return ` ${pieces.join(' ').replace(/ +/g, ' ').trim()} `;
  };
}

/** Words between spaces, without marks. */
export const foldPlainly = pieceByPiece((piece) =>
  piece.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/gu, 'd'),
);

/** Words between spaces with their marks; the tone stands after the syllable, so that its place does not tell. */
export const writePlainly = pieceByPiece((piece) =>
  piece
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join('')),
);

/** Everything of an article that search knows. */
export function searchedText({ article, version, pictures }: SyntheticRows): string {
  const captions = pictures.map(({ caption }) => caption ?? '').join('\n');
  return `${version.text}\n${article.shown.authors.join('\n')}\n${captions}`;
}

export class PlainScan {
  private readonly needles: { query: ScannedQuery; plain: string; words: string[] }[];
  /** Ids of the articles found, a list for each query. */
  readonly found: string[][];

  constructor(queries: ScannedQuery[]) {
    this.needles = queries.map((query) => {
      const plain = query.marksCount ? writePlainly(query.typed) : foldPlainly(query.typed);
      return { query, plain, words: plain.trim().split(' ') };
    });
    this.found = queries.map(() => []);
  }

  look(id: string, folded: string, written: string): void {
    const [foldedWords, writtenWords] = [new Set(folded.split(' ')), new Set(written.split(' '))];
    this.needles.forEach(({ query, plain, words }, at) => {
      const text = query.marksCount ? written : folded;
      const known = query.marksCount ? writtenWords : foldedWords;
      const isThere =
        query.mode === 'prefix'
          ? text.includes(plain.trimEnd())
          : words.every((word) => known.has(word)) && (query.mode === 'and' || text.includes(plain));
      if (isThere) this.found[at]!.push(id);
    });
  }
}
