/** Where the highlights of an article stand in a further version of it. */
import { placeHighlights } from '@/utils/annotation/place-highlights';
import type { Annotation, Placement, Version } from '@/utils/db/records';
import type { ArchiveContext } from './types';

/**
 * Placements of all living highlights in `version`, each followed from the version it was made on; a place that a person
 * decided, on that or on a later version, counts as made there: the one on the latest version. The parts of a review are a candidate, not a place. Reads only; the caller writes them with the version.
 */
export async function placementsIn(
  { db }: ArchiveContext,
  version: Pick<Version, 'id' | 'articleId' | 'text' | 'blocks'>,
): Promise<Placement[]> {
  const annotations = (await db.annotations.where('articleId').equals(version.articleId).toArray()).filter(
    ({ deletedAt, versionId }) => !deletedAt && versionId !== version.id,
  );
  if (annotations.length === 0) return [];
  const made = await db.versions
    .where('[articleId+capturedAt]')
    .between([version.articleId, ''], [version.articleId, '\uffff'])
    .primaryKeys();
  const decided = (await db.placements.where('articleId').equals(version.articleId).toArray())
    .filter(({ decidedBy, parts }) => decidedBy === 'person' && parts.length > 0)
    .toSorted((a, b) => made.indexOf(a.versionId) - made.indexOf(b.versionId));
  const placements: Placement[] = [];
  for (const [versionId, group] of grouped(annotations, decided)) {
    const saved = await db.versions.get(versionId);
    const placed = saved
      ? placeHighlights(saved, version, group)
      : group.map(({ id }) => ({ id, verdict: 'orphan' as const, parts: [], changedWords: [] }));
    for (const { id, verdict, parts, changedWords } of placed)
      placements.push({
        id: `${id}:${version.id}`,
        annotationId: id,
        versionId: version.id,
        articleId: version.articleId,
        parts,
        verdict,
        decidedBy: 'alignment',
        changedWords,
        touched: {},
      });
  }
  return placements;
}

function grouped(annotations: Annotation[], decided: Placement[]) {
  const groups = new Map<string, Pick<Annotation, 'id' | 'parts'>[]>();
  for (const { id, versionId, parts } of annotations) {
    const last = decided.findLast(({ annotationId }) => annotationId === id);
    const [from, at] = last ? [last.versionId, last.parts] : [versionId, parts];
    groups.set(from, [...(groups.get(from) ?? []), { id, parts: at }]);
  }
  return groups;
}
