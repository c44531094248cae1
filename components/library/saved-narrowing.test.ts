import { expect, test } from 'vitest';
import { EVERYTHING } from './narrowing';
import { lineOf, narrowingOf } from './saved-narrowing';

const NAMES = { tags: [], collections: [], coders: [] };

test('a saved search sorted by relevance leaves the order of the list without words', () => {
  const now = { ...EVERYTHING, sort: 'outlet' as const };
  const by = (sort: string) => narrowingOf({ query: 'bão', sort }, now);
  expect(by('relevance')).toMatchObject({ sort: 'outlet', wordsSort: 'relevance' });
  expect(by('published')).toMatchObject({ sort: 'published', wordsSort: 'published' });
  expect(by('of-a-later-version')).toMatchObject({ sort: 'outlet', wordsSort: 'relevance' });
});

test('words, filters and state become one line and come back', () => {
  const line = lineOf(
    {
      ...EVERYTHING,
      line: 'bão',
      state: 'kept',
      filters: [
        { field: 'outlet', value: 'Báo Bình Thuận' },
        { field: 'outlet', value: 'VnExpress' },
      ],
    },
    NAMES,
  );
  expect(line).toBe('bão outlet:"Báo Bình Thuận" OR outlet:VnExpress state:kept');
  const back = narrowingOf({ query: line, sort: 'saved' }, EVERYTHING);
  expect(back).toMatchObject({ state: 'kept', filters: [] });
  expect(back.line.trim()).toBe('bão outlet:"Báo Bình Thuận" OR outlet:VnExpress');
});
