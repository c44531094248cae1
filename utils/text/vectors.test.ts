/** The shared vectors, when they are on this machine; the names of the tests say what was skipped otherwise. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseByline } from './bylines';
import { splitDateline } from './datelines';
import { parsePrintedDate, type PrintedDateOptions } from './dates';
import { foldMarks } from './fold';
import { looseIY, placeTone } from './tone';

const folder = resolve(process.env['SHARED_DIR'] ?? resolve(process.cwd(), '../shared'), 'vectors');

function load<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as T;
}

interface Pair {
  in: string;
  out: string;
}

describe.skipIf(!existsSync(folder))(`shared vectors of ${folder} (skipped when not there)`, () => {
  test('dates', () => {
    const all = load<{ text: string; opts?: PrintedDateOptions; expected: string | null }[]>('dates.json');
    const read = all.map(({ text, opts }) => [text, parsePrintedDate(text, opts)?.iso ?? null]);
    expect(read).toEqual(all.map(({ text, expected }) => [text, expected]));
    expect(all).not.toHaveLength(0);
  });

  test('bylines', () => {
    const all = load<
      {
        text: string;
        authors: string[];
        agency?: string;
        role?: string;
        roles?: Record<string, string[]>;
      }[]
    >('bylines.json');
    const read = all.map(({ text, agency, role, roles }) => {
      const byline = parseByline(text);
      return {
        text,
        authors: byline.authors,
        ...(agency === undefined ? {} : { agency: byline.agency }),
        ...(role === 'staff' ? { staff: byline.staff } : {}),
        ...(roles ? { roles: Object.fromEntries(byline.roles.map((one) => [one.role, one.names])) } : {}),
      };
    });
    expect(read).toEqual(
      all.map(({ text, authors, agency, role, roles }) => ({
        text,
        authors,
        ...(agency === undefined ? {} : { agency }),
        ...(role === 'staff' ? { staff: true } : {}),
        ...(roles ? { roles } : {}),
      })),
    );
    expect(all).not.toHaveLength(0);
  });

  test('datelines', () => {
    const all = load<{ text: string; code: string | null }[]>('datelines.json');
    expect(all.map(({ text }) => [text, splitDateline(text)?.code ?? null])).toEqual(
      all.map(({ text, code }) => [text, code]),
    );
    expect(all).not.toHaveLength(0);
  });

  test('folding', () => {
    const all = load<{ fold: Pair[]; tonePlacement: Pair[]; looseIY: Pair[] }>('fold.json');
    expect(all.fold.map((pair) => foldMarks(pair.in))).toEqual(all.fold.map((pair) => pair.out));
    expect(all.tonePlacement.map((pair) => placeTone(pair.in))).toEqual(
      all.tonePlacement.map((pair) => pair.out),
    );
    expect(all.looseIY.map((pair) => looseIY(pair.in))).toEqual(all.looseIY.map((pair) => pair.out));
    expect(all.fold).not.toHaveLength(0);
  });
});
