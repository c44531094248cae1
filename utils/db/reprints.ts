/** Which articles of other outlets print the story of one: the bin, older versions and what a person ruled out left out. */
import type { Article } from './records';
import type { Reprint } from './derived';
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

/** Compared before one of them was changed: the search for its new text has not come that far. */
const isOld = ({ versionIds }: Reprint, [first, second]: readonly [Article, Article]) =>
  versionIds[0] !== first.latestVersionId || versionIds[1] !== second.latestVersionId;

/** All pairs that any of these articles is in. */
export async function pairsOf(db: PressmarkDatabase, articleIds: readonly string[]): Promise<Reprint[]> {
  // One question for each: an index of lists is walked row by row when it is asked for several at once.
  const found = await Promise.all(
    articleIds.map((id) => db.reprints.where('articleIds').equals(id).toArray()),
  );
  return [...new Map(found.flat().map((pair) => [pair.id, pair])).values()];
}

/** Those of these articles whose story other outlets print, as `reprintsOf` tells. */
export async function printedElsewhere(
  db: PressmarkDatabase,
  articleIds: readonly string[],
): Promise<Set<string>> {
  const pairs = await pairsOf(db, articleIds);
  const ids = [...new Set(pairs.flatMap((pair) => pair.articleIds))];
  const rows = await db.articles.bulkGet(ids);
  const articles = new Map(ids.map((id, n) => [id, rows[n]]));
  const told = pairs.filter((pair) => {
    const [one, other] = pair.articleIds.map((id) => articles.get(id));
    if (!isShown(one) || !isShown(other)) return false;
    return !isOld(pair, [one, other]) && !isDismissed({ one, other });
  });
  const elsewhere = new Set(told.flatMap((pair) => pair.articleIds));
  return new Set(articleIds.filter((id) => elsewhere.has(id)));
}

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
    if (isOld(pair, at === 0 ? [one, other] : [other, one])) continue;
    const { shown, url, latestVersionId: versionId } = other;
    const { title, outlet, published, language } = shown;
    const list = isDismissed({ one, other }) ? elsewhere.dismissed : elsewhere.others;
    list.push({ articleId: other.id, versionId, title, outlet, url, published, language, share: pair.share });
  }
  for (const list of [elsewhere.others, elsewhere.dismissed]) list.sort((a, b) => b.share - a.share);
  return elsewhere;
}
