/**
 * Texts of articles as search reads them. Those read last are kept: a text that decided whether an article answers is asked
 * again for its passage. Whoever searches anew begins with none, so that none is older than the search.
 */
import { wordsOfBlocks, type BlockWords } from '@/utils/search/text-answer';
import type { Version } from './records';
import type { PressmarkDatabase } from './schema';
import { searchedBlocks } from './searched-text';

export interface SearchedText extends Pick<Version, 'text' | 'blocks'> {
  language: string | null;
  /** Cut each time: kept, they would be many times the text. */
  words: () => BlockWords[];
}

/** What a large window shows, and some more: of ordinary articles a megabyte. */
const MOST_KEPT = 30;

export class ReadTexts {
  readonly #kept = new Map<string, Promise<SearchedText | null>>();

  constructor(readonly db: PressmarkDatabase) {}

  /** In the order of the ids; null where there is no text any more. */
  async of(articleIds: readonly string[]): Promise<(SearchedText | null)[]> {
    const missing = articleIds.filter((id) => !this.#kept.has(id));
    if (missing.length > 0) {
      const read = this.#read(missing);
      for (const [n, id] of missing.entries())
        this.#kept.set(
          id,
          read.then((texts) => texts[n]!),
        );
    }
    const texts = articleIds.map((id) => this.#kept.get(id)!);
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(id);
    }
    return Promise.all(texts);
  }

  /** What is asked for afterwards is read again. */
  forget(): void {
    this.#kept.clear();
  }

  #read(articleIds: readonly string[]): Promise<(SearchedText | null)[]> {
    const { db } = this;
    return db.transaction('r', db.articles, db.versions, async () => {
      const articles = await db.articles.bulkGet([...articleIds]);
      const versions = await db.versions.bulkGet(articles.map((one) => one?.latestVersionId ?? ''));
      return articles.map((article, n) => {
        const version = versions[n];
        if (!article || !version) return null;
        const { text, blocks } = version;
        const searched = searchedBlocks(article, version);
        return {
          text,
          blocks,
          language: article.shown.language,
          words: () => wordsOfBlocks(searched),
        };
      });
    });
  }
}
