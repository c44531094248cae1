/**
 * One walk over the chosen body: elements in, a draft out. The page's element is only read. No recursion, so a page that
 * nests ten thousand boxes is only slow, never a crash.
 */
import { beginningOf } from '@/utils/text/graphemes';
import { collapseBlanks } from '@/utils/text/normal';
import type { Removed } from '../types';
import type { Leaf, Mark, Run, Structure, StructureTag } from './draft';
import { addFigure, figureParts, type PictureBook } from './figure';
import { tidyRuns } from './runs';

export interface WalkRules {
  /** Address for relative links and pictures. */
  base: string;
  /** Reason to leave this element out, null to keep it. */
  dropReason: (element: Element) => string | null;
  isCaption: (element: Element) => boolean;
}

const SILENT = new Set(
  'script style noscript template link meta head title base svg math canvas map area button input select textarea option datalist progress meter dialog menu slot portal nav'.split(
    ' ',
  ),
);
const EMBEDS = new Set(['iframe', 'video', 'audio', 'embed', 'object']);
const MARKS: Record<string, Mark['tag']> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  sub: 'sub',
  sup: 'sup',
  q: 'q',
  cite: 'cite',
  code: 'code',
  kbd: 'code',
  samp: 'code',
};
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li main ol p pre section summary table tbody td tfoot th thead tr ul caption zone'.split(
    ' ',
  ),
);
const MOST_NODES = 400_000;

interface Place {
  parent: Structure;
  type: Leaf['type'];
  level?: number;
  marks: readonly Mark[];
  /** Inside a cell or a caption: inner blocks are blanks, everything is one leaf. */
  isOneLeaf: boolean;
  /** Inline elements share the leaf of their block. */
  block: Element;
  lang?: string;
}

type Step =
  | { kind: 'node'; node: Node; place: Place }
  | { kind: 'close' }
  | { kind: 'breakLeaf'; place: Place };

/** Walks `body` and returns the draft; pictures go into the book, what was dropped into `removed`. */
export function walk(body: Element, rules: WalkRules, book: PictureBook, removed: Removed[]): Structure {
  const root: Structure = { kind: 'structure', tag: 'root', children: [] };
  const start: Place = { parent: root, type: 'paragraph', marks: [], isOneLeaf: false, block: body };
  const stack: Step[] = [];
  let leaf: Leaf | null = null;
  let seen = 0;

  const close = () => {
    if (!leaf) return;
    leaf.runs = tidyRuns(leaf.runs, leaf.type === 'preformatted');
    leaf = null;
  };
  const write = (place: Place, run: Run) => {
    if (!leaf) {
      if (!run.text.trim() && place.type !== 'preformatted') return;
      leaf = { kind: 'leaf', type: place.type, runs: [], element: place.block };
      if (place.level !== undefined) leaf.level = place.level;
      if (place.lang !== undefined) leaf.lang = place.lang;
      place.parent.children.push(leaf);
    }
    leaf.runs.push(run);
  };
  const children = (node: Node, place: Place) => {
    for (let child = node.lastChild; child; child = child.previousSibling)
      stack.push({ kind: 'node', node: child, place });
  };
  const structure = (parent: Structure, tag: StructureTag): Structure => {
    const made: Structure = { kind: 'structure', tag, children: [] };
    parent.children.push(made);
    return made;
  };
  const enter = (element: Element, place: Place) => {
    close();
    stack.push({ kind: 'close' });
    children(element, place);
  };

  const nearPictures = aroundPictures(body);
  children(body, start);
  while (stack.length > 0) {
    const step = stack.pop()!;
    if (step.kind === 'close') {
      close();
      continue;
    }
    if (step.kind === 'breakLeaf') {
      write(step.place, { text: ' ', marks: step.place.marks });
      continue;
    }
    const { node, place } = step;
    seen += 1;
    if (seen > MOST_NODES) {
      removed.push({ reason: 'tooLong', text: '' });
      break;
    }
    if (node.nodeType === 3) {
      write(place, { text: node.nodeValue ?? '', marks: place.marks });
      continue;
    }
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    const tag = element.localName;
    if (SILENT.has(tag)) continue;
    const reason = rules.dropReason(element);
    if (reason !== null) {
      noteRemoved(removed, reason, element);
      continue;
    }
    if (EMBEDS.has(tag)) {
      close();
      const embed = embedLeaf(element, rules.base);
      if (embed) place.parent.children.push(embed);
      continue;
    }
    if (tag === 'img') {
      if (!place.isOneLeaf) {
        close();
        addFigure(place.parent, [element], [], rules.base, book);
      }
      continue;
    }
    if (tag === 'br') {
      const last: Run | undefined = (leaf as Leaf | null)?.runs.findLast(
        (run: Run) => run.text.trim() || run.isBreak,
      );
      if (!place.isOneLeaf && place.type !== 'preformatted' && last?.isBreak) close();
      else if (leaf)
        write(
          place,
          place.type === 'preformatted'
            ? { text: '\n', marks: place.marks }
            : { text: ' ', marks: place.marks, isBreak: true },
        );
      continue;
    }
    if (tag === 'hr') {
      close();
      continue;
    }
    if (place.isOneLeaf && BLOCKS.has(tag)) {
      stack.push({ kind: 'breakLeaf', place });
      children(element, place);
      if (leaf) write(place, { text: ' ', marks: place.marks });
      continue;
    }
    if (!BLOCKS.has(tag)) {
      children(element, { ...place, marks: marksWith(place.marks, element, rules.base) });
      continue;
    }
    const inner: Place = { ...place, block: element, marks: place.marks };
    const lang = element.getAttribute('lang');
    if (lang && /^[a-zA-Z]{2,8}(?:-[a-zA-Z\d]{1,8})*$/.test(lang)) inner.lang = lang;
    const figure = nearPictures.has(element) ? figureParts(element, rules.isCaption, rules.base) : null;
    if (figure) {
      close();
      for (const part of figure) addFigure(place.parent, part.images, part.captions, rules.base, book);
      continue;
    }
    switch (tag) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        enter(element, { ...inner, type: 'heading', level: Math.max(2, Number(tag[1])) });
        break;
      case 'blockquote':
        close();
        enter(element, {
          ...inner,
          type: place.type === 'listItem' ? 'listItem' : 'quote',
          parent: structure(place.parent, 'blockquote'),
        });
        break;
      case 'ul':
      case 'ol': {
        const list = structure(place.parent, tag);
        const level = place.type === 'listItem' ? (place.level ?? 1) + 1 : 1;
        enter(element, { ...inner, type: 'listItem', level, parent: list });
        break;
      }
      case 'li': {
        const inList = place.parent.tag === 'ul' || place.parent.tag === 'ol';
        const parent = inList ? place.parent : structure(place.parent, 'ul');
        enter(element, {
          ...inner,
          type: 'listItem',
          level: place.level ?? 1,
          parent: structure(parent, 'li'),
        });
        break;
      }
      case 'pre':
        enter(element, { ...inner, type: 'preformatted', marks: [] });
        break;
      case 'table': {
        const rows = tableRows(element);
        if (rows === null) enter(element, inner);
        else {
          close();
          const table = structure(place.parent, 'table');
          const steps: Step[] = [];
          for (const cells of rows) {
            const row = structure(table, 'tr');
            for (const cell of cells) {
              const made = structure(row, cell.localName === 'th' ? 'th' : 'td');
              made.colspan = span(cell.getAttribute('colspan'));
              made.rowspan = span(cell.getAttribute('rowspan'));
              const at: Place = { ...inner, type: 'table', parent: made, isOneLeaf: true, block: cell };
              delete at.level;
              for (const child of cell.childNodes) steps.push({ kind: 'node', node: child, place: at });
              steps.push({ kind: 'close' });
            }
          }
          for (const one of steps.toReversed()) stack.push(one);
        }
        break;
      }
      default:
        enter(element, inner);
    }
  }
  close();
  return root;
}

/** Boxes that may be figures. Found from the pictures upward, so that deep nesting does not cost a search per level. */
function aroundPictures(body: Element): Set<Element> {
  const near = new Set<Element>();
  for (const image of body.querySelectorAll('img')) {
    let element: Element | null = image.parentElement;
    for (let climbed = 0; element && element !== body && climbed < 10; climbed += 1) {
      if (climbed < 5 || element.localName !== 'div') near.add(element);
      element = element.parentElement;
    }
  }
  return near;
}

export function noteRemoved(removed: Removed[], reason: string, element: Element): void {
  if (removed.length >= 2_000) return;
  const text = collapseBlanks((element.textContent ?? '').slice(0, 2_000));
  if (text) removed.push({ reason, text: beginningOf(text, 80) });
}

function marksWith(marks: readonly Mark[], element: Element, base: string): readonly Mark[] {
  if (marks.length > 12) return marks;
  if (element.localName === 'a') {
    const href = safeLink(element.getAttribute('href'), base);
    // A link in a link cannot be written in HTML.
    return href === null || marks.some(({ tag }) => tag === 'a') ? marks : [...marks, { tag: 'a', href }];
  }
  const tag = MARKS[element.localName];
  return tag === undefined || marks.some((mark) => mark.tag === tag) ? marks : [...marks, { tag }];
}

/** http, https and mailto only; everything else loses its link and keeps its words. */
export function safeLink(href: string | null, base: string): string | null {
  if (!href || href.length > 4_000 || href.trim().startsWith('#')) return null;
  try {
    const url = new URL(href, base);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A film or a frame becomes a paragraph with its name and address: our pages load nothing from elsewhere. */
function embedLeaf(element: Element, base: string): Leaf | null {
  const source =
    element.getAttribute('src') ??
    element.getAttribute('data-src') ??
    element.getAttribute('data') ??
    element.querySelector('source[src]')?.getAttribute('src') ??
    null;
  const href = safeLink(source, base);
  if (href === null || !href.startsWith('http')) return null;
  const url = new URL(href);
  const isMedia = element.localName === 'video' || element.localName === 'audio';
  const isKnown =
    /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|soundcloud\.com|spotify\.com|facebook\.com|tiktok\.com|twitter\.com|x\.com|instagram\.com|datawrapper\.de|dwcdn\.net|flourish\.studio|google\.com|vtv\.vn|vtc\.vn)$/.test(
      url.hostname,
    ) && !/\/plugins\/(?:like|share|page)|\/(?:recaptcha|ads?)\//.test(url.pathname);
  if (!isMedia && !isKnown) return null;
  const label =
    collapseBlanks(element.getAttribute('title') ?? element.getAttribute('aria-label') ?? '') ||
    `${url.hostname}${url.pathname === '/' ? '' : url.pathname}`;
  return {
    kind: 'leaf',
    type: 'embed',
    runs: tidyRuns([{ text: label.slice(0, 300), marks: [{ tag: 'a', href }] }]),
    element,
  };
}

function span(value: string | null): number {
  const number = Number.parseInt(value ?? '1', 10);
  return number >= 1 && number <= 100 ? number : 1;
}

/** Rows of a table that holds data; null for one that only lays things out. */
function tableRows(table: Element): Element[][] | null {
  if (table.querySelector('table, figure, video, iframe')) return null;
  const rows: Element[][] = [];
  for (const row of table.querySelectorAll('tr')) {
    const cells = [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
    if (cells.length > 0) rows.push(cells);
    if (rows.length > 5_000) return null;
  }
  const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (rows.length === 0 || widest < 2) return null;
  if (rows.length === 1 && !table.querySelector('th')) return null;
  const longest = rows
    .flat()
    .reduce((most, cell) => Math.max(most, cell.querySelectorAll('p, div').length), 0);
  return longest > 6 ? null : rows;
}
