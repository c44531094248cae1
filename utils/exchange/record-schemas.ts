/**
 * What a record of each table must look like. Known members are copied, others are left behind, so a foreign member (or
 * `__proto__`) never reaches the store. Lengths are bounded by the record as a whole (`LONGEST_RECORD`), not here: what
 * could be saved must be readable again.
 */
import * as v from 'valibot';
import type { ArchiveTable, StoredBlob, Tables } from '@/utils/db/records';

/** A blob as it stands in the file. */
export type BlobRecord = Omit<StoredBlob, 'bytes'> & { bytes: string[] };

export type ArchiveRecords = { [T in Exclude<ArchiveTable, 'blobs'>]: Tables[T] } & { blobs: BlobRecord };

const text = v.string();
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const number = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/),
);
/** Times that are compared as text must all be UTC and equally fine. */
const utc = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
const touched = v.record(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/)), utc);
const texts = v.array(text);

const field = <Schema extends v.GenericSchema>(value: Schema) =>
  v.object({
    value: v.nullable(value),
    state: v.picklist(['found', 'absent', 'notFound', 'byHand']),
    source: v.nullable(text),
    printed: v.optional(text),
    offsetAssumed: v.optional(v.boolean()),
    candidates: v.optional(
      v.array(v.object({ value, source: text, printed: v.optional(text), rejected: v.optional(text) })),
    ),
  });

const byline = v.object({ role: text, names: texts });

const metadata = v.object({
  title: field(text),
  lead: field(text),
  dateline: field(text),
  authors: field(texts),
  roles: field(v.array(byline)),
  agency: field(text),
  published: field(text),
  modified: field(text),
  section: field(texts),
  keywords: field(texts),
  outlet: field(text),
  language: field(text),
  genre: field(text),
  leadPicture: field(text),
  canonicalUrl: field(text),
});

const detection = v.object({
  isArticle: v.boolean(),
  confidence: number,
  reasons: v.array(
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
      weight: number,
    }),
  ),
});

const block = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
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
  pictureId: v.optional(v.pipe(v.string(), v.maxLength(40))),
});

const part = v.object({ blockId: v.pipe(v.string(), v.minLength(1)), start: count, end: count });
const parts = v.array(part);

/** Members that rows a person edits have in common. */
const edited = { createdAt: time, touched, deletedAt: v.optional(time) };

const schemas = {
  projects: v.object({ id, name: text, ...edited }),
  coders: v.object({ id, name: text, initials: text, colour: text, ...edited }),
  collections: v.object({
    id,
    projectId: id,
    parentId: v.nullable(id),
    name: text,
    order: number,
    ...edited,
  }),
  codes: v.object({
    id,
    projectId: id,
    parentId: v.nullable(id),
    name: text,
    folded: text,
    colour: v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/)),
    definition: text,
    include: text,
    exclude: text,
    example: text,
    values: texts,
    order: number,
    shortcut: v.nullable(text),
    mergedInto: v.optional(id),
    ...edited,
  }),
  articles: v.object({
    id,
    addresses: texts,
    url: v.nullable(text),
    mergedInto: v.optional(id),
    state: v.picklist(['inbox', 'kept', 'bin']),
    binnedAt: v.optional(time),
    origin: v.picklist(['page', 'hand', 'webArchive']),
    savedAt: time,
    latestVersionId: id,
    versionCount: count,
    withdrawn: v.optional(v.array(id)),
    otherStories: v.optional(v.array(id)),
    byHand: v.object({
      title: v.optional(text),
      lead: v.optional(v.nullable(text)),
      authors: v.optional(texts),
      published: v.optional(v.nullable(text)),
      modified: v.optional(v.nullable(text)),
      section: v.optional(texts),
      keywords: v.optional(texts),
      outlet: v.optional(v.nullable(text)),
      language: v.optional(v.nullable(text)),
      genre: v.optional(v.nullable(text)),
    }),
    shown: v.object({
      title: text,
      lead: v.nullable(text),
      authors: texts,
      published: v.nullable(text),
      section: texts,
      outlet: v.nullable(text),
      language: v.nullable(text),
    }),
    collections: v.array(id),
    touched,
    deletedAt: v.optional(time),
  }),
  versions: v.object({
    id: sha,
    articleId: id,
    capturedAt: time,
    circumstances: v.object({
      capturedAt: time,
      timeZone: text,
      pageUrl: text,
      browser: text,
      extension: text,
      extractor: text,
    }),
    family: v.nullable(text),
    familyMisses: v.optional(v.array(text)),
    incomplete: v.optional(v.array(v.picklist(['furtherPages', 'wall']))),
    metadata,
    detection: v.nullable(detection),
    text,
    textSha: sha,
    blocks: v.array(block),
    html: text,
    rawSha: v.nullable(sha),
    counts: v.object({ syllables: count, characters: count, paragraphs: count, pictures: count }),
    removed: v.array(v.object({ reason: text, text })),
    webArchive: v.nullable(
      v.object({ service: text, archiveUrl: text, originalUrl: text, archivedAt: v.nullable(text) }),
    ),
    roles: v.optional(v.array(byline)),
    derivedFrom: v.optional(id),
    pageWasChanging: v.boolean(),
  }),
  pictures: v.object({
    id,
    versionId: id,
    articleId: id,
    pictureId: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    url: text,
    alternatives: texts,
    host: text,
    caption: v.nullable(text),
    credit: v.nullable(text),
    alt: v.nullable(text),
    width: v.nullable(number),
    height: v.nullable(number),
    role: v.picklist(['lead', 'body']),
    outcome: v.picklist(['pending', 'kept', 'permissionNeeded', 'refused']),
    refusal: v.optional(
      v.picklist([
        'network',
        'status',
        'notAPicture',
        'tooLarge',
        'tooMany',
        'released',
        'unsafe',
        'badAddress',
      ]),
    ),
    status: v.optional(number),
    attempts: count,
    blobSha: v.nullable(sha),
  }),
  annotations: v.object({
    id,
    articleId: id,
    versionId: id,
    parts,
    quote: v.object({ exact: text, prefix: text, suffix: text }),
    comment: text,
    coderId: id,
    origin: v.picklist(['saved', 'live', 'import']),
    ...edited,
  }),
  placements: v.object({
    id,
    annotationId: id,
    versionId: id,
    articleId: id,
    parts,
    verdict: v.picklist(['same', 'exact', 'moved', 'changed', 'partial', 'review', 'orphan']),
    decidedBy: v.picklist(['alignment', 'person']),
    changedWords: texts,
    touched,
  }),
  codings: v.object({
    id,
    targetType: v.picklist(['annotation', 'article']),
    targetId: id,
    articleId: id,
    codeId: id,
    coderId: id,
    value: v.nullable(text),
    memo: text,
    ...edited,
  }),
  memos: v.object({
    id,
    subjectType: v.picklist(['project', 'article', 'code', 'annotation', 'coding']),
    subjectId: id,
    coderId: id,
    body: text,
    ...edited,
  }),
  samples: v.object({
    id,
    projectId: id,
    name: text,
    design: v.object({
      method: v.picklist(['pressmark-sample/1']),
      seed: text,
      frame: v.variant('kind', [
        v.object({ kind: v.literal('all') }),
        v.object({ kind: v.literal('collection'), collectionId: id }),
        v.object({ kind: v.literal('filter'), words: text }),
      ]),
      frameSize: count,
      frameSha: sha,
      strataBy: v.array(v.picklist(['outlet', 'month', 'section'])),
      allocation: v.picklist(['proportional', 'perStratum']),
      size: count,
      strata: v.array(v.object({ values: texts, inFrame: count, drawn: count })),
    }),
    articleIds: v.array(id),
    coderIds: v.array(id),
    isBlind: v.boolean(),
    ...edited,
  }),
  completions: v.object({ id, sampleId: id, articleId: id, coderId: id, finishedAt: time, ...edited }),
  searches: v.object({ id, projectId: id, name: text, query: text, sort: text, order: number, ...edited }),
  blobs: v.object({
    sha256: sha,
    type: v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9.+-]+(;\s*[a-z0-9]+=[A-Za-z0-9-]+)*$/)),
    compression: v.picklist(['none', 'gzip']),
    bytes: v.array(text),
    size: count,
    releasedAt: v.optional(time),
  }),
} satisfies { [T in ArchiveTable]: v.GenericSchema<unknown, ArchiveRecords[T]> };

export type ParsedRecord<T extends ArchiveTable> =
  | { isFit: true; row: ArchiveRecords[T] }
  | { isFit: false; detail: string };

/** Reads one record of a table. */
export function parseRecord<T extends ArchiveTable>(table: T, value: unknown): ParsedRecord<T> {
  const parsed = v.safeParse(
    schemas[table] as unknown as v.GenericSchema<unknown, ArchiveRecords[T]>,
    value,
    {
      abortEarly: true,
    },
  );
  if (parsed.success) return { isFit: true, row: parsed.output };
  const [issue] = parsed.issues;
  const path = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  return { isFit: false, detail: `${path}: ${issue.message}`.slice(0, 300) };
}
