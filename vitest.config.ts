import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: [
      'utils/**/*.test.{ts,tsx}',
      'components/**/*.test.{ts,tsx}',
      'entrypoints/**/*.test.{ts,tsx}',
      'bench/**/*.test.ts',
      'tests/repository/**/*.test.ts',
    ],
    setupFiles: ['utils/testing/after-paint.ts', 'utils/testing/learn-words.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
