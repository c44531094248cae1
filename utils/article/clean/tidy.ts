/** Rules on the finished leaves: repeated title and lead, captions in their own paragraph, boxes, pointers, bylines. */
import { beginningOf } from '@/utils/text/graphemes';
import { parsePrintedDate } from '@/utils/text/dates';
import { splitDateline } from '@/utils/text/datelines';
import { foldMarks } from '@/utils/text/fold';
import { lettersOnly } from '@/utils/text/words';
import type { PictureFound, Removed } from '../types';
import { isWholly, leavesOf, plainText, structuresOf, type Leaf, type Structure } from './draft';
import { edgeReasons } from './edges';
import { hasCaptionClass, setCaption } from './figure';
import { isBoxHeading, isNoise, isPointer } from './roles';
import { alignment } from './sign-off';

/** Takes a leaf out of the draft and says why. */
export function removeLeaf(root: Structure, leaf: Leaf, reason: string, removed: Removed[]): void {
  for (const structure of structuresOf(root)) {
    const at = structure.children.indexOf(leaf);
    if (at < 0) continue;
    structure.children.splice(at, 1);
    if (plainText(leaf) && removed.length < 2_000)
      removed.push({ reason, text: beginningOf(plainText(leaf), 80) });
    return;
  }
}

/** Takes many leaves out in one pass. */
function removeAll(root: Structure, reasons: Map<Leaf, string>, removed: Removed[]): void {
  if (reasons.size === 0) return;
  for (const structure of structuresOf(root))
    structure.children = structure.children.filter((child) => {
      const reason = child.kind === 'leaf' ? reasons.get(child) : undefined;
      if (child.kind !== 'leaf' || reason === undefined) return true;
      const text = plainText(child);
      if (text && removed.length < 2_000) removed.push({ reason, text: beginningOf(text, 80) });
      return false;
    });
}

/** Letters and digits only: what two printings of one sentence share. */
export function bare(text: string): string {
  return lettersOnly(foldMarks(text));
}

/** Drops what repeats the title or the lead (with or without its edition code). */
export function dropRepeats(
  root: Structure,
  title: string | null,
  lead: string | null,
  removed: Removed[],
): void {
  const reasons = new Map<Leaf, string>();
  const titleBare = title ? bare(title) : '';
  const leads = new Set<string>();
  if (lead) for (const text of [lead, splitDateline(lead)?.rest ?? lead]) leads.add(bare(text));
  leads.delete('');
  const wanted = [...leads, titleBare].filter(Boolean);
  if (wanted.length === 0) return;
  /** Long texts are folded only where their beginning agrees. */
  const folded = (text: string): string | null => {
    const start = bare(text.slice(0, 60));
    return wanted.some((other) => other.startsWith(start)) ? bare(text) : null;
  };
  for (const { leaf } of leavesOf(root).slice(0, 40)) {
    if (leaf.type === 'caption' || leaf.type === 'table') continue;
    const text = plainText(leaf);
    const own = folded(text);
    const rest = leads.size > 0 ? splitDateline(text)?.rest : undefined;
    if (own !== null && own === titleBare) reasons.set(leaf, 'titleRepeated');
    else if (leads.has(own ?? '') || (rest !== undefined && leads.has(folded(rest) ?? '')))
      reasons.set(leaf, 'leadRepeated');
  }
  removeAll(root, reasons, removed);
}

/** A paragraph right after a picture without a caption, printed as one: emphasised, centred and short, or named so. */
export function attachCaptions(root: Structure, pictures: PictureFound[]): void {
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  for (const structure of structuresOf(root)) {
    for (let index = 0; index + 1 < structure.children.length; index += 1) {
      const figure = structure.children[index]!;
      const next = structure.children[index + 1]!;
      if (figure.kind !== 'structure' || figure.tag !== 'figure' || figure.children.length > 0) continue;
      if (next.kind !== 'leaf' || next.type !== 'paragraph') continue;
      const text = plainText(next);
      const isSaid = hasCaptionClass(next.element) || isWholly(next, 'em');
      const isCentred = alignment(next) === 'center' && text.length <= 250 && !isWholly(next, 'strong');
      if (text.length > 500 || !(isSaid || isCentred)) continue;
      next.runs = next.runs.map((run) => ({ ...run, marks: [] }));
      structure.children.splice(index + 1, 1);
      setCaption(figure, next, byId.get(figure.pictureId ?? '') ?? null);
    }
  }
}

/**
 * Boxes told by their heading, pointers to other articles, furniture, and byline or date lines at the top. `site`: the
 * address of a page of no known system, so that place and shape tell as well.
 */
export function dropFurniture(root: Structure, removed: Removed[], site: string | null): void {
  const all = leavesOf(root).map(({ leaf }) => leaf);
  const reasons = new Map<Leaf, string>();
  let inBox = false;
  let prose = 0;
  for (const leaf of all) {
    const text = plainText(leaf);
    const isLinks = isWholly(leaf, 'a');
    const isHead = leaf.type === 'heading' || (leaf.type === 'paragraph' && text.length <= 60);
    if (leaf.type === 'caption' || leaf.type === 'table') continue;
    if (isHead && isBoxHeading(text)) {
      inBox = true;
      reasons.set(leaf, 'boxHeading');
      continue;
    }
    if (inBox) {
      if (isLinks || (leaf.type === 'listItem' && text.length < 160 && leaf.runs.some(hasLink))) {
        reasons.set(leaf, 'related');
        continue;
      }
      inBox = false;
    }
    if (isNoise(text)) reasons.set(leaf, 'furniture');
    else if (isPointer(text) && (isLinks || leaf.runs.some(hasLink))) reasons.set(leaf, 'related');
    else if (/^(?:>{2,}|->)/.test(text)) reasons.set(leaf, 'related');
    else if (prose < 200 && isMetaLine(text)) reasons.set(leaf, 'byline');
    if (!reasons.has(leaf)) prose += leaf.type === 'paragraph' ? text.length : 0;
  }
  if (site !== null) for (const [leaf, reason] of edgeReasons(root, reasons, site)) reasons.set(leaf, reason);
  removeAll(root, reasons, removed);
}

function hasLink(run: { marks: readonly { tag: string }[] }): boolean {
  return run.marks.some(({ tag }) => tag === 'a');
}

/** "By Jane Doe", "Published 3 May 2021, 10:15", "5 min read": printed above an article, told by the metadata. */
function isMetaLine(text: string): boolean {
  if (text.length > 110) return false;
  if (
    /^(?:by|von|par|por|di|door)\s/.test(text) &&
    /^(?:by|von|par|por|di|door)\s+\p{Lu}[\p{L}\p{M}'’.-]*(?:[\s,]+(?:and\s+)?[\p{Lu}][\p{L}\p{M}'’.-]*){1,6}$/u.test(
      text,
    )
  )
    return true;
  if (/^\d{1,2}\s*(?:min(?:ute)?s?|phút)\.?\s+(?:read|đọc)$/iu.test(text)) return true;
  const rest = text
    .replace(
      /^(?:published|updated|posted|last (?:updated|modified)|first published|cập nhật|đăng|xuất bản|on|ngày)\s*(?:on|at|lúc)?\s*:?\s*/giu,
      '',
    )
    .trim();
  const digits = rest.replace(/[^\d]/g, '').length;
  if (digits < 4 || rest.split(/\s+/).length > 10) return false;
  return parsePrintedDate(rest) !== null && !/[.!?]\s+\p{Lu}/u.test(rest) && letterWords(rest) <= 4;
}

/** Words that are neither a month, a day nor a clock. */
function letterWords(text: string): number {
  return text
    .split(/[^\p{L}\p{M}]+/u)
    .filter(
      (word) =>
        word && !/^(?:am|pm|gmt|utc|est|edt|pst|pdt|bst|cet|thứ|tháng|năm|ngày|at|on|of)$/iu.test(word),
    ).length;
}

/** Structures without a leaf or a picture go; a table keeps its empty cells. */
export function prune(root: Structure): void {
  const all = structuresOf(root);
  for (const structure of all)
    structure.children = structure.children.filter(
      (child) => child.kind === 'structure' || child.runs.some(({ text }) => text.trim()),
    );
  for (const structure of all.toReversed())
    structure.children = structure.children.filter(
      (child) =>
        child.kind === 'leaf' ||
        child.children.length > 0 ||
        child.pictureId !== undefined ||
        child.tag === 'td' ||
        child.tag === 'th',
    );
  for (const structure of all)
    if (structure.tag === 'root' || structure.tag === 'blockquote')
      structure.children = structure.children.filter(
        (child) => child.kind === 'leaf' || child.tag !== 'table' || leavesOf(child).length > 0,
      );
}

/** Sub-heads printed as paragraphs: all bold, capitals or without a full stop, and prose after them. */
export function promoteHeadings(root: Structure): void {
  const leaves = leavesOf(root).map(({ leaf }) => leaf);
  for (const [index, leaf] of leaves.entries()) {
    if (leaf.type !== 'paragraph' || !isWholly(leaf, 'strong')) continue;
    const text = plainText(leaf);
    const next = leaves.slice(index + 1).find(({ type }) => type !== 'caption');
    if (!next || (next.type !== 'paragraph' && next.type !== 'listItem') || isWholly(next, 'strong'))
      continue;
    if (text.length > 110 || /[.;:,…!?”"]$/u.test(text) || alignment(leaf) === 'right') continue;
    leaf.type = 'heading';
    leaf.level = 3;
    leaf.runs = leaf.runs.map((run) => ({
      ...run,
      marks: run.marks.filter(({ tag }) => tag !== 'strong'),
    }));
  }
}
