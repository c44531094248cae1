import { useWords } from '@/components/words';
import type { SortBy } from './narrow-rows';

/** Above the list: how many, in which order, select all. */
export function ListHead({
  shown,
  total,
  sort,
  onSort,
  onSelectAll,
  onDraw,
}: {
  shown: number;
  total: number;
  sort: SortBy;
  onSort: (sort: SortBy) => void;
  onSelectAll: () => void;
  /** null: nothing can be drawn from what is shown (the bin). */
  onDraw: (() => void) | null;
}) {
  const { t, number } = useWords();
  const count =
    shown !== total
      ? t('libraryCountOf', number(shown), number(total))
      : total === 1
        ? t('libraryOneArticle')
        : t('libraryCount', number(total));
  return (
    <div class="list-head">
      <output class="list-count">{count}</output>
      <label class="list-sort">
        <span aria-hidden="true">{t('librarySort')}</span>
        <select
          class="input"
          aria-label={t('librarySort')}
          value={sort}
          onChange={(event) => onSort(event.currentTarget.value as SortBy)}
        >
          <option value="saved">{t('librarySortSaved')}</option>
          <option value="published">{t('librarySortPublished')}</option>
          <option value="outlet">{t('librarySortOutlet')}</option>
        </select>
      </label>
      <button type="button" class="button quiet" disabled={shown === 0} onClick={onSelectAll}>
        {t('librarySelectAll')}
      </button>
      {onDraw && (
        <button type="button" class="button quiet" disabled={shown === 0} onClick={onDraw}>
          {t('sampleDraw')}…
        </button>
      )}
    </div>
  );
}
