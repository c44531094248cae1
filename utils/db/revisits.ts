/** Whether the page of an article was seen to say something else than the version that is its newest. */
import type { Article, IsoTime, Revisit } from './records';
import type { PressmarkDatabase } from './schema';

/**
 * When the difference was first seen; null: none was, or a version saved since then has answered it. A version made from another
 * one, such as a correction, is no answer.
 * @param known the article's row of `revisits`, where it is in hand
 */
export async function pageDiffersSince(
  db: PressmarkDatabase,
  article: Pick<Article, 'id' | 'latestVersionId'>,
  known?: Revisit | null,
): Promise<IsoTime | null> {
  const revisit = known === undefined ? await db.revisits.get(article.id) : known;
  if (!revisit) return null;
  let versionId: string | undefined = article.latestVersionId;
  for (let hops = 0; versionId && hops < 100; hops += 1) {
    if (versionId === revisit.versionId) return revisit.at;
    versionId = (await db.versions.get(versionId))?.derivedFrom;
  }
  return null;
}
