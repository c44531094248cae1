/** What the extractor says of things it left out has a sentence in both languages. */
import { expect, test } from 'vitest';
import { BATCH_REASONS } from '@/utils/archive/batches';
import { filesIn, readJson } from './sources';

const en = readJson('public/_locales/en/messages.json') as Record<string, unknown>;
const sources = filesIn(['utils/article'], ['.ts']).filter(({ name }) => !name.includes('.test.'));

function literals(pattern: RegExp, inFiles: RegExp): string[] {
  return [
    ...new Set(
      sources
        .filter(({ name }) => inFiles.test(name))
        .flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1]!)),
    ),
  ];
}

test('every reason to leave a box out', () => {
  const places = /article\/(?:families|clean|body|correct)/;
  const reasons = [
    ...literals(/reason: '(\w+)'/g, places),
    ...literals(/reasons\.set\(leaf, '(\w+)'\)/g, places),
    ...literals(/,\s*'(\w+)',?\s*\],$/gm, /clean\/roles/),
    ...literals(/(?:return|\?) '([a-zA-Z]+)'/g, /clean\/edges/),
  ];
  for (const known of ['advert', 'related', 'notice', 'rights']) expect(reasons).toContain(known);
  expect(reasons.filter((reason) => !(`removed_${reason}` in en))).toEqual([]);
});

test('every reason not to take a candidate', () => {
  const reasons = literals(
    /(?:rejected(?::| =| \?\?)|return) '((?:an? |the |not |no |too |in |cut |repeats )[^']+)'/g,
    /article\/(?:metadata|capture)/,
  );
  expect(reasons).toContain('a placeholder');
  expect(reasons.filter((reason) => !(`rejected_${reason.replace(/[^a-z]+/giu, '_')}` in en))).toEqual([]);
});

test('every reason why an address of a list was not saved', () => {
  expect(BATCH_REASONS.filter((reason) => !(`batchReason_${reason}` in en))).toEqual([]);
});
