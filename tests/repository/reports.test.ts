import { expect, test } from 'vitest';
import { secondResult, type FilesRun } from '../reports';

const ran = (more: Partial<FilesRun>): FilesRun => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  failures: [],
  atFirst: [],
  failedFiles: [],
  passedInFailed: 0,
  skippedInFailed: 0,
  ...more,
});

test('a file that ran once more counts as it ended then, and what failed at first is said', () => {
  // 20 tests in all; the file that failed has five: one failed, one was left out, three passed.
  const first = ran({
    passed: 18,
    failed: 1,
    skipped: 1,
    failures: ['a > b: Error: late'],
    failedFiles: ['x.e2e.ts'],
    passedInFailed: 3,
    skippedInFailed: 1,
  });
  expect(secondResult(first, ran({ passed: 5 }))).toMatchObject({
    passed: 20,
    failed: 0,
    skipped: 0,
    failures: [],
    atFirst: ['a > b: Error: late'],
  });
});

test('what fails twice fails', () => {
  const first = ran({
    passed: 18,
    failed: 2,
    failures: ['a: late', 'b: wrong'],
    failedFiles: ['x.e2e.ts'],
    passedInFailed: 3,
  });
  expect(secondResult(first, ran({ passed: 4, failed: 1, failures: ['b: wrong again'] }))).toMatchObject({
    passed: 19,
    failed: 1,
    failures: ['b: wrong again'],
    atFirst: ['a: late'],
  });
});
