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
  if (longest.length < LEAST) longest = textInScripts(page);
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

/** Paragraphs farther apart in a script's data than this are of two texts. */
const FARTHEST = 3_000;
const MOST_SCRIPT = 4_000_000;

/** The longest row of paragraphs written as HTML in the data of the page's scripts. */
function textInScripts(page: Document): string {
  let data = '';
  for (const script of page.querySelectorAll('script:not([src])'))
    if (data.length < MOST_SCRIPT) data += script.textContent ?? '';
  // A stream of parts may break off anywhere, within a paragraph too.
  const html = data
    .slice(0, MOST_SCRIPT)
    .replace(/"\]\)self\.__next_f\.push\(\[1,"/g, '')
    .replace(/\\+u003c/gi, '<')
    .replace(/\\+u003e/gi, '>')
    .replace(/\\+u0026/gi, '&')
    .replace(/\\+([nr])/g, ' ')
    .replace(/\\+(["/'])/g, '$1');
  let longest: string[] = [];
  let row: string[] = [];
  let end = 0;
  const size = (some: string[]) => some.reduce((sum, { length }) => sum + length, 0);
  for (const match of html.matchAll(/<(p|h[2-4]|li)(?:\s[^<>]{0,300})?>([^]{1,6000}?)<\/\1>/g)) {
    if (match.index - end > FARTHEST) {
      if (size(row) > size(longest)) longest = row;
      row = [];
    }
    row.push(match[0]);
    end = match.index + match[0].length;
  }
  if (size(row) > size(longest)) longest = row;
  return [...new Set(longest)].join('\n');
}
