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
}

const REPORTS = path.join(ROOT, 'out/reports');

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  testResults?: { assertionResults?: { status: string; fullName: string; failureMessages?: string[] }[] }[];
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
  return timed(name, () => {
    mkdirSync(REPORTS, { recursive: true });
    const report = path.join(REPORTS, `${name.replace(/\W+/g, '-')}.json`);
    rmSync(report, { force: true });
    const { status } = run(
      'vitest',
      ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      env,
    );
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Report;
    const failed = numFailedTests ?? 0;
    return {
      passed: numPassedTests ?? 0,
      // Errors outside any test (an unhandled rejection, a file that does not load) fail the run without failing a test.
      failed: failed === 0 && status !== 0 ? 1 : failed,
      skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
      failures: (testResults ?? [])
        .flatMap(({ assertionResults }) => assertionResults ?? [])
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages?.[0]?.split('\n')[0] ?? ''}`),
    };
  });
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

export function timed(name: string, work: () => Count & { failures?: string[] }): Step {
  console.log(`\n=== ${name}`);
  const start = Date.now();
  const count = work();
  return { name, failures: [], ...count, seconds: (Date.now() - start) / 1000 };
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
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
