/** The shared vectors, when they are on this machine; says what was skipped otherwise. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseByline } from './bylines';
import { splitDateline } from './datelines';
import { parsePrintedDate, type PrintedDateOptions } from './dates';
import { foldMarks } from './fold';
import { looseIY, placeTone } from './tone';

const shared = process.env['SHARED_DIR'] ?? resolve(process.cwd(), '../shared');

function each<T>(name: string, check: (vectors: T) => void): void {
  const file = resolve(shared, 'vectors', name);
  test(existsSync(file) ? name : `${name}: skipped, ${file} is not here`, (context) => {
    if (!existsSync(file)) return context.skip();
    check(JSON.parse(readFileSync(file, 'utf8')) as T);
  });
}

interface Pair {
  in: string;
  out: string;
}

describe('shared vectors', () => {
  each<{ text: string; opts?: PrintedDateOptions; expected: string | null }[]>('dates.json', (all) => {
    expect(all.length).toBeGreaterThan(0);
    for (const { text, opts, expected } of all) {
      expect(parsePrintedDate(text, opts)?.iso ?? null, text).toBe(expected);
    }
  });
  each<
    { text: string; authors: string[]; agency?: string; role?: string; roles?: Record<string, string[]> }[]
  >('bylines.json', (all) => {
    expect(all.length).toBeGreaterThan(0);
    for (const { text, authors, agency, role, roles } of all) {
      const byline = parseByline(text);
      expect(byline.authors, text).toEqual(authors);
      if (agency) expect(byline.agency, text).toBe(agency);
      if (role === 'staff') expect(byline.staff, text).toBe(true);
      if (roles) {
        expect(Object.fromEntries(byline.roles.map((r) => [r.role, r.names])), text).toEqual(roles);
      }
    }
  });
  each<{ text: string; code: string | null }[]>('datelines.json', (all) => {
    expect(all.length).toBeGreaterThan(0);
    for (const { text, code } of all) expect(splitDateline(text)?.code ?? null, text).toBe(code);
  });
  each<{ fold: Pair[]; tonePlacement: Pair[]; looseIY: Pair[] }>('fold.json', (all) => {
    expect(all.fold.length).toBeGreaterThan(0);
    for (const pair of all.fold) expect(foldMarks(pair.in)).toBe(pair.out);
    for (const pair of all.tonePlacement) expect(placeTone(pair.in)).toBe(pair.out);
    for (const pair of all.looseIY) expect(looseIY(pair.in)).toBe(pair.out);
  });
});
