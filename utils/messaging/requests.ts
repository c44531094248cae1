/** Every request is unknown until its schema here has read it. Unknown members are dropped. */
import * as v from 'valibot';
import type { MessageName } from './protocol';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const ids = v.pipe(v.array(id), v.maxLength(200_000));
const someIds = v.pipe(ids, v.minLength(1));
const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const names = v.pipe(v.array(text(2_000)), v.maxLength(500));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

const byHand = v.object({
  title: v.optional(text(20_000)),
  lead: v.optional(v.nullable(text(100_000))),
  authors: v.optional(names),
  published: v.optional(v.nullable(text(100))),
  modified: v.optional(v.nullable(text(100))),
  section: v.optional(names),
  keywords: v.optional(names),
  outlet: v.optional(v.nullable(text(2_000))),
  language: v.optional(v.nullable(text(40))),
  genre: v.optional(v.nullable(text(200))),
});

const byHandKeys = v.array(
  v.picklist([
    'title',
    'lead',
    'authors',
    'published',
    'modified',
    'section',
    'keywords',
    'outlet',
    'language',
    'genre',
  ]),
);

const wishes = v.object({ byHand, tags: names, collections: ids });

const parts = v.pipe(
  v.array(v.object({ blockId: text(40), start: offset, end: offset })),
  v.minLength(1),
  v.maxLength(50_000),
);

const codeEntry = v.object({
  id: v.nullable(id),
  parent: v.nullable(offset),
  name: v.pipe(text(2_000), v.minLength(1)),
  colour: v.nullable(colour),
  definition: text(100_000),
  include: text(100_000),
  exclude: text(100_000),
  example: text(100_000),
  values: v.pipe(v.array(text(2_000)), v.maxLength(5_000)),
  shortcut: v.nullable(text(20)),
  memo: text(1_000_000),
});

/** A capture is read by `parseCapture` in the archive, which knows its shape; here it only has to be an object. */
const capture = v.looseObject({});

const pageAddress = { url: text(8_192), canonicalUrl: v.nullable(text(8_192)) };

const newAnnotation = {
  articleId: id,
  versionId: id,
  parts,
  quote: v.object({ exact: text(20_000_000), prefix: text(200), suffix: text(200) }),
  comment: text(100_000),
  codeIds: ids,
  newTags: names,
};

const group = v.optional(id);

export const REQUESTS: Record<MessageName, v.GenericSchema> = {
  'page/seen': v.object({
    url: text(8_192),
    canonicalUrl: v.nullable(text(8_192)),
    detection: v.looseObject({}),
  }),
  'page/revisited': v.object(pageAddress),
  'page/reading': v.object({ ...pageAddress, knownVersionId: v.nullable(id) }),
  'page/save': v.object(pageAddress),
  'page/controls': v.null(),
  'page/highlight': v.object(newAnnotation),
  'page/comment': v.object({ annotationId: id, comment: text(100_000) }),
  'page/removeHighlight': v.object({ annotationId: id }),
  'page/code': v.object({ annotationId: id, codeId: v.optional(id), newTag: v.optional(text(2_000)) }),
  'page/uncode': v.object({ annotationId: id, codeId: id }),
  'page/show': v.object({ tabId }),
  'page/capture': v.object({ tabId }),
  'article/save': v.object({ tabId, capture, wishes }),
  'article/saveTab': v.object({ tabId }),
  'article/enter': v.object({
    title: text(20_000),
    lead: text(100_000),
    text: text(10_000_000),
    url: text(8_192),
    byHand,
    tags: names,
    collections: ids,
  }),
  'article/find': v.object({ addresses: v.pipe(v.array(text(8_192)), v.maxLength(20)) }),
  'article/edit': v.object({ articleId: id, byHand, reset: v.optional(byHandKeys) }),
  'article/derive': v.object({
    fromVersionId: id,
    capture,
    how: v.picklist(['extractedAgain', 'corrected']),
  }),
  'story/judge': v.object({ articleId: id, otherId: id, isSame: v.boolean() }),
  'article/setState': v.object({ articleIds: ids, state: v.picklist(['inbox', 'kept', 'bin']), group }),
  'article/tag': v.object({ articleIds: ids, tag: text(2_000), group }),
  'article/untag': v.object({ articleIds: ids, codeId: id, group }),
  'article/collect': v.object({ articleIds: ids, collectionId: id, isIn: v.boolean(), group }),
  'bin/empty': v.object({ articleIds: ids }),
  'storage/release': v.object({
    wish: v.variant('what', [
      v.object({ what: v.literal('pages'), before: v.pipe(text(40), v.isoTimestamp()) }),
      v.object({ what: v.literal('pictures'), above: offset }),
      v.object({ what: v.literal('binPictures') }),
    ]),
    hashes: v.pipe(v.array(id), v.maxLength(1_000)),
  }),
  'collection/create': v.object({ name: text(2_000), parentId: v.nullable(id) }),
  'collection/rename': v.object({ collectionId: id, name: text(2_000) }),
  'collection/move': v.object({ collectionId: id, parentId: v.nullable(id) }),
  'collection/remove': v.object({ collectionId: id }),
  'search/create': v.object({ name: text(2_000), query: text(20_000), sort: text(40) }),
  'search/edit': v.object({
    searchId: id,
    name: v.optional(text(2_000)),
    query: v.optional(text(20_000)),
    sort: v.optional(text(40)),
  }),
  'search/move': v.object({ searchId: id, beforeId: v.nullable(id) }),
  'search/remove': v.object({ searchId: id }),
  'annotation/create': v.object({ ...newAnnotation, origin: v.picklist(['saved', 'live']) }),
  'annotation/comment': v.object({ annotationId: id, comment: text(100_000) }),
  'annotation/place': v.object({ annotationId: id, versionId: id, parts: v.nullable(parts) }),
  'annotation/move': v.object({ annotationId: id, versionId: id, parts: v.nullable(parts) }),
  'annotation/remove': v.object({ annotationId: id }),
  'coding/add': v.object({ annotationId: id, codeId: v.optional(id), newTag: v.optional(text(2_000)) }),
  'coding/remove': v.object({ annotationId: id, codeId: id }),
  'code/create': v.object({
    name: text(2_000),
    parentId: v.nullable(id),
    beforeId: v.optional(v.nullable(id)),
    colour: v.optional(colour),
  }),
  'code/edit': v.object({
    codeId: id,
    name: v.optional(text(2_000)),
    colour: v.optional(colour),
    definition: v.optional(text(100_000)),
    include: v.optional(text(100_000)),
    exclude: v.optional(text(100_000)),
    example: v.optional(text(100_000)),
    shortcut: v.optional(v.nullable(text(20))),
    values: v.optional(names),
    renamedValues: v.optional(
      v.pipe(v.array(v.object({ from: text(2_000), to: text(2_000) })), v.maxLength(500)),
    ),
  }),
  'code/recolour': v.object({ codeId: id, colour, isBranch: v.boolean() }),
  'code/move': v.object({ codeIds: someIds, parentId: v.nullable(id), beforeId: v.nullable(id) }),
  'code/merge': v.object({ codeIds: someIds, intoId: id }),
  'code/split': v.object({ codeId: id, codingIds: ids, name: text(2_000) }),
  'code/remove': v.object({ codeIds: someIds, children: v.picklist(['lift', 'remove']) }),
  'codebook/import': v.object({
    entries: v.pipe(v.array(codeEntry), v.minLength(1), v.maxLength(20_000)),
    take: v.picklist(['mine', 'file']),
  }),
  'article/code': v.object({ articleId: id, codeId: id, value: v.nullable(text(2_000)) }),
  'article/uncode': v.object({ articleId: id, codeId: id }),
  'memo/write': v.object({
    subjectType: v.picklist(['project', 'article', 'code', 'annotation', 'coding']),
    subjectId: id,
    body: text(1_000_000),
  }),
  'coder/create': v.object({ name: text(2_000), initials: text(100) }),
  'coder/edit': v.object({
    coderId: id,
    name: v.optional(text(2_000)),
    initials: v.optional(text(100)),
    colour: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i))),
  }),
  'coder/remove': v.object({ coderId: id }),
  'coder/switch': v.object({ coderId: id }),
  'project/create': v.object({ name: text(2_000) }),
  'project/rename': v.object({ projectId: id, name: text(2_000) }),
  'project/remove': v.object({ projectId: id }),
  'project/switch': v.object({ projectId: id }),
  'sample/draw': v.object({
    name: text(2_000),
    frame: v.variant('kind', [
      v.object({ kind: v.literal('all') }),
      v.object({ kind: v.literal('collection'), collectionId: id }),
      v.object({ kind: v.literal('filter'), words: text(2_000), articleIds: ids }),
    ]),
    seed: text(200),
    strataBy: v.pipe(v.array(v.picklist(['outlet', 'month', 'section'])), v.maxLength(3)),
    allocation: v.picklist(['proportional', 'perStratum']),
    size: v.pipe(offset, v.maxValue(200_000)),
    coderIds: ids,
    isBlind: v.boolean(),
  }),
  'sample/edit': v.object({
    sampleId: id,
    name: v.optional(text(2_000)),
    coderIds: v.optional(ids),
    isBlind: v.optional(v.boolean()),
  }),
  'sample/remove': v.object({ sampleId: id }),
  'sample/finish': v.object({ sampleId: id, articleId: id, isDone: v.boolean() }),
  'archive/catchUp': v.null(),
  'journal/state': v.null(),
  'journal/undo': v.null(),
  'journal/redo': v.null(),
  'pictures/fetch': v.object({ articleId: v.nullable(id), retryRefused: v.boolean() }),
  'ledger/note': v.object({
    event: v.picklist(['exported', 'imported']),
    subject: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    records: offset,
  }),
  'review/open': v.null(),
  'reader/open': v.object({ articleId: id, annotationId: v.optional(id) }),
  'batch/create': v.object({
    source: v.picklist(['tabs', 'list', 'section']),
    name: text(2_000),
    addresses: v.pipe(
      v.array(v.object({ text: text(100_000), title: text(10_000), line: offset })),
      v.maxLength(200_000),
    ),
    tags: names,
    collections: ids,
  }),
  'batch/setState': v.object({ batchId: id, state: v.picklist(['running', 'paused', 'cancelled']) }),
  'batch/retry': v.object({ batchId: id, ids: v.nullable(ids) }),
  'batch/remove': v.object({ batchId: id }),
  'page/links': v.object({ tabId }),
  'index/forget': v.null(),
  'sites/changed': v.null(),
};
