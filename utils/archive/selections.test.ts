import { expect, test } from 'vitest';
import { restoredSelections } from '@/utils/testing/restored-selections';

test('random selections restore exactly after reopening, and after export and import', async () => {
  const restored = await restoredSelections(2_000, 3, { articles: 20, pictureBytes: 50 });
  expect(restored).toEqual({ selections: 2_000, afterRestart: 2_000, afterFile: 2_000 });
}, 60_000);
