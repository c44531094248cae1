/** Highlights, their comments and their codes. The place of a highlight, once made, is never changed. */
import type { Part } from '@/utils/annotation/types';
import { SIGHT_TABLES } from '@/utils/db/blind';
import type { Annotation, Placement, Version } from '@/utils/db/records';
import { utcIso } from './clock';
import { codeNamed, dropCoding, makeCoding, putCoding } from './codes';
import { coderOf } from './first-use';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext, type NewAnnotation } from './types';

const LONGEST_COMMENT = 100_000;

const HALF = /^[\udc00-\udfff]/;

/** @throws ArchiveError badRequest unless the parts lie inside their blocks, in order, and cut no letter in two */
export function assertPartsFit(version: Version, parts: readonly Part[]): void {
  if (parts.length === 0) throw new ArchiveError('nothingSelected');
  const blocks = new Map(version.blocks.map((block) => [block.id, block]));
  let last = -1;
  for (const part of parts) {
    const block = blocks.get(part.blockId);
    const isInside = block && part.start >= block.start && part.end <= block.end && part.start < part.end;
    if (!isInside || part.start < last) throw new ArchiveError('badRequest', 'part outside its block');
    if ([part.start, part.end].some((at) => HALF.test(version.text.slice(at, at + 1))))
      throw new ArchiveError('badRequest', 'half a letter');
    last = part.end;
  }
}

/** @throws ArchiveError badRequest unless the parts fit and the quote is their text */
function assertFits(version: Version, made: NewAnnotation): void {
  assertPartsFit(version, made.parts);
  const exact = made.parts.map((part) => version.text.slice(part.start, part.end)).join('\n');
  if (!exact.trim()) throw new ArchiveError('nothingSelected');
  if (made.quote.exact !== exact) throw new ArchiveError('badRequest', 'quote is not the text at its place');
}

export async function annotationOf(context: ArchiveContext, annotationId: string): Promise<Annotation> {
  const annotation = await context.db.annotations.get(annotationId);
  if (!annotation || annotation.deletedAt) throw new ArchiveError('notFound', annotationId);
  return annotation;
}

/** Makes a highlight with its codes. @throws ArchiveError notFound, nothingSelected, badRequest */
export function createAnnotation(
  context: ArchiveContext,
  made: NewAnnotation,
): Promise<{ annotationId: string; codeIds: string[] }> {
  return journaled(
    context,
    'journalHighlighted',
    ['annotations', 'codes', 'codings', 'versions'],
    async (journal) => {
      const version = await readVersion(context, made.versionId);
      if (version.articleId !== made.articleId)
        throw new ArchiveError('badRequest', 'version of another article');
      assertFits(version, made);
      const annotation: Annotation = {
        id: context.uuid(),
        articleId: made.articleId,
        versionId: made.versionId,
        parts: made.parts,
        quote: made.quote,
        comment: made.comment.slice(0, LONGEST_COMMENT),
        coderId: coderOf(context),
        origin: made.origin,
        createdAt: utcIso(context.now()),
        touched: {},
      };
      await journal.put('annotations', annotation);
      const codeIds = [...made.codeIds];
      for (const tag of made.newTags) codeIds.push((await codeNamed(context, journal, tag)).id);
      const target = { type: 'annotation' as const, id: annotation.id, articleId: made.articleId };
      for (const codeId of new Set(codeIds)) {
        if (!(await context.db.codes.get(codeId))) throw new ArchiveError('notFound', codeId);
        await putCoding(context, journal, makeCoding(context, target, codeId));
      }
      return { annotationId: annotation.id, codeIds: [...new Set(codeIds)] };
    },
  );
}

export async function readVersion(context: ArchiveContext, versionId: string): Promise<Version> {
  const version = await context.db.versions.get(versionId);
  if (!version) throw new ArchiveError('notFound', versionId);
  return version;
}

export async function commentAnnotation(
  context: ArchiveContext,
  annotationId: string,
  comment: string,
): Promise<void> {
  await journaled(context, 'journalCommented', ['annotations'], async (journal) => {
    const annotation = await annotationOf(context, annotationId);
    await journal.put('annotations', { ...annotation, comment: comment.slice(0, LONGEST_COMMENT) });
  });
}

/**
 * A person's word on where a highlight stands in a version it was not made on.
 * @param parts null: nowhere; it stays as an orphan, with its words and codes
 * @throws ArchiveError notFound, badRequest when the parts do not fit the version
 */
export async function placeAnnotation(
  context: ArchiveContext,
  annotationId: string,
  versionId: string,
  parts: Part[] | null,
): Promise<void> {
  await journaled(context, 'journalPlaced', ['annotations', 'placements', 'versions'], async (journal) => {
    const annotation = await annotationOf(context, annotationId);
    const version = await readVersion(context, versionId);
    if (version.articleId !== annotation.articleId || annotation.versionId === versionId)
      throw new ArchiveError('badRequest', 'version');
    if (parts) assertPartsFit(version, parts);
    const words = parts?.map(({ start, end }) => version.text.slice(start, end)).join('\n');
    await journal.put<Placement>('placements', {
      id: `${annotationId}:${versionId}`,
      annotationId,
      versionId,
      articleId: version.articleId,
      parts: parts ?? [],
      verdict: !parts ? 'orphan' : words === annotation.quote.exact ? 'exact' : 'changed',
      decidedBy: 'person',
      changedWords: [],
      touched: {},
    });
  });
}

/** Removes a highlight and its codings (tombstones; undo brings all of them back). */
export async function removeAnnotation(context: ArchiveContext, annotationId: string): Promise<void> {
  await journaled(context, 'journalHighlightRemoved', ['annotations', 'codings'], async (journal) => {
    const annotation = await annotationOf(context, annotationId);
    const deletedAt = utcIso(context.now());
    await journal.put('annotations', { ...annotation, deletedAt });
    for (const coding of await context.db.codings.where('targetId').equals(annotationId).toArray())
      if (!coding.deletedAt) await journal.put('codings', { ...coding, deletedAt });
  });
}

/** Puts a code, known by id or new by name, on a highlight. Gives the code's id. */
export function addCoding(
  context: ArchiveContext,
  annotationId: string,
  wanted: { codeId?: string; newTag?: string },
): Promise<string> {
  return journaled(context, 'journalCoded', ['annotations', 'codes', 'codings'], async (journal) => {
    const annotation = await annotationOf(context, annotationId);
    const code = wanted.codeId
      ? await context.db.codes.get(wanted.codeId)
      : await codeNamed(context, journal, wanted.newTag ?? '');
    if (!code || code.deletedAt) throw new ArchiveError('notFound', wanted.codeId);
    const target = { type: 'annotation' as const, id: annotationId, articleId: annotation.articleId };
    await putCoding(context, journal, makeCoding(context, target, code.id));
    return code.id;
  });
}

export async function removeCoding(
  context: ArchiveContext,
  annotationId: string,
  codeId: string,
): Promise<void> {
  await journaled(context, 'journalUncoded', ['codings', ...SIGHT_TABLES], (journal) =>
    dropCoding(context, journal, annotationId, codeId),
  );
}
