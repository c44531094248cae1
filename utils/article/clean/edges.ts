/**
 * What stands before the first and after the last paragraph of an article, and the lists of links between: told by place and
 * shape, for pages whose system we do not know.
 */
import { parsePrintedDate } from '@/utils/text/dates';
import { foldMarks } from '@/utils/text/fold';
import { collapseBlanks } from '@/utils/text/normal';
import { isWholly, leavesOf, plainText, type Leaf, type Structure } from './draft';
import { isBoxHeading, isCredit, isPromo } from './roles';

interface Line {
  leaf: Leaf;
  text: string;
  /** All of it is a link. */
  isLink: boolean;
  /** Where such a link leads: to the page's own site, as headlines of other articles do. */
  isHome: boolean;
}

/** Reasons for the leaves that are no part of the article; `already` are those with a reason before. */
export function edgeReasons(
  root: Structure,
  already: ReadonlyMap<Leaf, string>,
  pageUrl: string,
): Map<Leaf, string> {
  const site = siteOf(pageUrl);
  const lines = leavesOf(root)
    .filter(({ leaf }) => !already.has(leaf) && leaf.type !== 'caption' && leaf.type !== 'table')
    .map(({ leaf }): Line => {
      const isLink = isWholly(leaf, 'a');
      return { leaf, text: plainText(leaf), isLink, isHome: isLink && leadsTo(leaf, site) };
    });
  const reasons = new Map<Leaf, string>();
  promos(lines, reasons);
  linkLists(lines, reasons);
  const rest = lines.filter(({ leaf }) => !reasons.has(leaf));
  head(rest, reasons);
  tail(rest, reasons);
  return reasons;
}

/** The last names of the host, which the parts of a newspaper's site share: `paper.example`, `paper.com.vn`. */
function siteOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const names = new URL(address).hostname.split('.');
  return names.slice(names.length > 2 && names.at(-2)!.length <= 3 ? -3 : -2).join('.');
}

function leadsTo(leaf: Leaf, site: string): boolean {
  const href = leaf.runs.flatMap(({ marks }) => marks).find(({ tag }) => tag === 'a')?.href;
  return href !== undefined && siteOf(href) === site;
}

/** An invitation to subscribe takes the list of what one gets with it. */
function promos(lines: Line[], reasons: Map<Leaf, string>): void {
  let inPromo = false;
  for (const { leaf, text } of lines) {
    if (leaf.type === 'listItem') {
      if (inPromo && text.length <= 250) reasons.set(leaf, 'promo');
      continue;
    }
    inPromo = leaf.type !== 'preformatted' && isPromo(text);
    if (inPromo) reasons.set(leaf, 'promo');
    else if (isCredit(text)) reasons.set(leaf, 'credit');
  }
}

/** More than this share of the text in such lists: the article is a list of links. */
const MOST_LISTED = 0.3;
/** Shorter link texts are names and buttons, not headlines of other articles. */
const HEADLINE = 22;

/** Headlines of other articles between the paragraphs: several links in a row, or a paragraph that is one. */
function linkLists(lines: Line[], reasons: Map<Leaf, string>): void {
  const found: Line[] = [];
  let run: Line[] = [];
  const end = (before: Line | undefined) => {
    const isListed = run.every(({ leaf }) => leaf.type === 'listItem');
    const isLong = run.reduce((sum, { text }) => sum + text.length, 0) >= run.length * HEADLINE;
    const isAlone = run.length === 1 && run[0]!.leaf.type === 'paragraph' && !/[.:;,]$/.test(run[0]!.text);
    if (isLong && (isAlone || run.length >= (isListed ? 2 : 3))) {
      if (before && run.length > 1 && isListHead(before)) found.push(before);
      found.push(...run);
    }
    run = [];
  };
  let start = 0;
  for (const [index, line] of lines.entries()) {
    if (line.isHome && line.leaf.type !== 'embed' && line.leaf.type !== 'quote') {
      if (run.length === 0) start = index;
      run.push(line);
    } else if (run.length > 0) end(lines[start - 1]);
  }
  if (run.length > 0) end(lines[start - 1]);
  const length = (some: Line[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  if (length(found) > length(lines) * MOST_LISTED) return;
  for (const { leaf } of found) reasons.set(leaf, 'related');
}

function isListHead({ leaf, text }: Line): boolean {
  return text.length <= 90 && (leaf.type === 'heading' || text.endsWith(':') || isBoxHeading(text));
}

function isProse({ leaf, text, isLink }: Line): boolean {
  return text.length >= 80 && leaf.type !== 'heading' && leaf.type !== 'embed' && !isLink;
}

/** Before the first paragraph: dates, bylines, menus, labels of buttons. */
function head(lines: Line[], reasons: Map<Leaf, string>): void {
  const first = lines.findIndex(isProse);
  for (const { leaf, text, isLink } of lines.slice(0, Math.max(0, Math.min(first, 40)))) {
    if (leaf.type === 'embed' || leaf.type === 'preformatted') continue;
    const words = text.split(/\s+/).length;
    const isLabel = words <= 3 && text.length <= 30 && !/[.:!?…—–-]$/u.test(text);
    if (isDated(text)) reasons.set(leaf, 'byline');
    else if (/^https?:\/\/\S+$/.test(text) || /^<\w+\s/.test(text)) reasons.set(leaf, 'furniture');
    else if (leaf.type !== 'heading' && (isLabel || (isLink && text.length <= 60)))
      reasons.set(leaf, 'navigation');
  }
}

const CLOCK = /\b\d{1,2}\s?[:.h]\s?\d{2}\b/;
const READING_TIME =
  /^(?:[\p{L}\s]{4,30}:\s*)?\d{1,2}\s*[-+]?\s*min(?:\.|s|ute[ns]?|uti|uto|utos|utes)?\b.{0,20}$/iu;

/** "Updated Nov 19, 9:41 AM; Posted Nov 18", "By A B - 11/18/19 11:04 PM EST", "Lesezeit: 2 min". */
function isDated(text: string): boolean {
  if (text.length > 140 || text.split(/\s+/).length > 20 || /[?!]$/.test(text)) return false;
  if (READING_TIME.test(text)) return true;
  if (/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}+\s+\p{Ll}/u.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  if (digits < 3) return false;
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  return CLOCK.test(text) ? letters <= 60 : digits >= 5 && letters <= 45 && parsePrintedDate(text) !== null;
}

const RIGHTS =
  /^©|\(c\) ?\d{4}|\bcopyright\b|all rights reserved|alle rechte vorbehalten|tous droits|derechos reservados|direitos reservados|diritti riservati|版权|著作権|無断転載|무단 ?전재|сайта? обязательна/iu;
const CONTACT =
  /^(?:write to|reach the reporters?|contact|follow|email|e-mail|mail|find|connect|kontakt|suivez|sigue|siga|segui|folgen|volg|folg|send us|have a (?:tip|story)|got a (?:tip|story))\b.*(?:@|https?:|twitter|facebook|instagram|linkedin|telegram|whatsapp)/iu;
const SOURCE =
  /^(?:sources?|quelle|bron|fonte|fuente|with (?:reports?|files|additional reporting)|mit|avec|con información de|lahde|kilde|kalla|zdroj)\b\s*:?.{0,60}$/iu;

/** After the last paragraph: links, headings of boxes that were taken out, rights, sources, how to reach the writer. */
function tail(lines: Line[], reasons: Map<Leaf, string>): void {
  for (const line of lines.toReversed().slice(0, 25)) {
    const { leaf, text, isHome } = line;
    if (leaf.type === 'embed') continue;
    const reason = tailReason(line);
    if (reason !== null) reasons.set(leaf, reason);
    else if (isHome) reasons.set(leaf, 'related');
    else if (text.length >= 60 || /[.!?…"”»’)]$/u.test(text)) return;
    else if (leaf.type === 'listItem' || leaf.type === 'preformatted' || leaf.type === 'quote') return;
    else if (/^[^\p{L}]*$/u.test(text) || leaf.type === 'heading') reasons.set(leaf, 'furniture');
    else return;
  }
}

function tailReason({ leaf, text }: Line): string | null {
  if (leaf.type === 'preformatted') return null;
  const folded = foldMarks(collapseBlanks(text));
  if (text.length <= 400 && RIGHTS.test(text)) return 'rights';
  if (text.length <= 200 && CONTACT.test(folded)) return 'byline';
  if (text.length <= 80 && SOURCE.test(folded)) return 'source';
  if (/^\(.{1,30}\)$/.test(text) || /^\S+@\S+\.\w+$/.test(text)) return 'byline';
  return isBoxHeading(text) ? 'boxHeading' : null;
}
