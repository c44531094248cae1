import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const QUERIES = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(import.meta.dirname, name), 'utf8') }));

test('every query that reads what people did asks what the coder may see', () => {
  const asking = QUERIES.filter(({ text }) => /\bdb\.(?:annotations|codings|memos)\b/.test(text));
  expect(asking.length).toBeGreaterThan(3);
  expect(asking.filter(({ text }) => !text.includes('sightOf(')).map(({ name }) => name)).toEqual([]);
});
