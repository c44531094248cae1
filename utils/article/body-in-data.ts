/** The text of an article in the page's data: pages that scripts would have filled show nothing like it. */
import { decodeEntities } from '@/utils/text/normal';
import type { Leaf, Structure } from './clean/draft';
import { tidyRuns } from './clean/runs';
import { isArticleNode, readJsonLd, stringOf } from './json-ld';

/** Shorter ones are descriptions. */
const LEAST = 400;
/** What the page shows is less than this share of it. */
const MOST_SHOWN = 0.3;

/** `shown`: letters found on the page itself. null: the data holds no article, or the page shows it. */
export function bodyInData(page: Document, shown: number): Structure | null {
  let longest = '';
  for (const node of readJsonLd(page)) {
    const text = isArticleNode(node) ? stringOf(node['articleBody']) : null;
    if (text && text.length > longest.length) longest = text;
  }
  if (longest.length < LEAST || shown > longest.length * MOST_SHOWN) return null;
  const texts = decodeEntities(longest)
    .replace(/<\/?(?:p|br|div|li|h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^<>]+>/g, '')
    .split(/\s*\n\s*/);
  const children = texts.filter(Boolean).map((text): Leaf => ({
    kind: 'leaf',
    type: 'paragraph',
    runs: tidyRuns([{ text, marks: [] }]),
    element: page.body,
  }));
  return { kind: 'structure', tag: 'root', children };
}
