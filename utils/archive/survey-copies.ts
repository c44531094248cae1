/** All kept pages read again: which articles would come out otherwise. Nothing is written. */
import { compareCopies } from '@/utils/article/compare';
import type { Extract } from '@/utils/article/extractor';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { BY_HAND } from '@/utils/article/corrected-capture';
import { extractAgain, rawPageOf } from './raw-page';

export interface ChangedCopy {
  articleId: string;
  versionId: string;
  title: string;
  /** Fields with another value, and blocks that come or go. */
  fields: number;
  blocks: number;
}

export interface Survey {
  looked: number;
  same: number;
  changed: ChangedCopy[];
  /** No page was kept, it is damaged, or nothing is found in it any more. */
  unreadable: number;
  /** Corrected by a person: left alone. */
  byHand: number;
}

/**
 * Looks at the newest version of every article outside the bin, one at a time, so that memory holds one page only.
 * @param onProgress called after each article, with how many there are in all
 * @param signal stops between two articles; what was found so far is the answer
 */
export async function surveyCopies(
  db: PressmarkDatabase,
  extract: Extract,
  onProgress: (looked: number, total: number) => void,
  signal: AbortSignal,
): Promise<Survey> {
  const survey: Survey = { looked: 0, same: 0, changed: [], unreadable: 0, byHand: 0 };
  const ids = await db.articles.toCollection().primaryKeys();
  for (const [n, id] of ids.entries()) {
    if (signal.aborted) break;
    await look(db, id, extract, survey);
    onProgress(n + 1, ids.length);
  }
  return survey;
}

async function look(
  db: PressmarkDatabase,
  articleId: string,
  extract: Extract,
  survey: Survey,
): Promise<void> {
  const article = await db.articles.get(articleId);
  if (!article || article.deletedAt || article.mergedInto || article.state === 'bin') return;
  if (article.origin === 'hand') return;
  const version = await db.versions.get(article.latestVersionId);
  survey.looked += 1;
  if (version?.circumstances.extractor === BY_HAND) {
    survey.byHand += 1;
    return;
  }
  const page = version && (await rawPageOf(db, version));
  const again = page && extractAgain(version, page, extract);
  if (!again || again.text.trim() === '') {
    survey.unreadable += 1;
    return;
  }
  const { fields, blocks, isNone } = compareCopies(version, again);
  if (isNone) survey.same += 1;
  else
    survey.changed.push({
      articleId,
      versionId: version.id,
      title: article.shown.title,
      fields: fields.length,
      blocks: blocks.filter(({ is }) => is !== 'same').length,
    });
}
