/**
 * 100,000 random selections over 500 saved articles: places and words after the database was closed and opened again, and
 * after export and import. In Node over fake IndexedDB, with the product's own describing, export and import; that a real
 * browser keeps rows over a restart is the flows' to show.
 */
import { restoredSelections } from '../utils/testing/restored-selections';
import { row, type Row } from './rows';

const SELECTIONS = 100_000;
const ARTICLES = 500;

export async function measureSelections(): Promise<Row[]> {
  const restored = await restoredSelections(SELECTIONS, 4, {
    articles: ARTICLES,
    pictureBytes: 50,
    paragraphs: 12,
  });
  const figure = (metric: string, value: number) =>
    row({
      bench: 'select',
      metric,
      value: (100 * value) / restored.selections,
      unit: '%',
      peer: 'selections',
      peerValue: restored.selections,
      op: '=',
      must: 100,
    });
  return [
    figure('restored exactly after reopening (fake IndexedDB)', restored.afterRestart),
    figure('restored exactly after export and import', restored.afterFile),
  ];
}
