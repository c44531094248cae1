/** One article at a glance: how it begins, and what was done on it. */
import { sightOf } from './blind';
import { readMemos, type ReadMemo } from './codebook';
import { projectIdAtWork } from './projects';
import type { Annotation, Article, Code } from './records';
import { reprintsOf, type StoryElsewhere } from './reprints';
import { pageDiffersSince } from './revisits';
import type { PressmarkDatabase } from './schema';

export interface QuickLook {
  id: string;
  versionId: string;
  shown: Article['shown'];
  url: string | null;
  savedAt: string;
  versionCount: number;
  agency: string | null;
  /** The page was seen to say something else than the newest version, first at this time. */
  pageDiffersSince: string | null;
  /** Other outlets that print the story. */
  elsewhere: Pick<StoryElsewhere, 'outlet' | 'url'>[];
  syllables: number;
  /** The first paragraphs of the clean text, without title and lead. */
  beginning: string[];
  /** There is more text. */
  goesOn: boolean;
  codes: (Pick<Code, 'id' | 'name' | 'colour'> & { isOnArticle: boolean })[];
  annotations: Pick<Annotation, 'id' | 'quote' | 'comment'>[];
  memos: ReadMemo[];
}

/** Letters of the text that are shown. */
const SHOWN = 1_600;

/** null: it is not in the archive. */
export async function quickLook(db: PressmarkDatabase, articleId: string): Promise<QuickLook | null> {
  const article = await db.articles.get(articleId);
  if (!article || article.deletedAt) return null;
  const [version, annotations, codings, { sees }, memos, projectId, differsSince, { others }] =
    await Promise.all([
      db.versions.get(article.latestVersionId),
      db.annotations.where('articleId').equals(articleId).toArray(),
      db.codings.where('articleId').equals(articleId).toArray(),
      sightOf(db, articleId),
      readMemos(db, 'article', articleId),
      projectIdAtWork(db),
      pageDiffersSince(db, article),
      reprintsOf(db, articleId),
    ]);
  const living = annotations.filter((one) => !one.deletedAt && sees(one));
  const own = codings.filter((one) => !one.deletedAt && sees(one));
  const codes = await db.codes.bulkGet([...new Set(own.map(({ codeId }) => codeId))]);
  const beginning: string[] = [];
  let length = 0;
  let goesOn = false;
  for (const { type, start, end } of version?.blocks ?? []) {
    if (type === 'title' || type === 'lead') continue;
    if (length >= SHOWN) {
      goesOn = true;
      break;
    }
    beginning.push(version!.text.slice(start, end));
    length += end - start;
  }
  return {
    id: article.id,
    versionId: article.latestVersionId,
    shown: article.shown,
    url: article.url,
    savedAt: article.savedAt,
    versionCount: article.versionCount,
    agency: version?.metadata.agency.value ?? null,
    pageDiffersSince: differsSince,
    elsewhere: others.map(({ outlet, url }) => ({ outlet, url })),
    syllables: version?.counts.syllables ?? 0,
    beginning,
    goesOn,
    codes: codes.flatMap((code) =>
      code && !code.deletedAt && code.projectId === projectId
        ? [
            {
              id: code.id,
              name: code.name,
              colour: code.colour,
              isOnArticle: own.some(
                ({ codeId, targetType }) => codeId === code.id && targetType === 'article',
              ),
            },
          ]
        : [],
    ),
    annotations: living
      .toSorted((a, b) => (a.parts[0]?.start ?? 0) - (b.parts[0]?.start ?? 0))
      .map(({ id, quote, comment }) => ({ id, quote, comment })),
    memos,
  };
}
