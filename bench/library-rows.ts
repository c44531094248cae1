/** Every figure of the library, each beside its peer or limit. */
import { measureAlike } from './library-alike';
import { measureBatch } from './library-batch';
import { rowsOf } from './library-figures';
import { measureVersions } from './library-versions';
import { measureSizes } from './library-sizes';
import type { Row } from './rows';

const SIZES = [1000, 10_000, 100_000];
/** Firefox is as quick at 100,000, but takes an hour to get there. */
const MOST_IN_FIREFOX = 10_000;

const PARTS: Record<string, (sizes: number[]) => Promise<Row[]>> = {
  chromium: async (sizes) => rowsOf(await measureSizes('chromium', sizes)),
  firefox: async (sizes) =>
    rowsOf(
      await measureSizes(
        'firefox',
        sizes.filter((size) => size <= MOST_IN_FIREFOX),
      ),
    ),
  versions: () => measureVersions(),
  alike: () => measureAlike(),
  batch: () => measureBatch(),
};

export async function measureLibrary(words: string[]): Promise<Row[]> {
  const after = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const sizes = after('--sizes')?.split(',').map(Number) ?? SIZES;
  const only = after('--only');
  if (only && !PARTS[only])
    throw new Error(`${only} is not known here; there are ${Object.keys(PARTS).join(', ')}.`);
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(PARTS))
    if (!only || only === name) rows.push(...(await measure(sizes)));
  return rows;
}
