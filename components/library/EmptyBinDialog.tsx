/** Asks before anything goes for good, and says what would go. */
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { LibraryDoors } from './doors';

export function EmptyBinDialog({
  articleIds,
  binContents,
  emptyBin,
  onClose,
  onEmptied,
}: Pick<LibraryDoors, 'binContents' | 'emptyBin'> & {
  articleIds: string[];
  onClose: () => void;
  onEmptied: (removed: number) => void;
}) {
  const { t, failure, number } = useWords();
  const [loss, setLoss] = useState<Awaited<ReturnType<LibraryDoors['binContents']>> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    binContents(articleIds).then(setLoss, () => setProblem(failure('storageBroken')));
  }, [articleIds, binContents, failure]);

  async function empty() {
    setBusy(true);
    const answer = await emptyBin(articleIds);
    setBusy(false);
    if (answer.ok) onEmptied(answer.value.removed);
    else setProblem(failure(answer.error.code));
  }

  return (
    <Dialog title={t('libraryEmptyBinTitle')} onClose={onClose} isBusy={isBusy}>
      <p aria-live="polite">
        {loss
          ? t(
              'libraryEmptyBinLoss',
              number(loss.articles),
              number(loss.versions),
              number(loss.annotations),
              number(loss.pictures),
            )
          : t('libraryLoading')}
      </p>
      <p class="soft">{t('libraryEmptyBinAdvice')}</p>
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={onClose} disabled={isBusy}>
          {t('libraryCancel')}
        </button>
        <button type="button" class="button danger" disabled={!loss || isBusy} onClick={() => void empty()}>
          {t('libraryEmptyBinYes')}
        </button>
      </div>
    </Dialog>
  );
}
