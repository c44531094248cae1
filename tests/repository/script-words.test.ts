import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCRIPT_KEYS } from '../../utils/locale/script-keys';
import { filesIn, readJson } from './sources';

const keys = Object.keys(readJson('public/_locales/en/messages.json') as object);
const sources = new Map(
  filesIn(['entrypoints', 'components', 'utils'], ['.ts', '.tsx']).map(({ name, text }) => [name, text]),
);

function fileOf(from: string, wanted: string): string | undefined {
  const stem = wanted.startsWith('@/') ? wanted.slice(2) : path.posix.join(path.posix.dirname(from), wanted);
  return [`${stem}.ts`, `${stem}.tsx`].find((name) => sources.has(name));
}

/** Everything an entry is built from: types leave no word in it. */
function builtFrom(entries: string[]): Set<string> {
  const found = new Set(entries);
  for (const name of found)
    for (const [, wanted] of sources
      .get(name)!
      .matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)) {
      const file = fileOf(name, wanted!);
      if (file) found.add(file);
    }
  return found;
}

describe('scripts in foreign pages', () => {
  const files = builtFrom(['entrypoints/live-controls.ts', 'entrypoints/annotator/index.ts']);

  test('carry every sentence they can say', () => {
    const text = [...files].map((name) => sources.get(name)).join('\n');
    const said = keys.filter((key) => text.includes(`'${key}'`));
    const begun = [...text.matchAll(/`([A-Za-z][A-Za-z0-9_]{3,})\$\{/g)].map((match) => match[1]!);
    const made = keys.filter((key) => begun.some((beginning) => key.startsWith(beginning)));
    expect(said).toContain('toastSaved');
    expect(made).toContain('error_unexpected');
    expect([...said, ...made].filter((key) => !SCRIPT_KEYS.test(key))).toEqual([]);
    // What was undone is said in the journal's words, whose keys come from the background.
    expect(keys.filter((key) => key.startsWith('journal') && !SCRIPT_KEYS.test(key))).toEqual([]);
  });

  test('carry no others: pages of our own fetch theirs', () => {
    const bundled = [...sources].filter(([, text]) => /^import (?!type )[^;]*messages\.json'/m.test(text));
    expect(bundled.map(([name]) => name)).toEqual(['utils/locale/words-in-scripts.ts']);
    const callers = [...sources].filter(([, text]) =>
      text.includes("from '@/utils/locale/words-in-scripts'"),
    );
    expect(callers.map(([name]) => name)).toEqual([
      'entrypoints/live-controls.ts',
      'utils/testing/learn-words.ts',
    ]);
  });
});
