import { expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { filesIn, ROOT } from './sources';

const TOP = [
  '.ci',
  '.gitignore',
  '.oxfmtrc.json',
  '.oxlintrc.json',
  'LICENSE',
  'README.md',
  'bench',
  'components',
  'docs',
  'entrypoints',
  'package-lock.json',
  'package.json',
  'public',
  'tests',
  'tsconfig.json',
  'utils',
  'vitest.config.ts',
  'wxt.config.ts',
];

const UTILS = [
  'annotation',
  'archive',
  'article',
  'db',
  'exchange',
  'locale',
  'messaging',
  'platform',
  'search',
  'testing',
  'text',
];

/** Longer for a reason that stands beside the name. */
const LONG_FOR_A_REASON: Record<string, string> = {
  'utils/db/records.ts': 'all rows of the archive side by side: types only',
};

const MOST_LINES = 350;

function tracked(): string[] {
  return execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
}

test('the top level is the one of the design', () => {
  const names = [...new Set(tracked().map((name) => name.split('/')[0]!))];
  expect(names.filter((name) => !TOP.includes(name))).toEqual([]);
});

test('utils is cut by what the program knows', () => {
  const names = tracked()
    .filter((name) => name.startsWith('utils/'))
    .map((name) => name.split('/')[1]!);
  expect([...new Set(names)].filter((name) => !UTILS.includes(name))).toEqual([]);
});

test('files hold one idea', () => {
  const long = filesIn(['utils', 'components', 'entrypoints'], ['.ts', '.tsx'])
    .filter(({ name }) => !name.includes('.test.') && !(name in LONG_FOR_A_REASON))
    .map(({ name, text }) => ({ name, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(long).toEqual([]);
});

test('the only doors: Dexie in utils/db, browser.* in utils/platform and entrypoints', () => {
  const sources = filesIn(['utils', 'components', 'entrypoints'], ['.ts', '.tsx']).filter(
    ({ name }) => !name.includes('.test.'),
  );
  const offenders = sources.filter(
    ({ name, text }) =>
      (/from 'dexie'/.test(text) && !name.startsWith('utils/db/')) ||
      (/from 'wxt\/browser'/.test(text) && !/^(utils\/platform|entrypoints)\//.test(name)),
  );
  expect(offenders.map(({ name }) => name)).toEqual([]);
});

test('no markup is written into a page as a string', () => {
  const sources = filesIn(['utils', 'components', 'entrypoints'], ['.ts', '.tsx']).filter(
    ({ name }) => !name.includes('.test.'),
  );
  const offenders = sources.filter(({ text }) =>
    /dangerouslySetInnerHTML|\.innerHTML\s*=[^=]|insertAdjacentHTML|document\.write\(/.test(text),
  );
  expect(offenders.map(({ name }) => name)).toEqual([]);
});

test('nothing is left to do later in a comment, and no test is switched off', () => {
  const all = filesIn(['utils', 'components', 'entrypoints', 'tests', 'bench'], ['.ts', '.tsx']);
  const offenders = all.filter(
    ({ name, text }) =>
      !name.endsWith('layout.test.ts') && /\bTODO\b|\bFIXME\b|\b(test|it|describe)\.(only|skip)\(/.test(text),
  );
  expect(offenders.map(({ name }) => name)).toEqual([]);
});

test('the extractor is in the package once: pages that read a kept page again borrow it from the capture script', () => {
  const sources = filesIn(['utils', 'components', 'entrypoints'], ['.ts', '.tsx']).filter(
    ({ name }) => !name.includes('.test.') && !name.startsWith('utils/testing/'),
  );
  const bundlers = sources.filter(({ text }) =>
    /^import (?!type )[^;]*'@\/utils\/article\/capture'|import\('@\/utils\/article\/capture'\)/m.test(text),
  );
  expect(bundlers.map(({ name }) => name)).toEqual(['entrypoints/capture.ts']);
});
