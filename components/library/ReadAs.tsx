/** How syllables side by side were read: as a phrase where a text has them so, else one by one. */
import { useWords } from '@/components/words';
import type { QueryNode } from '@/utils/search/query';
import type { WordsMode } from '@/utils/search/scan-text';

type Words = Extract<QueryNode, { is: 'words' }>;

/** Runs of two and more words that are asked for: only they can be read in two ways. */
function runsIn(node: QueryNode): Words[] {
  if (node.is === 'words') return node.words.length > 1 ? [node] : [];
  return node.is === 'and' || node.is === 'or' ? node.of.flatMap(runsIn) : [];
}

export function ReadAs({ line, node, mode }: { line: string; node: QueryNode; mode: WordsMode }) {
  const { t } = useWords();
  const runs = runsIn(node);
  if (runs.length === 0) return null;
  const typed = runs.map(({ at }) => line.slice(at.start, at.end)).join('” · “');
  return <p class="read-as">{t(mode === 'phrase' ? 'searchReadAsPhrase' : 'searchReadAsWords', typed)}</p>;
}
