/** Do the rules for a publishing system still fit? A site that was rebuilt shows in the copies saved lately. */
import type { PressmarkDatabase } from '@/utils/db/schema';

export interface FailingFamily {
  family: string;
  /** Parts that its rules did not find: `title`, `published`, `body`… */
  parts: string[];
  /** Of this many pages of the family saved last, these failed; newest first. */
  looked: number;
  articles: { id: string; title: string; outlet: string | null }[];
}

/** Saves looked back at. */
const LATEST_SAVES = 120;
/** Pages of one family looked at, and how many of them must have failed: one odd page is no rebuilt site. */
const LATEST_PAGES = 8;
const LEAST_FAILED = 3;

/** Families of which at least 3, and at least half, of the 8 pages saved last came without what the rules look for. */
export async function failingFamilies(db: PressmarkDatabase): Promise<FailingFamily[]> {
  const articles = (await db.articles.orderBy('savedAt').reverse().limit(LATEST_SAVES).toArray()).filter(
    ({ deletedAt, state, origin }) => !deletedAt && state !== 'bin' && origin === 'page',
  );
  const versions = await db.versions.bulkGet(articles.map(({ latestVersionId }) => latestVersionId));
  const seen = new Map<string, { misses: string[]; article: FailingFamily['articles'][number] }[]>();
  for (const [n, { id, shown }] of articles.entries()) {
    const version = versions[n];
    if (!version?.family) continue;
    const pages = seen.get(version.family) ?? [];
    if (pages.length < LATEST_PAGES)
      pages.push({
        misses: version.familyMisses ?? [],
        article: { id, title: shown.title, outlet: shown.outlet },
      });
    seen.set(version.family, pages);
  }
  return [...seen].flatMap(([family, pages]) => {
    const failed = pages.filter(({ misses }) => misses.length > 0);
    if (failed.length < LEAST_FAILED || failed.length * 2 < pages.length) return [];
    return [
      {
        family,
        parts: [...new Set(failed.flatMap(({ misses }) => misses))],
        looked: pages.length,
        articles: failed.map(({ article }) => article),
      },
    ];
  });
}
