/**
 * Light Markdown read into plain data: headings, lists, quotes, paragraphs; bold, italic, code, links. Promise: any text
 * gives blocks that together hold every word of it, in time that grows with its length; nothing in it is ever markup.
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; href: string };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: Inline[][] };

/** Quotes inside quotes go no deeper; what is deeper stays text. */
const DEEPEST_QUOTE = 4;
const DEEPEST_INLINE = 6;

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const BULLET = /^\s{0,3}[-*+•]\s+(.*)$/;
const NUMBERED = /^\s{0,3}(\d{1,6})[.)]\s+(.*)$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/;

export function memoBlocks(text: string, depth = 0): Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r\n?|\n/);
  let at = 0;
  /** Takes the lines that belong together; gives what `pattern` found in each. */
  const run = (pattern: RegExp): RegExpExecArray[] => {
    const found: RegExpExecArray[] = [];
    for (let match = pattern.exec(lines[at] ?? ''); match && at < lines.length;) {
      found.push(match);
      at += 1;
      match = at < lines.length ? pattern.exec(lines[at]!) : null;
    }
    return found;
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = HEADING.exec(line);
    if (!line.trim()) at += 1;
    else if (heading) {
      const level = Math.min(3, heading[1]!.length) as 1 | 2 | 3;
      blocks.push({ kind: 'heading', level, children: inlines(heading[2]!) });
      at += 1;
    } else if (depth < DEEPEST_QUOTE && QUOTE.test(line)) {
      const inner = run(QUOTE).map(([, words]) => words!);
      blocks.push({ kind: 'quote', blocks: memoBlocks(inner.join('\n'), depth + 1) });
    } else if (BULLET.test(line)) {
      const items = run(BULLET).map(([, words]) => inlines(words!));
      blocks.push({ kind: 'list', isOrdered: false, start: 1, items });
    } else if (NUMBERED.test(line)) {
      const found = run(NUMBERED);
      const items = found.map(([, , words]) => inlines(words!));
      blocks.push({ kind: 'list', isOrdered: true, start: Number(found[0]![1]), items });
    } else {
      const words: Inline[][] = [];
      const isMore = (next: string) =>
        next.trim() !== '' &&
        !HEADING.test(next) &&
        !BULLET.test(next) &&
        !NUMBERED.test(next) &&
        (depth >= DEEPEST_QUOTE || !QUOTE.test(next));
      do {
        words.push(inlines(lines[at]!.trim()));
        at += 1;
      } while (at < lines.length && isMore(lines[at]!));
      blocks.push({ kind: 'paragraph', lines: words });
    }
  }
  return blocks;
}

/** One mark, from where the reading stands: code, bold, italic, [words](address), a bare address. */
const MARK =
  /`([^`]+)`|\*\*(?=\S)([^]+?\S|\S)\*\*|__(?=\S)([^]+?\S|\S)__|(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]*[^\s_])_(?![\p{L}\p{N}_])|\[([^\][]+)\]\(([^()\s]+)\)|(https?:\/\/[^\s<>"”]+[^\s<>"”.,;:!?)\]])/u;

/** Longer lines are shown as they are: the search for marks must not cost more than the words are worth. */
const LONGEST_LINE = 5_000;

function inlines(text: string, depth = 0): Inline[] {
  if (depth > DEEPEST_INLINE || text.length > LONGEST_LINE) return text ? [{ kind: 'text', text }] : [];
  const found: Inline[] = [];
  let rest = text;
  while (rest) {
    const match = MARK.exec(rest);
    if (!match) break;
    if (match.index > 0) found.push({ kind: 'text', text: rest.slice(0, match.index) });
    found.push(markOf(match, depth));
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest) found.push({ kind: 'text', text: rest });
  return found;
}

function markOf(match: RegExpExecArray, depth: number): Inline {
  const [whole, code, bold, alsoBold, italic, alsoItalic, words, address, bare] = match;
  if (code !== undefined) return { kind: 'code', text: code };
  const strong = bold ?? alsoBold;
  if (strong !== undefined) return { kind: 'bold', children: inlines(strong, depth + 1) };
  const slanted = italic ?? alsoItalic;
  if (slanted !== undefined) return { kind: 'italic', children: inlines(slanted, depth + 1) };
  const href = webAddress(bare ?? address ?? '');
  return href ? { kind: 'link', text: bare ?? words ?? href, href } : { kind: 'text', text: whole };
}

/** Only addresses of the web and of mail may be followed. */
function webAddress(typed: string): string | null {
  try {
    const url = new URL(typed);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
