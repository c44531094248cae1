/** Pages of real page systems, kept beside the repository; served under their real addresses when they are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ExpectedPage {
  page: string;
  url: string;
  isArticle: boolean;
  title?: string;
  authors?: string[];
  published?: string;
  lead?: string | null;
  section?: string[];
  captions?: string[];
  paragraphs?: string[];
  mustNotAppear?: string[];
}

export interface SharedPage {
  expected: ExpectedPage;
  html: string;
}

/** `$SHARED_DIR/pages`, else `../shared/pages` beside the repository; an empty list when neither is there. */
export function sharedPages(): SharedPage[] {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const folder = path.join(process.env.SHARED_DIR ?? path.join(root, '../shared'), 'pages');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .toSorted()
    .map((name) => {
      const expected = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ExpectedPage;
      const html = readFileSync(path.join(folder, name.replace('.expected.json', '.html')), 'utf8');
      return { expected, html };
    });
}
