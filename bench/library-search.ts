/** The product's search asked in a page of the extension: for times as a line is typed, for hit sets by the bare tree. */
import { ArchiveSearch, type Ground, type Search } from '@/utils/db/search-archive';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { DocSet } from '@/utils/search/doc-set';
import { parseQuery } from '@/utils/search/parse-query';
import type { QueryNode, QueryWord } from '@/utils/search/query';
import { tokensOf } from '@/utils/search/tokens';
import type { TimedAnswer } from './library-peers';
import type { TimedQuery } from './library-queries';
import type { ScannedQuery } from './plain-scan';

const PAGE = 20;
/** Texts settled at a time when a whole hit set is wanted. */
const SETTLED_AT_ONCE = 100;

/** What the catalogue would know, from the numbers of the documents alone. */
export async function groundOf(db: PressmarkDatabase): Promise<Ground> {
  const ids: string[] = [];
  await db.docs.each(({ id, doc }) => {
    ids[doc] = id;
  });
  const numbers = new Map(ids.map((id, doc) => [id, doc]));
  return {
    size: ids.length,
    all: DocSet.full(ids.length),
    idOf: (doc) => ids[doc]!,
    docOf: (id) => numbers.get(id),
    fieldDocs: () => DocSet.full(ids.length),
    notes: [],
    codes: [],
  };
}

/** The line as a person types it. */
function lineOf({ mode, typed }: TimedQuery): string {
  return mode === 'phrase' ? `"${typed}"` : mode === 'prefix' ? `${typed}*` : typed;
}

/** The best of the documents that are or may be hits, by relevance. */
function bestOf({ yes, unsure, scores }: Search, count: number): number[] {
  const best: number[] = [];
  let least = -1;
  yes.or(unsure).forEach((doc) => {
    const score = scores[doc]!;
    if (best.length === count && score <= least) return;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at -= 1;
    best.splice(at, 0, doc);
    if (best.length > count) best.pop();
    least = scores[best.at(-1)!]!;
  });
  return best;
}

/** The first rows of the list: settled as far as they are shown. */
async function firstPage(search: Search): Promise<number[]> {
  for (;;) {
    const best = bestOf(search, PAGE);
    const open = best.filter((doc) => search.unsure.has(doc));
    if (open.length === 0) return best;
    await search.settle(open);
  }
}

/** From the line to 20 rows in hand. */
export async function productTimes(
  db: PressmarkDatabase,
  ground: Ground,
  queries: TimedQuery[],
): Promise<TimedAnswer[]> {
  const archive = new ArchiveSearch(db);
  // What the page has read before anything is typed.
  await archive.search(parseQuery('mở đầu').node, ground);
  const answers: TimedAnswer[] = [];
  for (const query of queries) {
    const start = performance.now();
    const search = await archive.search(parseQuery(lineOf(query)).node, ground);
    const docs = await firstPage(search);
    const rows = await db.articles.bulkGet(docs.map((doc) => ground.idOf(doc)));
    answers.push({ kind: query.kind, ms: performance.now() - start, hits: rows.length });
  }
  return answers;
}

function nodeOf({ mode, typed, marksCount }: ScannedQuery): QueryNode {
  const at = { start: 0, end: typed.length };
  const words = tokensOf(typed).map(({ folded, written }): QueryWord => ({
    folded,
    typed: written,
    isPrefix: mode === 'prefix',
  }));
  if (mode === 'phrase') return { is: 'phrase', words, marksCount, at };
  return { is: 'and', of: words.map((word) => ({ is: 'words', words: [word], at })) };
}

/** Ids of all articles that a query finds. */
export async function hitsOf(db: PressmarkDatabase, ground: Ground, query: ScannedQuery): Promise<string[]> {
  const search = await new ArchiveSearch(db).search(nodeOf(query), ground);
  const open = [...search.unsure.toArray()];
  for (let at = 0; at < open.length; at += SETTLED_AT_ONCE)
    await search.settle(open.slice(at, at + SETTLED_AT_ONCE));
  return Array.from(search.yes.toArray(), (doc) => ground.idOf(doc));
}
