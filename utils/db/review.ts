/**
 * The review inbox: highlights that nobody has placed in the latest version of their article. Promise: a highlight leaves it
 * only by a person's decision or by a version in which it is certain.
 */
import { sightOf } from './blind';
import { projectIdAtWork } from './projects';
import type { Annotation, Code, Placement, Version } from './records';
import type { PressmarkDatabase } from './schema';

export interface ReviewItem {
  /** Of the placement. */
  id: string;
  annotationId: string;
  articleId: string;
  versionId: string;
  title: string;
  outlet: string | null;
  language: string | null;
  verdict: 'review' | 'orphan';
  /** When it was made, and when the version came that it does not fit. */
  madeAt: string;
  capturedAt: string;
  comment: string;
  codes: Pick<Code, 'id' | 'name' | 'colour'>[];
  saved: Excerpt;
  /** What stands there now; null: nothing was found. */
  now: (Excerpt & { parts: Placement['parts'] }) | null;
  changedWords: string[];
}

/** Words with what stands around them. */
export interface Excerpt {
  before: string;
  words: string;
  after: string;
}

/** Letters shown around a passage. */
const AROUND = 160;

/** Placements that wait for a person. */
async function waiting(db: PressmarkDatabase): Promise<Placement[]> {
  const open = await db.placements
    .where('verdict')
    .anyOf('review', 'orphan')
    .filter(({ decidedBy }) => decidedBy !== 'person')
    .toArray();
  const articles = await db.articles.bulkGet([...new Set(open.map(({ articleId }) => articleId))]);
  const latest = new Set(
    articles.flatMap((article) =>
      article && !article.deletedAt && !article.mergedInto && article.state !== 'bin'
        ? [article.latestVersionId]
        : [],
    ),
  );
  const here = open.filter(({ versionId }) => latest.has(versionId));
  const living = await db.annotations.bulkGet(here.map(({ annotationId }) => annotationId));
  const { sees } = await sightOf(db);
  return here.filter((_, n) => living[n] && !living[n].deletedAt && sees(living[n]));
}

/** How many wait. */
export async function countReview(db: PressmarkDatabase): Promise<number> {
  return (await waiting(db)).length;
}

/** What waits, article by article (the last saved first), in text order. */
export async function reviewItems(db: PressmarkDatabase): Promise<ReviewItem[]> {
  const placements = await waiting(db);
  const { sees } = await sightOf(db);
  const annotations = (await db.annotations.bulkGet(
    placements.map(({ annotationId }) => annotationId),
  )) as Annotation[];
  const byId = <Row extends { id: string }>(rows: (Row | undefined)[]) =>
    new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
  const articles = byId(
    await db.articles.bulkGet([...new Set(placements.map(({ articleId }) => articleId))]),
  );
  const versions = byId<Version>(
    await db.versions.bulkGet([
      ...new Set([...placements, ...annotations].map(({ versionId }) => versionId)),
    ]),
  );
  const codings = await db.codings
    .where('targetId')
    .anyOf(annotations.map(({ id }) => id))
    .filter((coding) => !coding.deletedAt && sees(coding))
    .toArray();
  const projectId = await projectIdAtWork(db);
  const codes = byId(
    (await db.codes.bulkGet([...new Set(codings.map(({ codeId }) => codeId))])).filter(
      (code) => code?.projectId === projectId,
    ),
  );
  return placements
    .flatMap((placement, n): ReviewItem[] => {
      const annotation = annotations[n]!;
      const article = articles.get(placement.articleId)!;
      const version = versions.get(placement.versionId);
      if (!version) return [];
      const own = codings.filter(({ targetId }) => targetId === annotation.id);
      return [
        {
          id: placement.id,
          annotationId: annotation.id,
          articleId: article.id,
          versionId: version.id,
          title: article.shown.title,
          outlet: article.shown.outlet,
          language: article.shown.language,
          verdict: placement.verdict === 'orphan' ? 'orphan' : 'review',
          madeAt: annotation.createdAt,
          capturedAt: version.capturedAt,
          comment: annotation.comment,
          codes: [...new Set(own.map(({ codeId }) => codeId))].flatMap((id) => codes.get(id) ?? []),
          saved: savedExcerpt(annotation, versions.get(annotation.versionId)),
          now:
            placement.parts.length > 0
              ? { ...excerptOf(version.text, placement.parts), parts: placement.parts }
              : null,
          changedWords: placement.changedWords,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        (a.capturedAt === b.capturedAt ? 0 : a.capturedAt < b.capturedAt ? 1 : -1) ||
        a.articleId.localeCompare(b.articleId) ||
        startOf(annotations, a) - startOf(annotations, b),
    );
}

const startOf = (annotations: readonly Annotation[], { annotationId }: ReviewItem): number =>
  annotations.find(({ id }) => id === annotationId)?.parts[0]?.start ?? 0;

/** From the text it was made on; the version may be gone after an import of a selection, then from its quote. */
function savedExcerpt({ parts, quote }: Annotation, version: Version | undefined): Excerpt {
  return version && parts.length > 0
    ? excerptOf(version.text, parts)
    : { before: quote.prefix, words: quote.exact, after: quote.suffix };
}

function excerptOf(text: string, parts: Placement['parts']): Excerpt {
  const start = parts[0]!.start;
  const end = parts.at(-1)!.end;
  // Cut between words, so that no letter is halved.
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return {
    before: start > AROUND ? before.replace(/^\S*\s/u, '') : before,
    words: parts.map((part) => text.slice(part.start, part.end)).join('\n'),
    after: text.length > end + AROUND ? after.replace(/\s\S*$/u, '') : after,
  };
}
