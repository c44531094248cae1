/**
 * The measures of ../shared/corpus/README.md. Body: 4-grams of lower-case word tokens as multisets, precision and recall
 * averaged over pages, F1 of those averages (scrapinghub/article-extraction-benchmark). Snippets: share of wanted pieces
 * found and unwanted ones absent (adbar/trafilatura).
 */

export interface BodyScore {
  precision: number;
  recall: number;
  /** Every 4-gram right, none too many. */
  isExact: boolean;
}

const GRAM = 4;

/** 4-grams with how often each occurs; a text shorter than four words is one gram. */
function grams(text: string): Map<string, number> {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const last = Math.max(words.length > 0 ? 1 : 0, words.length - GRAM + 1);
  for (let n = 0; n < last; n += 1) {
    const gram = words.slice(n, n + GRAM).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

export function bodyScore(truth: string, found: string): BodyScore {
  const wanted = grams(truth);
  const given = grams(found);
  let both = 0;
  let wantedAll = 0;
  let givenAll = 0;
  for (const [gram, count] of wanted) {
    both += Math.min(count, given.get(gram) ?? 0);
    wantedAll += count;
  }
  for (const count of given.values()) givenAll += count;
  return {
    precision: givenAll === 0 ? (wantedAll === 0 ? 1 : 0) : both / givenAll,
    recall: wantedAll === 0 ? 1 : both / wantedAll,
    isExact: both === wantedAll && both === givenAll,
  };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** F1 of the averaged precision and recall. */
export function f1Of(scores: readonly BodyScore[]): {
  f1: number;
  precision: number;
  recall: number;
  exact: number;
} {
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  return {
    f1: (2 * precision * recall) / (precision + recall),
    precision,
    recall,
    exact: mean(scores.map(({ isExact }) => Number(isExact))),
  };
}

export interface SnippetCount {
  truePositive: number;
  falseNegative: number;
  falsePositive: number;
}

/** White space counts as one blank on both sides. */
export function snippetCount(
  wanted: readonly string[],
  unwanted: readonly string[],
  found: string,
): SnippetCount {
  const text = found.replace(/\s+/g, ' ');
  const has = (piece: string) => text.includes(piece.replace(/\s+/g, ' ').trim());
  const truePositive = wanted.filter(has).length;
  return {
    truePositive,
    falseNegative: wanted.length - truePositive,
    falsePositive: unwanted.filter(has).length,
  };
}

export function snippetF1(counts: readonly SnippetCount[]): number {
  const sum = (key: keyof SnippetCount) => counts.reduce((total, count) => total + count[key], 0);
  const hits = 2 * sum('truePositive');
  return hits / (hits + sum('falseNegative') + sum('falsePositive'));
}

/** Quotes, dashes, white space and case made equal. */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

export function sameNames(truth: readonly string[], found: readonly string[]): boolean {
  const set = (names: readonly string[]) => [...new Set(names.map(folded))].toSorted().join('|');
  return set(truth) === set(found);
}
