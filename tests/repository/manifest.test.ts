import { describe, expect, test } from 'vitest';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesIn, readJson, ROOT } from './sources';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  host_permissions?: string[];
  optional_host_permissions: string[];
  content_scripts?: unknown[];
  web_accessible_resources?: unknown;
  externally_connectable?: unknown;
  content_security_policy: { extension_pages: string };
}

const page = readFileSync(path.join(ROOT, 'docs/permissions.md'), 'utf8');
const [, atInstall = '', later = ''] = page.split(/^## .*$/m);
const rows = (table: string) =>
  [...table.matchAll(/^\| `(\w+)`\s*\|(?:\s*(both|Chromium|Firefox)\s*\|)?/gm)].map((match) => ({
    name: match[1]!,
    browsers: match[2] ?? 'both',
  }));

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data: blob:',
  "connect-src 'self' https: http:",
  "require-trusted-types-for 'script'",
  'trusted-types inert dompurify',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
];

const BUILDS = [
  { browser: 'Chromium', folder: '.output/chrome-mv3' },
  { browser: 'Firefox', folder: '.output/firefox-mv3' },
] as const;

for (const { browser, folder } of BUILDS) {
  const file = path.join(ROOT, folder, 'manifest.json');
  // `npm test` builds first; on its own `npm run unit` may run before any build.
  describe.skipIf(!existsSync(file))(`the ${browser} build`, () => {
    const manifest = existsSync(file) ? (readJson(`${folder}/manifest.json`) as Manifest) : ({} as Manifest);

    test('asks for what docs/permissions.md says and for nothing else', () => {
      const documented = rows(atInstall)
        .filter(({ browsers }) => browsers === 'both' || browsers === browser)
        .map(({ name }) => name);
      expect(documented.length).toBeGreaterThan(5);
      expect(manifest.permissions.toSorted()).toEqual(documented.toSorted());
      expect(manifest.optional_permissions.toSorted()).toEqual(
        rows(later)
          .map(({ name }) => name)
          .toSorted(),
      );
    });

    test('names no site that it reads without being asked', () => {
      expect(manifest.host_permissions ?? []).toEqual([]);
      expect(manifest.content_scripts ?? []).toEqual([]);
      expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    });

    test('shows pages nothing of itself', () => {
      expect(manifest.web_accessible_resources ?? []).toEqual([]);
      expect(manifest.externally_connectable).toBeUndefined();
    });

    test('has the page policy, word for word', () => {
      expect(manifest.content_security_policy.extension_pages.split('; ')).toEqual(POLICY);
    });

    test('has pages that fetch nothing from elsewhere', () => {
      const pages = filesIn([folder], ['.html']);
      expect(pages.length).toBeGreaterThan(3);
      for (const { name, text } of pages) {
        expect(text, name).toMatch(/http-equiv="Content-Security-Policy"\s+content="connect-src 'self';?"/);
        expect(text, name).not.toMatch(/(src|href)="https?:/);
      }
    });

    test('puts at most 20 kB into a page that is only looked at', () => {
      expect(statSync(path.join(ROOT, folder, 'detector.js')).size).toBeLessThanOrEqual(20_000);
    });
  });
}
