/** How a row of the file and the row here become one, table by table. The rules themselves are in `exchange/join-rows`. */
import { joinBlobs, joinPictures, joinRows } from '@/utils/exchange/join-rows';
import { canonicalJson } from '@/utils/text/canonical-json';
import type { ArchiveTable, Article, Picture, StoredBlob, Tables, Version } from '@/utils/db/records';
import { shownOf } from './shown';

export type Comparison = 'new' | 'same' | 'newerHere' | 'newerInFile';

/** Lists on an article that only grow when two machines are joined. */
const ARTICLE_SETS = ['addresses', 'collections', 'withdrawn'] as const;

type Editable = Tables[Exclude<ArchiveTable, 'versions' | 'pictures' | 'blobs'>];

/** The row that is kept. Versions are evidence: the one that is here stays. */
export function joinRecords(table: ArchiveTable, here: object, there: object): object {
  switch (table) {
    case 'versions':
      return here;
    case 'pictures':
      return joinPictures(here as Picture, there as Picture);
    case 'blobs':
      return joinBlobs(here as StoredBlob, there as StoredBlob);
    case 'articles':
      return joinRows(here as Article, there as Article, ARTICLE_SETS);
    default:
      return joinRows<Editable>(here as Editable, there as Editable);
  }
}

/** What taking in `there` would mean, and the row that would be kept. */
export function compareRecords(
  table: ArchiveTable,
  here: object | undefined,
  there: object,
): { comparison: Comparison; joined: object; differs: boolean } {
  if (!here) return { comparison: 'new', joined: there, differs: false };
  if (table === 'blobs') {
    const joined = joinBlobs(here as StoredBlob, there as StoredBlob);
    return { comparison: joined === here ? 'same' : 'newerInFile', joined, differs: false };
  }
  const spelledHere = canonicalJson(here);
  const differs = spelledHere !== canonicalJson(there);
  if (!differs) return { comparison: 'same', joined: here, differs };
  const joined = joinRecords(table, here, there);
  const comparison = canonicalJson(joined) === spelledHere ? 'newerHere' : 'newerInFile';
  return { comparison, joined, differs };
}

/** An article with what follows from its versions: how many there are, the newest, what is shown. */
export function settleArticle(article: Article, versions: Version[]): Article {
  const withdrawn = new Set(article.withdrawn);
  const counted = versions
    .filter((version) => !withdrawn.has(version.id))
    .toSorted((a, b) => Date.parse(a.capturedAt) - Date.parse(b.capturedAt) || (a.id < b.id ? -1 : 1));
  const latest = counted.at(-1);
  if (!latest) return article;
  return {
    ...article,
    latestVersionId: latest.id,
    versionCount: counted.length,
    shown: shownOf(latest, article.byHand),
  };
}
