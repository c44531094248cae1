// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, type ExpectedPage } from '@/utils/testing/expected-page';
import { actualOf, breaches, captureHtml } from '@/utils/testing/pages';

const folder = path.join(process.env.SHARED_DIR ?? path.resolve('../shared'), 'pages');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.expected.json')) : [];

describe.skipIf(names.length === 0)(`pages of real systems (skipped when ${folder} is missing)`, () => {
  it.each(names)('%s', (name) => {
    const expected = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ExpectedPage;
    const html = readFileSync(path.join(folder, name.replace('.expected.json', '.html')), 'utf8');
    const capture = captureHtml(html, expected.url);
    expect(differences(expected, actualOf(capture))).toEqual([]);
    expect(breaches(capture)).toEqual([]);
  });
});
