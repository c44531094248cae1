/** Runs a program as one step of a check and counts what it says. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './driver/driver';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Step extends Count {
  name: string;
  seconds: number;
  /** What failed, by name: said again at the end, where it is found. */
  failures: string[];
  /** What failed in a first run and passed in the second. */
  atFirst: string[];
}

const REPORTS = path.join(ROOT, 'out/reports');

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  testResults?: {
    name: string;
    status: string;
    assertionResults?: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
}

/** A step that is one yes or no: its exit code. The program's words go to the screen. */
export function check(name: string, program: string, args: string[], env: Record<string, string> = {}): Step {
  return timed(name, () => {
    const { status } = run(program, args, env);
    return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  });
}

/** A step of Vitest: every test counts. A run that dies before reporting is one failure. */
export function vitest(name: string, args: string[], env: Record<string, string> = {}): Step {
  return timed(name, () => runVitest(name, args, env));
}

/**
 * A step of flows in a real browser, which a loaded machine may throw off: files in which something failed run once more, in
 * fresh browsers, and their second result counts. What failed at first is said at the end; a fault fails twice.
 */
export function flows(name: string, args: string[], env: Record<string, string> = {}): Step {
  return timed(name, () => {
    const first = runVitest(name, args, env);
    if (first.failed === 0 || first.failedFiles.length === 0) return first;
    console.log(`\n=== ${name}: once more ${first.failedFiles.join(', ')}`);
    return secondResult(first, runVitest(`${name} again`, [...args, ...first.failedFiles], env));
  });
}

/** Counts of a run of files, of which some ran alone once more: those count as they ended then. */
export function secondResult(first: FilesRun, again: FilesRun): FilesRun {
  return {
    passed: first.passed - first.passedInFailed + again.passed,
    failed: again.failed,
    skipped: first.skipped - first.skippedInFailed + again.skipped,
    failures: again.failures,
    atFirst: first.failures.filter((one) => !again.failures.some((other) => nameOf(other) === nameOf(one))),
    failedFiles: again.failedFiles,
    passedInFailed: again.passedInFailed,
    skippedInFailed: again.skippedInFailed,
  };
}

const nameOf = (failure: string) => failure.split(': ')[0];

export interface FilesRun extends Count {
  failures: string[];
  /** Failed in the first run, not in the second. */
  atFirst: string[];
  failedFiles: string[];
  /** Tests that passed, or did not run, in the files in which others failed. */
  passedInFailed: number;
  skippedInFailed: number;
}

function runVitest(name: string, args: string[], env: Record<string, string>): FilesRun {
  mkdirSync(REPORTS, { recursive: true });
  const report = path.join(REPORTS, `${name.replace(/\W+/g, '-')}.json`);
  rmSync(report, { force: true });
  const { status } = run(
    'vitest',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  );
  const nothing = { failures: [], atFirst: [], failedFiles: [], passedInFailed: 0, skippedInFailed: 0 };
  if (!existsSync(report)) return { ...nothing, passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Report;
  const failed = numFailedTests ?? 0;
  const files = (testResults ?? []).filter(({ status: ended }) => ended === 'failed');
  const within = files.flatMap(({ assertionResults }) => assertionResults ?? []);
  return {
    ...nothing,
    passed: numPassedTests ?? 0,
    // Errors outside any test (an unhandled rejection, a file that does not load) fail the run without failing a test.
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    failures: (testResults ?? [])
      .flatMap(({ assertionResults }) => assertionResults ?? [])
      .filter(({ status: ended }) => ended === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages?.[0]?.split('\n')[0] ?? ''}`),
    failedFiles: files.map((file) => path.relative(ROOT, file.name)),
    passedInFailed: within.filter(({ status: ended }) => ended === 'passed').length,
    skippedInFailed: within.filter(({ status: ended }) => ended !== 'failed' && ended !== 'passed').length,
  };
}

/** A program of the project's own node_modules. */
function run(program: string, args: string[], env: Record<string, string>) {
  return spawnSync(path.join(ROOT, 'node_modules/.bin', program), args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
}

export function timed(name: string, work: () => Count & { failures?: string[]; atFirst?: string[] }): Step {
  console.log(`\n=== ${name}`);
  const start = Date.now();
  const count = work();
  return { name, failures: [], atFirst: [], ...count, seconds: (Date.now() - start) / 1000 };
}

/** The table of steps and, as the last line alone, the sum. Returns the exit code. */
export function conclude(steps: Step[]): number {
  const sum = (key: keyof Count) => steps.reduce((total, step) => total + step[key], 0);
  console.log('\n');
  for (const { name, passed, failed, skipped, seconds } of steps) {
    const aside = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(24)} ${passed} passed, ${failed} failed${aside} (${seconds.toFixed(0)} s)`,
    );
  }
  for (const { name, failures } of steps) for (const one of failures) console.log(`  ✗ ${name}: ${one}`);
  for (const { name, atFirst } of steps)
    for (const one of atFirst) console.log(`  ! ${name}, passed at the second run: ${one}`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
