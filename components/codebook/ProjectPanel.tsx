/** Beside the tree while no code is chosen: what the project is about, in the coders' own words. */
import { useWords } from '@/components/words';
import type { CodebookCode, ReadMemo } from '@/utils/db/codebook';
import { Memos } from '@/components/ui/Memos';

export function ProjectPanel(props: {
  name: string;
  codes: readonly CodebookCode[];
  memos: readonly ReadMemo[];
  onMemo: (body: string) => void;
}) {
  const { name, codes, memos, onMemo } = props;
  const { t, number } = useWords();
  const counts = [
    t('codebookCount', number(codes.length)),
    t('codebookUnused', number(codes.filter(({ passages, articles }) => passages + articles === 0).length)),
    t('codebookUndefined', number(codes.filter(({ definition }) => !definition).length)),
  ];
  return (
    <section class="code-panel project-panel" aria-labelledby="project-name">
      <header class="code-panel-head">
        <h2 id="project-name">{name}</h2>
      </header>
      {codes.length > 0 && <p class="soft">{counts.join(' · ')}</p>}
      <Memos
        label={t('codebookProjectMemo')}
        memos={memos}
        onWrite={onMemo}
        placeholder={t('codebookProjectMemoHint')}
      />
      {codes.length > 0 && <p class="soft">{t('codebookPick')}</p>}
    </section>
  );
}
