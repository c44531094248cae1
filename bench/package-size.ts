/** How large the built extension is, and what it puts on a watched page. Peers' bytes: domain/quality.md §4.3. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../tests/driver/driver';
import { row, type Row } from './rows';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

export function measurePackage(): Row[] {
  const rows: Row[] = [];
  for (const build of ['chrome-mv3', 'firefox-mv3']) {
    const files = filesBelow(path.join(ROOT, '.output', build));
    const packed = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    rows.push(
      row({
        bench: 'package',
        metric: `${build}, each file gzipped`,
        value: packed / 1000,
        unit: 'kB',
        peer: 'WebScrapBook, the smallest full archiver, zipped',
        peerValue: 480,
        op: '<=',
        must: 480,
      }),
    );
  }
  const detector = path.join(ROOT, '.output/chrome-mv3/detector.js');
  rows.push(
    row({
      bench: 'package',
      metric: 'script on every watched page',
      value: statSync(detector).size / 1000,
      unit: 'kB',
      peer: 'SingleFile',
      peerValue: 94,
      op: '<=',
      must: 20,
    }),
  );
  return rows;
}
