/** An act on thousands of articles on its way, to be stopped; and articles that are still being made ready. */
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { BulkProgress } from './use-acts';

/** After an act a few articles are behind for a moment: that is not worth a word. */
const WORTH_TELLING = 300;

export function BulkBar({
  progress,
  behind,
  onStop,
}: {
  progress: BulkProgress | null;
  behind: number;
  onStop: () => void;
}) {
  const { t, number } = useWords();
  const most = useMost(behind);
  if (progress?.total === null)
    return (
      <output class="bulk">
        <span>{progress.text}</span>
        <progress aria-label={progress.text} />
      </output>
    );
  if (progress)
    return (
      <output class="bulk">
        <span>{t('libraryBulkProgress', progress.text, number(progress.done), number(progress.total))}</span>
        <progress max={progress.total} value={progress.done} aria-label={progress.text} />
        <button type="button" class="button" onClick={onStop}>
          {t('libraryStop')}
        </button>
      </output>
    );
  if (most < WORTH_TELLING) return null;
  return (
    <output class="bulk">
      <span>{t('libraryBehind', number(behind))}</span>
      <progress max={most} value={most - behind} aria-label={t('libraryBehind', number(behind))} />
    </output>
  );
}

/** The most that there were behind since none were. */
function useMost(behind: number): number {
  const [most, setMost] = useState(behind);
  useEffect(() => setMost((now) => (behind === 0 ? 0 : Math.max(now, behind))), [behind]);
  return behind === 0 ? 0 : Math.max(most, behind);
}
