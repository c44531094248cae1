/** An article and what hangs on it as one entry of the catalogue. */
import type {
  Annotation,
  Article,
  Coding,
  Memo,
  Picture,
  Placement,
  Revisit,
  Version,
} from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import type { CatalogueEntry, CoderWork } from '@/utils/search/catalogue-chunk';

/** Rows that hang on one article; `pictures` and `placements` of its latest version are what counts. */
export interface HangingRows {
  pictures: Picture[];
  annotations: Annotation[];
  placements: Placement[];
  codings: Coding[];
  memos: Memo[];
  /** What the page was seen to say after it was saved; null: nothing else. */
  revisit: Revisit | null;
}

/** What hangs on an article, read from the database unless it is in hand. All that is there: who may see it is asked later. */
export async function hangingOn(
  db: PressmarkDatabase,
  article: Article,
  inHand: Partial<HangingRows> = {},
): Promise<HangingRows> {
  const { id, latestVersionId } = article;
  const [pictures, annotations, codings, memos, revisit] = await Promise.all([
    inHand.pictures ?? db.pictures.where('versionId').equals(latestVersionId).toArray(),
    inHand.annotations ?? db.annotations.where('articleId').equals(id).toArray(),
    inHand.codings ?? db.codings.where('articleId').equals(id).toArray(),
    inHand.memos ?? db.memos.where('[subjectType+subjectId]').equals(['article', id]).toArray(),
    inHand.revisit !== undefined ? inHand.revisit : db.revisits.get(id).then((row) => row ?? null),
  ]);
  const placements =
    inHand.placements ??
    (annotations.length > 0 ? await db.placements.where('articleId').equals(id).toArray() : []);
  return { pictures, annotations, placements, codings, memos, revisit };
}

const MINUTE = 60_000;

/** `2026-03-01T08:30:00+07:00` or `2026-03-01` → minutes since 1970 as printed; null when it is no date. */
export function printedMinutes(published: string | null): number | null {
  const [, year, month, day, hour, minute] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?/.exec(published ?? '') ?? [];
  if (!year) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0));
  return Number.isNaN(at) ? null : at / MINUTE;
}

/** The first 32 bits of a version's name. */
export function versionSum(versionId: string): number {
  const sum = Number.parseInt(versionId.slice(0, 8), 16);
  if (!Number.isNaN(sum)) return sum;
  let other = 0;
  for (let at = 0; at < versionId.length; at += 1) other = (31 * other + versionId.charCodeAt(at)) >>> 0;
  return other;
}

/**
 * @param text what is taken from the version: kept from the entry before while the version is the same
 */
export function entryOf(
  article: Article,
  rows: HangingRows,
  text: Pick<CatalogueEntry, 'words' | 'agency'>,
  marks: Pick<CatalogueEntry, 'isChanged' | 'isElsewhere'>,
): CatalogueEntry {
  const { shown } = article;
  const outcomes = (outcome: Picture['outcome']) =>
    rows.pictures.filter(
      (picture) => picture.versionId === article.latestVersionId && picture.outcome === outcome,
    ).length;
  return {
    id: article.id,
    state: article.state,
    ...marks,
    savedAt: Math.max(0, Date.parse(article.savedAt) || 0),
    published: printedMinutes(shown.published),
    outlet: shown.outlet,
    language: shown.language,
    ...text,
    versionCount: article.versionCount,
    versionSum: versionSum(article.latestVersionId),
    picturesKept: outcomes('kept'),
    picturesPending: outcomes('pending'),
    picturesNotAllowed: outcomes('permissionNeeded'),
    picturesRefused: outcomes('refused'),
    section: shown.section,
    authors: shown.authors,
    collections: article.collections.toSorted(),
    work: workOn(article, rows),
  };
}

export function textFacts(version: Version | undefined): Pick<CatalogueEntry, 'words' | 'agency'> {
  return { words: version?.counts.syllables ?? 0, agency: version?.metadata.agency?.value ?? null };
}

/** By coder, in the order of their ids: the same rows give the same entry. */
function workOn(article: Article, rows: HangingRows): CoderWork[] {
  const byCoder = new Map<string, CoderWork>();
  const of = (coderId: string) => {
    const known = byCoder.get(coderId);
    if (known) return known;
    const work: CoderWork = {
      coderId,
      annotations: 0,
      comments: 0,
      reviews: 0,
      memos: 0,
      articleCodes: [],
      passageCodes: [],
    };
    byCoder.set(coderId, work);
    return work;
  };
  const coders = new Map<string, string>();
  for (const annotation of rows.annotations) {
    if (annotation.deletedAt) continue;
    coders.set(annotation.id, annotation.coderId);
    const work = of(annotation.coderId);
    work.annotations += 1;
    if (annotation.comment.trim()) work.comments += 1;
  }
  for (const placement of rows.placements) {
    const coderId = coders.get(placement.annotationId);
    const isOpen =
      (placement.verdict === 'review' || placement.verdict === 'orphan') && placement.decidedBy !== 'person';
    if (coderId !== undefined && isOpen && placement.versionId === article.latestVersionId)
      of(coderId).reviews += 1;
  }
  for (const coding of rows.codings) {
    if (coding.deletedAt) continue;
    // A code on a highlight that was taken away is no longer there to be seen.
    if (coding.targetType === 'annotation' && !coders.has(coding.targetId)) continue;
    const work = of(coding.coderId);
    const codes = coding.targetType === 'article' ? work.articleCodes : work.passageCodes;
    if (!codes.includes(coding.codeId)) codes.push(coding.codeId);
  }
  for (const memo of rows.memos) if (!memo.deletedAt && memo.body.trim()) of(memo.coderId).memos += 1;
  const all = [...byCoder.values()].toSorted((a, b) => (a.coderId < b.coderId ? -1 : 1));
  for (const work of all) {
    work.articleCodes.sort();
    work.passageCodes.sort();
  }
  return all;
}
