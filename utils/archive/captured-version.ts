import { BY_HAND } from '@/utils/article/corrected-capture';
import type { Article, Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';

/**
 * What the page of an article said when it was last captured: a version corrected by hand stands for the one it was made from.
 * @param latest its latest version, where it is in hand
 * @returns null when no version was captured from a page
 */
export async function capturedVersion(
  db: PressmarkDatabase,
  article: Article,
  latest?: Version,
): Promise<Version | null> {
  let version = latest ?? (await db.versions.get(article.latestVersionId));
  for (let hops = 0; version?.circumstances.extractor === BY_HAND && hops < 100; hops += 1)
    version = version.derivedFrom ? await db.versions.get(version.derivedFrom) : undefined;
  const isTyped = article.origin === 'hand' && version?.rawSha === null;
  return version && !isTyped ? version : null;
}
