/** An article entered by hand: on paper only, or behind a wall. It is a version like any other, marked as entered. */
import { cleanAddress } from '@/utils/article/address';
import type { Block, Capture, Field, Metadata } from '@/utils/article/types';
import { saveArticle } from './save-article';
import { ArchiveError, type ArchiveContext, type EnteredArticle, type SavedArticle } from './types';

const EXTRACTOR = 'by-hand/1';

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** One line of pasted text: NFC, invisible signs out, blanks collapsed. */
function cleanLine(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[\u200B\u00AD\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function byHand<T>(value: T | null | undefined): Field<T> {
  const isEmpty =
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty
    ? { value: null, state: 'notFound', source: null }
    : { value, state: 'byHand', source: 'byHand' };
}

function metadataOf(entered: EnteredArticle): Metadata {
  const set = entered.byHand;
  return {
    title: byHand(cleanLine(entered.title)),
    lead: byHand(cleanLine(entered.lead)),
    dateline: byHand<string>(null),
    authors: byHand(set.authors),
    roles: byHand<never[]>(null),
    agency: byHand<string>(null),
    published: byHand(set.published),
    modified: byHand(set.modified),
    section: byHand(set.section),
    keywords: byHand(set.keywords),
    outlet: byHand(set.outlet),
    language: byHand(set.language),
    genre: byHand(set.genre),
    leadPicture: byHand<string>(null),
    canonicalUrl: byHand(entered.url || null),
  };
}

/** Text and clean HTML of an entered article, one block per line; the same invariants as a captured one. */
export function composeEntered(entered: EnteredArticle): { text: string; blocks: Block[]; html: string } {
  const pieces: { type: Block['type']; tag: string; text: string }[] = [
    { type: 'title', tag: 'h1', text: cleanLine(entered.title) },
    { type: 'lead', tag: 'p', text: cleanLine(entered.lead) },
    ...entered.text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => ({
      type: 'paragraph' as const,
      tag: 'p',
      text: cleanLine(line),
    })),
  ];
  const blocks: Block[] = [];
  const html: string[] = [];
  let text = '';
  for (const piece of pieces.filter((candidate) => candidate.text)) {
    if (text) text += '\n';
    const block: Block = {
      id: `b${blocks.length}`,
      type: piece.type,
      start: text.length,
      end: text.length + piece.text.length,
    };
    text += piece.text;
    blocks.push(block);
    html.push(`<${piece.tag} data-block="${block.id}">${escapeHtml(piece.text)}</${piece.tag}>`);
  }
  return { text, blocks, html: html.join('\n') };
}

/**
 * Keeps an article typed or pasted by a person.
 * @param addresses normalised addresses, empty when it has none (paper)
 * @throws ArchiveError badRequest without a title, emptyArticle without a text, and as `saveArticle`
 */
export async function enterArticle(
  context: ArchiveContext,
  entered: EnteredArticle,
  addresses: string[],
): Promise<SavedArticle> {
  if (!cleanLine(entered.title)) throw new ArchiveError('badRequest', 'title');
  const { text, blocks, html } = composeEntered(entered);
  if (!blocks.some((block) => block.type === 'paragraph')) throw new ArchiveError('emptyArticle');
  const capture: Capture = {
    captureId: context.uuid(),
    extractor: EXTRACTOR,
    family: null,
    pageUrl: entered.url,
    canonicalUrl: entered.url && (cleanAddress(entered.url) ?? entered.url),
    detection: { isArticle: true, confidence: 1, reasons: [] },
    metadata: metadataOf(entered),
    text,
    blocks,
    html,
    pictures: [],
    counts: {
      syllables: text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0,
      characters: text.length,
      paragraphs: blocks.filter((block) => block.type === 'paragraph').length,
      pictures: 0,
    },
    removed: [],
    webArchive: null,
    rawLength: 0,
    pageWasChanging: false,
  };
  const wishes = { byHand: {}, tags: entered.tags, collections: entered.collections };
  return saveArticle(context, capture, null, addresses, wishes, 'hand');
}
