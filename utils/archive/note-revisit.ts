/**
 * What a visit to a saved page has shown, for the library's *changed since it was saved*. Promise: one small row at most, and
 * none where nothing is new; no journal, since nobody did it; a page speaks of articles of its own site only.
 */
import type { Capture } from '@/utils/article/types';
import type { Revisit } from '@/utils/db/records';
import { utcIso } from './clock';
import type { PageChange } from './page-change';
import { isSameSite } from './page-reading';
import type { ArchiveContext } from './types';

/**
 * Keeps that the page differs, or that it no longer does. A version saved later needs no word: the row names the version that the
 * page differed from.
 * @param change what the page says differently (`changeOf`); null: nothing
 */
export async function noteRevisit(
  { db, now }: Pick<ArchiveContext, 'db' | 'now'>,
  articleId: string,
  page: Pick<Capture, 'pageUrl' | 'pageWasChanging' | 'webArchive'>,
  change: PageChange | null,
): Promise<void> {
  if (page.pageWasChanging || page.webArchive || isUnsure(change)) return;
  const wanted = change?.isTold ? change.fromVersionId : null;
  // Without a lock on the table, which most visits need not take.
  if (isKnown(await db.revisits.get(articleId), wanted)) return;
  await db.transaction('rw', ['articles', 'revisits'], async () => {
    const [article, known] = await Promise.all([db.articles.get(articleId), db.revisits.get(articleId)]);
    if (!article || article.deletedAt || isKnown(known, wanted)) return;
    if (!article.addresses.some((address) => isSameSite(address, page.pageUrl))) return;
    if (wanted === null) await db.revisits.delete(articleId);
    else await db.revisits.put({ id: articleId, versionId: wanted, at: utcIso(now()) });
  });
}

/** A page cut off at a wall shows neither that the rest stands nor that it is gone; nor do paragraphs found by other rules. */
function isUnsure(change: PageChange | null): boolean {
  return change !== null && !change.isTold && (change.presence !== 'article' || change.hasOtherRules);
}

const isKnown = (known: Revisit | undefined, wanted: string | null) => (known?.versionId ?? null) === wanted;
