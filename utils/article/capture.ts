/**
 * `utils/article` promises: a document in, one plain JSON `Capture` out, and the document as it was. It reads no global:
 * the page, its address and the time are passed in.
 */
import { parsePrintedDate } from '@/utils/text/dates';
import { splitDateline } from '@/utils/text/datelines';
import { countSyllables } from '@/utils/text/syllables';
import { canonicalAddress } from './address';
import { findBody, type Body } from './body';
import { isWholly, leavesOf, plainText, structuresOf, type Leaf, type Structure } from './clean/draft';
import { addFigure, hasCaptionClass } from './clean/figure';
import { tidyRuns } from './clean/runs';
import { findSignOffs } from './clean/sign-off';
import {
  attachCaptions,
  bare,
  dropFurniture,
  dropRepeats,
  promoteHeadings,
  prune,
  removeLeaf,
} from './clean/tidy';
import { write } from './clean/write';
import { confirm, detect } from './detect';
import { familiesOf } from './families/choose';
import type { Family, FamilyPart } from './families/family';
import { generic } from './families/generic';
import { servedBy } from './families/misses';
import { hintsFrom, leadPictureElement } from './hints';
import { incompleteness } from './incomplete';
import type { MetadataHints } from './metadata/hints';
import { resolveMetadata } from './metadata/resolve-metadata';
import { copyPage } from './page-copy';
import { withOriginals } from './pictures';
import type { Block, BlockType, Capture, Detection, Field, Metadata, Removed } from './types';
import { readWebArchiveAddress } from './web-archive';

export interface CaptureRequest {
  document: Document;
  pageUrl: string;
  now: Date;
  extractorVersion: string;
  captureId: string;
  /** Length of the serialised page where the caller has it: writing it out once more would cost a large page much. */
  rawLength?: number;
  /** Made already by the caller; else it is made here. */
  detection?: Detection;
}

/** The extracted article without what needs a second look at the page. */
interface Extracted {
  metadata: Metadata;
  draft: Structure;
  body: Body;
  removed: Removed[];
  family: string | null;
  familyMisses: FamilyPart[];
}

/** Reads the page as it stands. Never throws for what is in the page; a page without text gives an empty text. */
export function captureDocument(request: CaptureRequest): Capture {
  const { document, pageUrl, now, captureId, extractorVersion } = request;
  const before = fingerprint(document);
  const detection = request.detection ?? detect(document, pageUrl);
  const { metadata, draft, body, removed, family, familyMisses } = extract(document, pageUrl, now);
  const { text, blocks, html } = write(draft);
  const pictures = body.book.pictures;
  const incomplete = incompleteness(document, pageUrl, text);
  return {
    captureId,
    extractor: extractorVersion,
    family,
    ...(familyMisses.length > 0 ? { familyMisses } : {}),
    ...(incomplete.length > 0 ? { incomplete } : {}),
    pageUrl,
    canonicalUrl: metadata.canonicalUrl.value ?? canonicalAddress(document, pageUrl),
    detection: confirmed(detection, draft, blocks),
    metadata,
    text,
    blocks,
    html,
    pictures,
    counts: {
      syllables: countSyllables(text),
      characters: text.length,
      paragraphs: blocks.filter(({ type }) => type === 'paragraph').length,
      pictures: pictures.length,
    },
    removed,
    webArchive: readWebArchiveAddress(pageUrl, document),
    rawLength: request.rawLength ?? document.documentElement?.outerHTML.length ?? 0,
    pageWasChanging: fingerprint(document) !== before,
  };
}

function extract(document: Document, pageUrl: string, now: Date): Extracted {
  const base = baseOf(document, pageUrl);
  const families = familiesOf(document, pageUrl).map(({ family }) => family);
  const hints = hintsFrom(document, base, families, generic);
  const body = findBody(() => copyPage(document), base, families, generic);
  const { draft, removed } = body;
  addLeadPicture(document, base, families, body);
  prune(draft);
  attachCaptions(draft, body.book.pictures);
  takeHints(body, hints);
  const { family, misses } = servedBy(families, body.family, hints);
  const metadata = resolveMetadata(document, pageUrl, hints, now);
  metadata.published = withPrinted(metadata.published, hints);
  const title = metadata.title.value;
  const lead = leadToPrint(metadata, draft, body.family !== null || families.length > 0);
  dropRepeats(draft, title, lead, removed);
  dropFurniture(draft, removed, body.family === null ? pageUrl : null);
  promoteHeadings(draft);
  prune(draft);
  if (lead) draft.children.unshift(lineOf('lead', lead, document));
  if (title) draft.children.unshift(lineOf('title', title, document));
  markLeadPicture(body, metadata);
  return { metadata, draft, body, removed, family, familyMisses: misses };
}

/** The instant may come from JSON-LD; what the reader saw printed belongs to it when both name the same minute. */
function withPrinted(field: Field<string>, hints: MetadataHints): Field<string> {
  const { value } = field;
  if (value === null) return field;
  const shown = (hints.published ?? []).find(
    ({ text }) => parsePrintedDate(text)?.iso.slice(0, 16) === value.slice(0, 16),
  );
  return shown ? { ...field, printed: shown.text } : field;
}

/** Lead printed as a bold first paragraph, and the sign-off: they leave the body and become hints. */
function takeHints(body: Body, hints: MetadataHints): void {
  const { draft, removed } = body;
  const leaves = leavesOf(draft).map(({ leaf }) => leaf);
  const isVietnamese = hints.family !== null || looksVietnamese(leaves);
  const signOffs = findSignOffs(
    leaves,
    (hints.byline ?? []).map(({ text }) => text),
    isVietnamese,
  );
  for (const leaf of signOffs) {
    (hints.byline ??= []).push({ text: plainText(leaf), source: 'sign-off' });
    removeLeaf(draft, leaf, 'byline', removed);
  }
  if (!hints.lead && (body.family !== null || isVietnamese)) {
    // A date or a byline may stand above it.
    const first = leaves
      .slice(0, 4)
      .find((leaf) => /^(?:paragraph|heading)$/.test(leaf.type) && plainText(leaf).length >= 40);
    if (
      first &&
      first.type === 'paragraph' &&
      isWholly(first, 'strong') &&
      isLead(plainText(first), leaves)
    ) {
      hints.lead = { text: plainText(first), source: 'first-bold-paragraph' };
      removeLeaf(draft, first, 'lead', []);
    }
  }
  hints.bodyText = leaves
    .filter(({ type }) => type === 'paragraph')
    .map(plainText)
    .join('\n')
    .slice(0, 20_000);
}

function isLead(text: string, leaves: Leaf[]): boolean {
  return (
    text.length >= 50 && text.length <= 1_200 && leaves.filter(({ type }) => type === 'paragraph').length > 1
  );
}

function looksVietnamese(leaves: Leaf[]): boolean {
  const sample = leaves.slice(0, 12).map(plainText).join(' ').slice(0, 2_000);
  return (sample.match(/[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/g)?.length ?? 0) > sample.length * 0.03;
}

/**
 * The lead stands in the text when the reader saw it: an element, or the first paragraph. A description that only the head
 * of the page holds stays metadata: it may be cut off, or written for search engines.
 */
function leadToPrint(metadata: Metadata, draft: Structure, isFamily: boolean): string | null {
  const { value, source } = metadata.lead;
  if (value === null) return null;
  if (source?.startsWith('selector:') || source === 'first-bold-paragraph') return value;
  const own = bare(value);
  const rest = bare(splitDateline(value)?.rest ?? value);
  const early = leavesOf(draft)
    .slice(0, 3)
    .some(({ leaf }) => [own, rest].includes(bare(plainText(leaf))));
  return isFamily && early ? value : null;
}

function lineOf(type: BlockType, text: string, document: Document): Leaf {
  return {
    kind: 'leaf',
    type,
    runs: tidyRuns([{ text, marks: [] }]),
    element: document.documentElement,
  };
}

function addLeadPicture(document: Document, base: string, families: Family[], body: Body): void {
  const found = leadPictureElement(document, families);
  if (!found) return;
  const holder = found.element.closest('figure, table') ?? found.element.parentElement;
  const captions = [...(holder?.querySelectorAll('*') ?? [])].filter(hasCaptionClass).slice(0, 1);
  const parent: Structure = { kind: 'structure', tag: 'root', children: [] };
  const figure = addFigure(parent, [found.element], captions, base, body.book, 'lead');
  if (!figure) return;
  body.draft.children.unshift(figure);
  // It is the first picture of the article: the others move one number up.
  const { pictures } = body.book;
  pictures.unshift(pictures.pop()!);
  const renamed = new Map<string, string>();
  for (const [index, picture] of pictures.entries()) {
    renamed.set(picture.id, `p${index + 1}`);
    picture.id = `p${index + 1}`;
  }
  for (const structure of structuresOf(body.draft))
    if (structure.pictureId) structure.pictureId = renamed.get(structure.pictureId)!;
  for (const { leaf } of leavesOf(body.draft))
    if (leaf.pictureId) leaf.pictureId = renamed.get(leaf.pictureId)!;
}

/** Says which picture is the lead; the resolver may only know a smaller copy of one that stands in the body. */
function markLeadPicture(body: Body, metadata: Metadata): void {
  const { pictures } = body.book;
  const { value } = metadata.leadPicture;
  const same = value
    ? pictures.find(({ url, alternatives }) => {
        const addresses = withOriginals([value]);
        return addresses.some(
          (address) => address === url || alternatives.includes(address) || fileOf(address) === fileOf(url),
        );
      })
    : undefined;
  const lead = same ?? pictures.find(({ role }) => role === 'lead') ?? pictures[0];
  if (!lead) return;
  lead.role = 'lead';
  if (lead.url === value) return;
  const { leadPicture } = metadata;
  const candidates = [...(leadPicture.candidates ?? [])];
  if (value !== null && leadPicture.source !== null)
    candidates.unshift({ value, source: leadPicture.source, rejected: 'the article holds a better copy' });
  metadata.leadPicture = {
    value: lead.url,
    state: 'found',
    source: 'body-picture',
    ...(candidates.length > 0 ? { candidates } : {}),
  };
}

function fileOf(address: string): string {
  if (!URL.canParse(address)) return address;
  return new URL(address).pathname.split('/').at(-1) || address;
}

function confirmed(detection: Detection, draft: Structure, blocks: Block[]): Detection {
  let linked = 0;
  let all = 0;
  for (const { leaf } of leavesOf(draft)) {
    if (leaf.type === 'title' || leaf.type === 'caption') continue;
    for (const run of leaf.runs) {
      all += run.text.length;
      if (run.marks.some(({ tag }) => tag === 'a')) linked += run.text.length;
    }
  }
  const paragraphs = blocks.filter(({ type }) => type === 'paragraph').length;
  return confirm(detection, { characters: all, linkShare: all > 0 ? linked / all : 0, paragraphs });
}

function baseOf(document: Document, pageUrl: string): string {
  const href = document.querySelector('base[href]')?.getAttribute('href');
  return href && URL.canParse(href, pageUrl) ? new URL(href, pageUrl).href : pageUrl;
}

/** Enough to see that a page was still being written while it was read; its text would cost a large page much. */
function fingerprint(document: Document): string {
  return `${document.getElementsByTagName('*').length}/${document.title}`;
}
