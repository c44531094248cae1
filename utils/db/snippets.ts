/** The passages by which articles answer a query: made for the rows that are shown, and for no others. */
import { asksWords, type WordsModes } from '@/utils/search/scan-text';
import { snippetOf, type Snippet } from '@/utils/search/snippet';
import type { QueryNode } from '@/utils/search/query';
import { readNotes, type Note } from './notes';
import type { ReadTexts } from './read-texts';
import type { Version } from './records';

export interface FoundPassage {
  snippet: Snippet;
  /** `note`: it stands in a comment or a memo, not in the article. */
  from: 'text' | 'note';
  language: string | null;
}

/** Headline and lead are shown in the row already. */
function bodyStart({ blocks }: Pick<Version, 'blocks'>): number {
  return blocks.find(({ type }) => type !== 'title' && type !== 'lead')?.start ?? 0;
}

/** By article id. One whose text is gone has none; without words in the query nobody has. */
export async function passagesOf(
  texts: ReadTexts,
  articleIds: readonly string[],
  node: QueryNode,
  mode: WordsModes,
): Promise<Map<string, FoundPassage>> {
  const found = new Map<string, FoundPassage>();
  if (!asksWords(node) || articleIds.length === 0) return found;
  const silent: string[] = [];
  for (const [at, read] of (await texts.of(articleIds)).entries()) {
    if (!read) continue;
    const snippet = snippetOf(read.text, node, { mode, bodyStart: bodyStart(read) });
    const articleId = articleIds[at]!;
    found.set(articleId, { snippet, from: 'text', language: read.language });
    if (snippet.hitCount === 0) silent.push(articleId);
  }
  if (silent.length > 0)
    for (const [articleId, snippet] of inNotes(await readNotes(texts.db, silent), node, mode))
      found.set(articleId, { snippet, from: 'note', language: null });
  return found;
}

function inNotes(notes: readonly Note[], node: QueryNode, mode: WordsModes): Map<string, Snippet> {
  const best = new Map<string, Snippet>();
  for (const { articleId, text } of notes) {
    const snippet = snippetOf(text, node, { mode });
    if (snippet.hitCount > (best.get(articleId)?.hitCount ?? 0)) best.set(articleId, snippet);
  }
  return best;
}
