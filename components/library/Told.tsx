import { useWords } from '@/components/words';
import type { Told as What } from './use-acts';

/** One line at the foot of the page: what was done, with Undo. */
export function Told({
  told,
  onUndo,
  onClose,
}: {
  told: What | null;
  onUndo: () => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <div class="told-place">
      <div role={told?.isBad ? 'alert' : 'status'} class={told ? `told${told.isBad ? ' bad' : ''}` : ''}>
        {told && (
          <>
            <span>{told.text}</span>
            {told.canUndo && (
              <button type="button" class="told-button" onClick={onUndo}>
                {t('libraryUndo')}
              </button>
            )}
            <button type="button" class="told-button quiet" aria-label={t('libraryClose')} onClick={onClose}>
              <span aria-hidden="true">×</span>
            </button>
          </>
        )}
      </div>
    </div>
  );
}
