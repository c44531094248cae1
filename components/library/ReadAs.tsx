/** How syllables side by side were read: as a phrase where a text has them so, else one by one. */
import { useWords } from '@/components/words';
import type { QueryNode } from '@/utils/search/query';
import type { WordsModes } from '@/utils/search/scan-text';

type Words = Extract<QueryNode, { is: 'words' }>;

/** Runs of two and more words that are asked for: only they can be read in two ways. */
function runsIn(node: QueryNode): Words[] {
  if (node.is === 'words') return node.words.length > 1 ? [node] : [];
  return node.is === 'and' || node.is === 'or' ? node.of.flatMap(runsIn) : [];
}

export function ReadAs({ line, node, modes }: { line: string; node: QueryNode; modes: WordsModes }) {
  const { t } = useWords();
  const runs = runsIn(node);
  if (runs.length === 0) return null;
  const modeOf = (run: Words) => (typeof modes === 'string' ? modes : modes(run));
  const apart = runs.filter((run) => modeOf(run) === 'all');
  const told = apart.length > 0 ? apart : runs;
  const typed = told.map(({ at }) => line.slice(at.start, at.end)).join('” · “');
  const said = t(apart.length > 0 ? 'searchReadAsWords' : 'searchReadAsPhrase', typed);
  return (
    <span class="read-as" title={said}>
      {said}
    </span>
  );
}
