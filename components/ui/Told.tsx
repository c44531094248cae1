import { useWords } from '@/components/words';
import './told.css';

export interface ToldLine {
  text: string;
  canUndo: boolean;
  isBad?: boolean;
}

/** One line at the foot of the page: what was done, with Undo. */
export function Told({
  told,
  onUndo,
  onClose,
}: {
  told: ToldLine | null;
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
