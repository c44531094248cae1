import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The flows: one browser at a time, the tests of a file in order, since each goes on where the last one ended. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/[/\\]$/, '') } },
  test: {
    include: [
      'tests/e2e/*.e2e.ts',
      ...(process.env.PRESSMARK_BROWSER === 'firefox' ? [] : ['tests/e2e/chromium/*.e2e.ts']),
    ],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
});
