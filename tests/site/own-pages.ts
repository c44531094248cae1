/** The pages we wrote for each trap of the press (utils/article/fixtures), served by the sample site under their addresses. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExpectedPage, SharedPage } from './shared-pages';

const FOLDER = fileURLToPath(new URL('../../utils/article/fixtures', import.meta.url));

export function ownPages(): SharedPage[] {
  return readdirSync(FOLDER)
    .toSorted()
    .map((name) => {
      const read = (file: string) => readFileSync(path.join(FOLDER, name, file), 'utf8');
      const expected = JSON.parse(read('expected.json')) as ExpectedPage;
      return { expected: { ...expected, page: name }, html: read('source.html') };
    });
}

/** The list of them, for a person who wants to try Save on each. */
export function listOfOwnPages(pages: SharedPage[]): string {
  const links = pages.map(
    ({ expected }) => `<li><a href="${expected.url}">${expected.page}</a>: ${expected.title ?? ''}</li>`,
  );
  return `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Trang bẫy</title><h1>Trang bẫy</h1><ol>${links.join('')}</ol></html>`;
}
