/** Memos on one subject: one's own to be written, those of others to be read. */
import { MemoField } from './MemoField';
import { MemoText } from './MemoText';
import { useWords } from '@/components/words';
import type { ReadMemo } from '@/utils/db/codebook';

export interface MemosProps {
  label: string;
  memos: readonly ReadMemo[];
  onWrite: (body: string) => void;
  placeholder?: string;
}

export function Memos({ label, memos, onWrite, placeholder }: MemosProps) {
  const { t } = useWords();
  return (
    <div class="memos">
      <MemoField
        label={label}
        body={memos.find(({ isOwn }) => isOwn)?.body ?? ''}
        onWrite={onWrite}
        placeholder={placeholder}
      />
      {memos
        .filter(({ isOwn }) => !isOwn)
        .map(({ id, coder, body }) => (
          <section key={id} class="memo-of" aria-label={t('codebookMemoOf', coder)}>
            <p class="soft">{t('codebookMemoOf', coder)}</p>
            <MemoText text={body} />
          </section>
        ))}
    </div>
  );
}
