/**
 * The draft written out: one NFC text, its blocks, and HTML of our own making. Nothing of the page's markup is copied; an
 * attribute exists only when this file names it.
 */
import type { Block } from '../types';
import { plainText, type Leaf, type Mark, type Run, type Structure } from './draft';

export interface Written {
  text: string;
  blocks: Block[];
  html: string;
}

const TAGS: Partial<Record<Leaf['type'], string>> = {
  title: 'h1',
  paragraph: 'p',
  lead: 'p',
  quote: 'p',
  listItem: 'p',
  table: 'p',
  caption: 'p',
  preformatted: 'pre',
  embed: 'p',
};

/** Leaves that are alone in one of these become the element itself. */
const MERGED = new Set(['li', 'td', 'th', 'figcaption']);

/** Writes the draft. Empty leaves must be gone already; block ids count from b0 in reading order. */
export function write(root: Structure): Written {
  const blocks: Block[] = [];
  const texts: string[] = [];
  const html: string[] = [];
  let at = 0;
  type Step = { node: Leaf | Structure; only?: string } | { close: string };
  const stack: Step[] = [{ node: root }];
  const add = (leaf: Leaf): string => {
    const text = plainText(leaf);
    const block: Block = { id: `b${blocks.length}`, type: leaf.type, start: at, end: at + text.length };
    if (leaf.level !== undefined) block.level = leaf.level;
    if (leaf.pictureId !== undefined) block.pictureId = leaf.pictureId;
    blocks.push(block);
    texts.push(text);
    at = block.end + 1;
    return block.id;
  };
  while (stack.length > 0) {
    const step = stack.pop()!;
    if ('close' in step) {
      html.push(step.close);
      continue;
    }
    const { node } = step;
    if (node.kind === 'leaf') {
      const tag = step.only ?? (node.type === 'heading' ? `h${node.level ?? 2}` : (TAGS[node.type] ?? 'p'));
      const lang = node.lang ? ` lang="${escapeHtml(node.lang)}"` : '';
      html.push(`<${tag} data-block="${add(node)}"${lang}>${inline(node)}</${tag}>`);
      continue;
    }
    const [only] = node.children;
    if (MERGED.has(node.tag) && node.children.length === 1 && only?.kind === 'leaf') {
      const attributes = cellAttributes(node);
      if (attributes)
        html.push(
          `<${node.tag}${attributes} data-block="${add(only)}"${only.lang ? ` lang="${escapeHtml(only.lang)}"` : ''}>${inline(only)}</${node.tag}>`,
        );
      else stack.push({ node: only, only: node.tag });
      continue;
    }
    if (node.tag !== 'root') {
      const picture = node.pictureId ? ` data-picture="${escapeHtml(node.pictureId)}"` : '';
      const body = node.tag === 'table';
      html.push(`<${node.tag}${picture}${cellAttributes(node)}>${body ? '<tbody>' : ''}`);
      stack.push({ close: `${body ? '</tbody>' : ''}</${node.tag}>` });
    }
    for (let index = node.children.length - 1; index >= 0; index -= 1)
      stack.push({ node: node.children[index]! });
  }
  return { text: texts.join('\n'), blocks, html: html.join('') };
}

function cellAttributes(node: Structure): string {
  return (
    (node.colspan && node.colspan > 1 ? ` colspan="${node.colspan}"` : '') +
    (node.rowspan && node.rowspan > 1 ? ` rowspan="${node.rowspan}"` : '')
  );
}

/** Runs with their marks: a mark stays open as long as the next run has the same object at the same depth. */
function inline(leaf: Leaf): string {
  let open: readonly Mark[] = [];
  const parts: string[] = [];
  const isPre = leaf.type === 'preformatted';
  const change = (next: readonly Mark[]) => {
    let shared = 0;
    while (shared < open.length && shared < next.length && open[shared] === next[shared]) shared += 1;
    for (let index = open.length - 1; index >= shared; index -= 1) parts.push(`</${open[index]!.tag}>`);
    for (const mark of next.slice(shared)) parts.push(opening(mark));
    open = next;
  };
  for (const run of leaf.runs) {
    change(run.marks);
    parts.push(runHtml(run));
  }
  change([]);
  const html = parts.join('');
  // The parser drops one line break right after <pre>.
  return isPre && html.startsWith('\n') ? `\n${html}` : html;
}

function runHtml(run: Run): string {
  return run.isBreak ? `${escapeHtml(run.text)}<br>` : escapeHtml(run.text);
}

function opening(mark: Mark): string {
  return mark.tag === 'a' && mark.href !== undefined
    ? `<a href="${escapeHtml(mark.href)}">`
    : `<${mark.tag}>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
