/**
 * Borders of a highlight moved by hand. Promise: where and on which words it was made stays on the annotation for good; the
 * moved place is a placement in that version, decided by a person, and the way back is another such decision.
 */
import type { Part, Verdict } from '@/utils/annotation/types';
import type { Annotation, Placement, Version } from '@/utils/db/records';
import { annotationOf, assertPartsFit, readVersion } from './annotate';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

/**
 * @param parts null: back to where it was made (only in the version it was made on)
 * @throws ArchiveError notFound, badRequest when the parts do not fit the version, nothingSelected when they hold no word
 */
export async function moveAnnotation(
  context: ArchiveContext,
  annotationId: string,
  versionId: string,
  parts: Part[] | null,
): Promise<void> {
  const label = parts ? 'journalMoved' : 'journalMovedBack';
  await journaled(context, label, ['annotations', 'placements', 'versions'], async (journal) => {
    const annotation = await annotationOf(context, annotationId);
    const version = await readVersion(context, versionId);
    if (version.articleId !== annotation.articleId) throw new ArchiveError('badRequest', 'version');
    if (!parts && versionId !== annotation.versionId) throw new ArchiveError('badRequest', 'no first place');
    const there = parts ?? annotation.parts;
    assertPartsFit(version, there);
    const words = there.map(({ start, end }) => version.text.slice(start, end)).join('\n');
    if (!words.trim()) throw new ArchiveError('nothingSelected');
    await journal.put<Placement>('placements', {
      id: `${annotationId}:${versionId}`,
      annotationId,
      versionId,
      articleId: version.articleId,
      parts: there,
      verdict: verdictOf(annotation, version, there, words),
      decidedBy: 'person',
      changedWords: [],
      touched: {},
    });
  });
}

function verdictOf(annotation: Annotation, version: Version, parts: Part[], words: string): Verdict {
  const isFirst = version.id === annotation.versionId && samePlace(parts, annotation.parts);
  if (isFirst) return 'same';
  return words === annotation.quote.exact ? 'exact' : 'changed';
}

const samePlace = (one: readonly Part[], other: readonly Part[]): boolean =>
  one.length === other.length &&
  one.every(({ start, end }, n) => start === other[n]!.start && end === other[n]!.end);
