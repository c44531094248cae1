import { describe, expect, it } from 'vitest';
import { bodyScore, f1Of, folded, sameNames, snippetCount, snippetF1 } from './score';

describe('bodyScore', () => {
  it('is exact for the same words, whatever their case, marks and spaces', () => {
    expect(bodyScore('Một hai ba, bốn năm.', 'một  HAI ba bốn\nnăm')).toEqual({
      precision: 1,
      recall: 1,
      isExact: true,
    });
  });

  it('counts 4-grams as multisets', () => {
    // a b c d | b c d e against a b c d only, twice
    expect(bodyScore('a b c d e', 'a b c d')).toEqual({ precision: 1, recall: 0.5, isExact: false });
    expect(bodyScore('a b c d', 'a b c d a b c d').precision).toBeCloseTo(1 / 5);
  });

  it('gives nothing for nothing', () => {
    expect(bodyScore('a b c d', '')).toEqual({ precision: 0, recall: 0, isExact: false });
  });

  it('takes F1 of the averages, not the average of F1', () => {
    const { f1 } = f1Of([
      { precision: 1, recall: 0.5, isExact: false },
      { precision: 0.5, recall: 1, isExact: false },
    ]);
    expect(f1).toBeCloseTo(0.75);
  });
});

describe('snippets', () => {
  it('counts wanted pieces that are there and unwanted ones that are', () => {
    const count = snippetCount(['hai ba', 'năm sáu'], ['bảy'], 'một hai\nba bảy');
    expect(count).toEqual({ truePositive: 1, falseNegative: 1, falsePositive: 1 });
    expect(snippetF1([count])).toBeCloseTo(0.5);
  });
});

describe('metadata', () => {
  it('folds quotes, dashes, blanks and case', () => {
    expect(folded(' “Còn  biển” – KHÔNG ')).toBe('"còn biển" - không');
  });

  it('compares authors as a set', () => {
    expect(sameNames(['Thu Hà', 'Minh Khôi'], ['MINH KHÔI', 'Thu Hà', 'thu hà'])).toBe(true);
    expect(sameNames([], ['Thu Hà'])).toBe(false);
  });
});
