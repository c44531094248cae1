/** What stands in the place of the list when there is nothing to list: loading, failed, first use, no match. */
import { useWords } from '@/components/words';
import type { LibraryDoors } from './doors';

export function Skeleton({ size }: { size: 'comfortable' | 'compact' }) {
  const { t } = useWords();
  return (
    <div class={`skeleton ${size}`}>
      <output class="visually-hidden">{t('libraryLoading')}</output>
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} class="skeleton-row" aria-hidden="true">
          <span style={`width:${52 + ((index * 17) % 34)}%`} />
          <span style={`width:${30 + ((index * 23) % 40)}%`} />
        </div>
      ))}
    </div>
  );
}

export function Problem({ code, onRetry }: { code: string; onRetry: () => void }) {
  const { t, failure } = useWords();
  return (
    <div class="emptiness" role="alert">
      <h2>{t('libraryProblem')}</h2>
      <p>{failure(code)}</p>
      <button type="button" class="button primary" onClick={onRetry}>
        {t('libraryRetry')}
      </button>
    </div>
  );
}

export function FirstUse({ open, onImport }: { open: LibraryDoors['open']; onImport: () => void }) {
  const { t } = useWords();
  return (
    <div class="emptiness">
      <h2>{t('libraryFirstTitle')}</h2>
      <p>{t('libraryFirstSave')}</p>
      <button type="button" class="button primary" onClick={() => open('welcome')}>
        {t('libraryWelcome')}
      </button>
      <p>{t('libraryFirstHand')}</p>
      <button type="button" class="button" onClick={() => open('enter')}>
        {t('libraryEnter')}
      </button>
      <p>{t('libraryFirstImport')}</p>
      <button type="button" class="button" onClick={onImport}>
        {t('libraryImport')}
      </button>
    </div>
  );
}

export function NoMatch({
  isBin,
  isNarrowed,
  onClear,
}: {
  isBin: boolean;
  isNarrowed: boolean;
  onClear: () => void;
}) {
  const { t } = useWords();
  return (
    <div class="emptiness">
      <h2>{t(isNarrowed ? 'libraryNoMatch' : isBin ? 'libraryNoMatchBin' : 'libraryNothingHere')}</h2>
      <button type="button" class="button" onClick={onClear}>
        {t('libraryClearFilters')}
      </button>
    </div>
  );
}
