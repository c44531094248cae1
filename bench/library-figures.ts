/** Figures of the library by number of articles; growth from one number to ten times as many. */
import { row, type Row } from './rows';

export interface Figure {
  metric: string;
  /** Articles in the archive. */
  articles: number;
  value: number;
  unit: string;
  peer?: string;
  peerValue?: number | null;
  /** Without it the figure is told and nothing is held against it. */
  must?: number;
  op?: Row['op'];
  /** A keystroke waits for it: it may not grow with the archive. */
  isWaitedFor?: boolean;
}

const named = ({ metric, articles }: Figure) => `${metric}, ${articles.toLocaleString('en-US')}`;

/** Rows of what has a must; the rest is printed at once. */
export function rowsOf(figures: Figure[], bench = 'library'): Row[] {
  const rows: Row[] = [];
  for (const figure of figures) {
    const { value, unit, peer = '', peerValue = null, must, op = '<=' } = figure;
    if (must === undefined) {
      const beside = peer && ` (${peer}${peerValue === null ? '' : ` ${peerValue.toPrecision(3)}`})`;
      console.log(
        `info ${bench.padEnd(8)} ${named(figure).padEnd(46)} ${value.toPrecision(3).padStart(8)} ${unit}${beside}`,
      );
    } else rows.push(row({ bench, metric: named(figure), value, unit, peer, peerValue, op, must }));
  }
  return [...rows, ...growthOf(figures, bench)];
}

/** From `from` to ten times as many articles. What a keystroke waits for must stay clearly below ten times. */
function growthOf(figures: Figure[], bench: string, from = 10_000): Row[] {
  const rows: Row[] = [];
  for (const small of figures.filter(({ articles }) => articles === from)) {
    const large = figures.find(({ metric, articles }) => metric === small.metric && articles === 10 * from);
    if (!large || small.value === 0) continue;
    const ratio = large.value / small.value;
    const metric = `growth 10,000 → 100,000: ${small.metric}`;
    if (small.isWaitedFor)
      rows.push(
        row({ bench, metric, value: ratio, unit: '×', peer: 'linear', peerValue: 10, op: '<=', must: 8 }),
      );
    else console.log(`info ${bench.padEnd(8)} ${metric.padEnd(46)} ${ratio.toFixed(2).padStart(8)} ×`);
  }
  return rows;
}
