/** From the popup to the page itself: its highlights painted, and the panel beside it. */
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { PopupDoors } from './doors';

export interface PageActsProps {
  doors: Pick<PopupDoors, 'showHighlights' | 'openPanel'>;
  hasHighlights: boolean;
}

export function PageActs({ doors, hasHighlights }: PageActsProps) {
  const { t, failure } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const { openPanel } = doors;
  if (!hasHighlights && !openPanel) return null;
  return (
    <div class="page-acts">
      {hasHighlights && (
        <button
          type="button"
          class="button"
          onClick={() =>
            void doors.showHighlights().then((answer) => setProblem(answer.ok ? null : answer.error.code))
          }
        >
          {t('popupShowHighlights')}
        </button>
      )}
      {openPanel && (
        <button type="button" class="button" onClick={openPanel}>
          {t('popupPanel')}
        </button>
      )}
      {problem && (
        <p class="notice bad" role="alert">
          {failure(problem)}
        </p>
      )}
    </div>
  );
}
