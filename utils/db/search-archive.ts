/**
 * The archive asked a query: words by the index, fields by the catalogue, comments, memos and names of codes as they are.
 * What the index cannot tell is settled from the texts, for as many documents at a time as the caller likes.
 */
import { DocSet } from '@/utils/search/doc-set';
import { evaluate, SLICE_MS, type Found } from '@/utils/search/evaluate';
import type { FieldNode, QueryNode, WordsNode } from '@/utils/search/query';
import { resting } from '@/utils/search/resting';
import type { WordsModes } from '@/utils/search/scan-text';
import { blocksAnswer, wordsOfBlocks } from '@/utils/search/text-answer';
import { wordsAsked } from '@/utils/search/words-asked';
import type { Note } from './notes';
import { ReadTexts } from './read-texts';
import type { PressmarkDatabase } from './schema';
import { passagesOf, type FoundPassage } from './snippets';
import { WordIndex } from './word-index';

/** What the search must be told of the archive: the catalogue knows it. */
export interface Ground {
  /** One more than the highest number of a document. */
  size: number;
  /** Documents that are there at all, bin included. */
  all: DocSet;
  idOf: (doc: number) => string;
  docOf: (articleId: string) => number | undefined;
  fieldDocs: (node: FieldNode) => DocSet;
  notes: readonly Note[];
  /** Names of codes, and the articles that have them. */
  codes: readonly { name: string; docs: () => DocSet }[];
}

export interface Search extends Pick<Found, 'yes' | 'scores' | 'taken'> {
  /** Those in which only the text can tell; empty once all are settled. */
  unsure: DocSet;
  /** Settles some of `unsure`: those that have it are in `yes` afterwards. */
  settle: (docs: readonly number[]) => Promise<void>;
  /** Begins to read the texts of the lines that will be shown. */
  prepare: (docs: ArrayLike<number>) => void;
  /** By article id: how the lines that are shown answer. */
  passages: (articleIds: readonly string[], modes: WordsModes) => Promise<Map<string, FoundPassage>>;
  /** Another search is shown: the texts read for this one are let go of. */
  forget: () => void;
}

export class ArchiveSearch {
  readonly #index: WordIndex;

  constructor(readonly db: PressmarkDatabase) {
    this.#index = new WordIndex(db);
  }

  async search(node: QueryNode, ground: Ground): Promise<Search> {
    const { sources, docs, length } = await this.#index.read(wordsAsked(node));
    const texts = new ReadTexts(this.db);
    const wordsOf = async (some: readonly number[]) =>
      (await texts.of(some.map(ground.idOf))).map((text) => text?.words() ?? []);
    const rest = resting(SLICE_MS);
    const found = await evaluate(node, {
      rest,
      size: ground.size,
      sources,
      weights: { docs, length },
      all: ground.all,
      fieldDocs: ground.fieldDocs,
      besideText: (part) => besideText(part, ground),
      inTexts: async (part, some) => (await wordsOf(some)).map((blocks) => blocksAnswer(part, blocks, true)),
    });
    // What is done with the answer is a slice of its own.
    await rest();
    const yes = new DocSet(ground.size, found.yes.words.slice());
    const unsure = found.maybe.without(found.yes);
    return {
      yes,
      unsure,
      scores: found.scores,
      taken: found.taken,
      settle: async (some) => {
        const open = some.filter((doc) => unsure.has(doc));
        const read = await wordsOf(open);
        for (const [n, doc] of open.entries()) {
          if (found.test(doc, read[n]!)) yes.add(doc);
          unsure.delete(doc);
        }
      },
      ...shownBy(texts, node, ground),
    };
  }
}

/** Apart from the rest: a line that is drawn holds these, and must not hold the answer for all documents with them. */
function shownBy(
  texts: ReadTexts,
  node: QueryNode,
  { idOf }: Ground,
): Pick<Search, 'prepare' | 'passages' | 'forget'> {
  return {
    prepare(some) {
      // Who shows them is told when they cannot be read.
      texts.of(Array.from(some, idOf)).catch(() => undefined);
    },
    passages: (articleIds, modes) => passagesOf(texts, articleIds, node, modes),
    forget: () => texts.forget(),
  };
}

function besideText(node: WordsNode, { size, notes, codes, docOf }: Ground): DocSet | null {
  let docs: DocSet | null = null;
  const has = (text: string) => {
    const blocks = wordsOfBlocks(text.split('\n'));
    return blocksAnswer(node, blocks, true) || blocksAnswer(node, blocks, false);
  };
  for (const { articleId, text } of notes) {
    const doc = docOf(articleId);
    if (doc === undefined || !has(text)) continue;
    docs ??= new DocSet(size);
    docs.add(doc);
  }
  for (const { name, docs: having } of codes) if (has(name)) docs = docs ? docs.or(having()) : having();
  return docs;
}
