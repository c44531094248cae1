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
  words: BlockWords[];
}

/** What a large window shows, and some more: of ordinary articles a megabyte. */
const MOST_KEPT = 40;

export class ReadTexts {
  readonly #kept = new Map<string, SearchedText | null>();

  constructor(readonly db: PressmarkDatabase) {}

  /** In the order of the ids; null where there is no text any more. */
  async of(articleIds: readonly string[]): Promise<(SearchedText | null)[]> {
    const missing = articleIds.filter((id) => !this.#kept.has(id));
    const read = new Map(missing.length > 0 ? await this.#read(missing) : []);
    const texts = articleIds.map((id) => read.get(id) ?? this.#kept.get(id) ?? null);
    for (const [id, text] of read) this.#kept.set(id, text);
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(id);
    }
    return texts;
  }

  async #read(articleIds: readonly string[]): Promise<[string, SearchedText | null][]> {
    const articles = await this.db.articles.bulkGet([...articleIds]);
    const versions = await this.db.versions.bulkGet(articles.map((one) => one?.latestVersionId ?? ''));
    return articleIds.map((id, n) => {
      const [article, version] = [articles[n], versions[n]];
      if (!article || !version) return [id, null];
      const { text, blocks } = version;
      const words = wordsOfBlocks(searchedBlocks(article, version));
      return [id, { text, blocks, language: article.shown.language, words }];
    });
  }
}
