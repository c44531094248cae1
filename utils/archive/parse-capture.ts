/** A capture as it arrives from a page: unknown until read here. Unknown members are dropped, sizes are bounded. */
import * as v from 'valibot';
import type { Capture } from '@/utils/article/types';
import { ArchiveError } from './types';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const line = text(20_000);
const address = text(8_192);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const field = <Schema extends v.GenericSchema>(value: Schema) =>
  v.object({
    value: v.nullable(value),
    state: v.picklist(['found', 'absent', 'notFound', 'byHand']),
    source: v.nullable(line),
    printed: v.optional(line),
    offsetAssumed: v.optional(v.boolean()),
    candidates: v.optional(
      v.pipe(
        v.array(v.object({ value, source: line, printed: v.optional(line), rejected: v.optional(line) })),
        v.maxLength(200),
      ),
    ),
  });

const lines = v.pipe(v.array(line), v.maxLength(2_000));

const metadata = v.object({
  title: field(line),
  lead: field(text(100_000)),
  dateline: field(line),
  authors: field(lines),
  roles: field(v.pipe(v.array(v.object({ role: line, names: lines })), v.maxLength(100))),
  agency: field(line),
  published: field(line),
  modified: field(line),
  section: field(lines),
  keywords: field(lines),
  outlet: field(line),
  language: field(line),
  genre: field(line),
  leadPicture: field(v.pipe(v.string(), v.maxLength(10_000_000))),
  canonicalUrl: field(address),
});

export const detectionSchema = v.object({
  isArticle: v.boolean(),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reasons: v.pipe(
    v.array(
      v.object({
        reason: v.picklist([
          'addressLooksLikeArticle',
          'addressIsHome',
          'addressIsListing',
          'jsonLdArticle',
          'familyMarks',
          'headlineAndDate',
          'ogArticle',
          'longText',
          'manyTeasers',
          'littleText',
          'noHeadline',
          'productOrForum',
          'videoOnly',
        ]),
        weight: v.number(),
      }),
    ),
    v.maxLength(50),
  ),
});

const captureSchema = v.object({
  captureId: text(100),
  extractor: text(100),
  family: v.nullable(text(100)),
  familyMisses: v.optional(v.pipe(v.array(text(100)), v.maxLength(20))),
  incomplete: v.optional(v.pipe(v.array(v.picklist(['furtherPages', 'wall'])), v.maxLength(2))),
  pageUrl: address,
  canonicalUrl: address,
  detection: detectionSchema,
  metadata,
  text: text(20_000_000),
  blocks: v.pipe(
    v.array(
      v.object({
        id: text(40),
        type: v.picklist([
          'title',
          'lead',
          'paragraph',
          'heading',
          'quote',
          'listItem',
          'table',
          'caption',
          'preformatted',
          'embed',
        ]),
        start: count,
        end: count,
        level: v.optional(count),
        pictureId: v.optional(text(40)),
      }),
    ),
    v.maxLength(200_000),
  ),
  html: text(60_000_000),
  pictures: v.pipe(
    v.array(
      v.object({
        id: text(40),
        url: v.pipe(v.string(), v.maxLength(30_000_000)),
        alternatives: v.pipe(v.array(v.pipe(v.string(), v.maxLength(30_000_000))), v.maxLength(50)),
        caption: v.nullable(text(20_000)),
        credit: v.nullable(line),
        alt: v.nullable(text(20_000)),
        width: v.nullable(v.number()),
        height: v.nullable(v.number()),
        role: v.picklist(['lead', 'body']),
      }),
    ),
    v.maxLength(5_000),
  ),
  counts: v.object({ syllables: count, characters: count, paragraphs: count, pictures: count }),
  removed: v.pipe(v.array(v.object({ reason: line, text: line })), v.maxLength(50_000)),
  webArchive: v.nullable(
    v.object({ service: line, archiveUrl: address, originalUrl: address, archivedAt: v.nullable(line) }),
  ),
  rawLength: count,
  pageWasChanging: v.boolean(),
});

/**
 * Reads a capture. Beyond the shape: the text is NFC and every block lies inside it, in order, one "\n" apart.
 * @throws ArchiveError badRequest naming what does not fit
 */
export function parseCapture(value: unknown): Capture {
  const parsed = v.safeParse(captureSchema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new ArchiveError(
      'badRequest',
      `capture.${issue.path?.map((item) => String(item.key)).join('.')}: ${issue.message}`,
    );
  }
  const capture: Capture = parsed.output;
  if (capture.text !== capture.text.normalize('NFC'))
    throw new ArchiveError('badRequest', 'capture.text is not NFC');
  let expected = 0;
  for (const block of capture.blocks) {
    if (block.start !== expected || block.end < block.start || block.end > capture.text.length)
      throw new ArchiveError('badRequest', `capture.blocks.${block.id} does not fit the text`);
    expected = block.end + 1;
  }
  if (capture.blocks.length > 0 && expected - 1 !== capture.text.length)
    throw new ArchiveError('badRequest', 'capture.blocks do not cover the text');
  return capture;
}
