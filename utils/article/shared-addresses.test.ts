// @vitest-environment jsdom
/** Addresses and pages shared between projects, when they are on this machine. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressShape } from './address';
import { resolveMetadata } from './metadata/resolve-metadata';

const shared = process.env['SHARED_DIR'] ?? resolve(process.cwd(), '../shared');
const vectors = resolve(shared, 'vectors/urls.json');
const pages = resolve(shared, 'pages');
const sidecars = existsSync(pages)
  ? readdirSync(pages).filter((name) => name.endsWith('.expected.json'))
  : [];

interface Expected {
  page: string;
  url: string;
  kind: string;
  title: string;
  published?: string;
  modified?: string | null;
  siteName?: string;
  language?: string;
  keywords?: string[];
}

const expected = sidecars.map((name) => JSON.parse(readFileSync(resolve(pages, name), 'utf8')) as Expected);
const articles = expected.filter((page) => page.kind === 'article');

describe.skipIf(!existsSync(vectors))(`addresses of ${vectors} (skipped when not there)`, () => {
  test('all are articles', () => {
    const all = JSON.parse(readFileSync(vectors, 'utf8')) as { example: string }[];
    expect(all).not.toHaveLength(0);
    expect(all.map(({ example }) => [example, addressShape(example)])).toEqual(
      all.map(({ example }) => [example, 'article']),
    );
  });
});

describe.skipIf(articles.length === 0)(`pages of ${pages} (skipped when not there)`, () => {
  test.each(expected.map((page) => [page.url, page.kind]))('the shape of %s is %s', (url, kind) => {
    expect(addressShape(url)).toBe(kind);
  });

  test.each(articles.map((page) => [page.page, page] as const))(
    '%s without hints of a family',
    (name, page) => {
      const document = new DOMParser().parseFromString(
        readFileSync(resolve(pages, name), 'utf8'),
        'text/html',
      );
      const usDates = document.querySelector('meta[property="datetimenow"]') !== null;
      const found = resolveMetadata(
        document,
        page.url,
        { family: null, usDates },
        new Date('2026-11-23T00:00:00Z'),
      );
      expect({
        title: found.title.value,
        published: found.published.value,
        modified: found.modified.value,
        outlet: found.outlet.value,
        language: found.language.value,
        keywords: found.keywords.value ?? [],
        canonical: found.canonicalUrl.value,
      }).toEqual({
        title: page.title,
        published: page.published,
        modified: page.modified,
        outlet: page.siteName,
        language: page.language,
        keywords: page.keywords,
        canonical: page.url,
      });
    },
  );
});
