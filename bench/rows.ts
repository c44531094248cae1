/** A figure beside its peer or limit, measured in the same run. */
import { writeFileSync } from 'node:fs';

export interface Row {
  bench: string;
  metric: string;
  value: number;
  unit: string;
  /** What it is held against, and that one's figure. */
  peer: string;
  peerValue: number | null;
  op: '>=' | '<=' | '=';
  must: number;
  pass: boolean;
}

export function row(figure: Omit<Row, 'pass'>): Row {
  const { value, op, must } = figure;
  const pass = op === '>=' ? value >= must : op === '<=' ? value <= must : value === must;
  return { ...figure, pass };
}

/** The p-th percentile (0–1) of some times, by the nearest rank. */
export function percentile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}

const short = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Prints the rows as a table and, with `--json FILE` among the words of the call, writes them there. */
export function report(rows: Row[], words: string[]): void {
  for (const { bench, metric, value, unit, peer, peerValue, op, must, pass } of rows) {
    const beside = peerValue === null ? peer : `${peer} ${short(peerValue)}`;
    console.log(
      `${pass ? 'ok  ' : 'MISS'} ${bench.padEnd(8)} ${metric.padEnd(46)} ${short(value).padStart(8)} ${unit.padEnd(4)} must ${op} ${short(must)}   (${beside})`,
    );
  }
  const at = words.indexOf('--json');
  if (at >= 0 && words[at + 1]) writeFileSync(words[at + 1]!, `${JSON.stringify(rows, null, 2)}\n`);
}
