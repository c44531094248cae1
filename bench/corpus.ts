/** The pages of ../shared/corpus/extraction with what is true of them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Truth {
  corpus: 'zyte' | 'fundus' | 'trafilatura' | 'wcxb' | 'vietnam';
  id: string;
  url: string;
  /** Absolute. */
  file: string;
  /** article, listing, collection, product, forum, service, documentation, home, mixed */
  type: string;
  body?: string | null;
  lead?: string | null;
  title?: string | null;
  authors?: string[] | null;
  /** yyyy-mm-dd */
  date?: string | null;
  with?: string[] | null;
  without?: string[] | null;
}

/** `$SHARED_DIR`, else `../shared` beside the project; null when no corpus is there. */
export function readCorpus(root: string): Truth[] | null {
  const folder = path.join(process.env.SHARED_DIR ?? path.join(root, '../shared'), 'corpus/extraction');
  const list = path.join(folder, 'truth.jsonl');
  if (!existsSync(list)) return null;
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const truth = JSON.parse(line) as Truth;
      // A few pages of the old collection have no address of their own.
      const url = /^https?:\/\/[^/]/.test(truth.url)
        ? truth.url
        : `https://corpus.invalid/${encodeURIComponent(truth.id)}`;
      return { ...truth, url, file: path.join(folder, truth.file) };
    });
}
