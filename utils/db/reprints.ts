/** Which articles of other outlets print the story of one: the bin, older versions and what a person ruled out left out. */
import type { Article } from './records';
import type { PressmarkDatabase } from './schema';

export interface StoryElsewhere {
  articleId: string;
  versionId: string;
  title: string;
  outlet: string | null;
  url: string | null;
  /** ISO with offset, or a bare date. */
  published: string | null;
  language: string | null;
  /** How much of the shorter text stands in the other, 0–1. */
  share: number;
}

export interface Elsewhere {
  /** The likest first. */
  others: StoryElsewhere[];
  /** A person said that these are other stories. */
  dismissed: StoryElsewhere[];
}

type Pair = { one: Article; other: Article };

const isShown = (article: Article | undefined): article is Article =>
  article !== undefined && !article.deletedAt && !article.mergedInto && article.state !== 'bin';

const isDismissed = ({ one, other }: Pair) =>
  Boolean(one.otherStories?.includes(other.id) || other.otherStories?.includes(one.id));

/** Reads it once; under `watch` it is read again whenever one of these rows changes. */
export async function reprintsOf(db: PressmarkDatabase, articleId: string): Promise<Elsewhere> {
  const [one, pairs] = await Promise.all([
    db.articles.get(articleId),
    db.reprints.where('articleIds').equals(articleId).toArray(),
  ]);
  const elsewhere: Elsewhere = { others: [], dismissed: [] };
  if (!isShown(one)) return elsewhere;
  const mine = pairs.map((pair) => (pair.articleIds[0] === articleId ? 0 : 1));
  const articles = await db.articles.bulkGet(pairs.map((pair, n) => pair.articleIds[1 - mine[n]!]!));
  for (const [n, pair] of pairs.entries()) {
    const other = articles[n];
    const at = mine[n]!;
    if (!isShown(other)) continue;
    // Compared before one of them was changed: the search for its new text has not come that far.
    if (pair.versionIds[at] !== one.latestVersionId || pair.versionIds[1 - at] !== other.latestVersionId)
      continue;
    const { shown, url, latestVersionId: versionId } = other;
    const { title, outlet, published, language } = shown;
    const list = isDismissed({ one, other }) ? elsewhere.dismissed : elsewhere.others;
    list.push({ articleId: other.id, versionId, title, outlet, url, published, language, share: pair.share });
  }
  for (const list of [elsewhere.others, elsewhere.dismissed]) list.sort((a, b) => b.share - a.share);
  return elsewhere;
}
