/** What narrows the list now, each to be let go. It stands in the list's head, so that nothing moves. */
import { useWords } from '@/components/words';
import type { LibraryContents } from './doors';
import { useFilterNames } from './FacetPanel';
import type { Filter } from './narrowing';

export function FilterChips({
  filters,
  contents,
  onFilters,
}: {
  filters: readonly Filter[];
  contents: LibraryContents;
  onFilters: (filters: Filter[]) => void;
}) {
  const { t } = useWords();
  const nameOf = useFilterNames(contents);
  if (filters.length === 0) return <span class="chips" />;
  return (
    <span class="chips">
      {filters.map((filter, place) => {
        const name = nameOf(filter) ?? filter.value;
        return (
          <button
            key={`${filter.field}:${filter.value}`}
            type="button"
            class="chip"
            aria-label={t('libraryFilterOff', name)}
            title={t('libraryFilterOff', name)}
            onClick={() => onFilters(filters.filter((_, other) => other !== place))}
          >
            <span class="chip-name">{name}</span>
            <span aria-hidden="true">×</span>
          </button>
        );
      })}
      <button type="button" class="chip-clear" onClick={() => onFilters([])}>
        {t('libraryClearFilters')}
      </button>
    </span>
  );
}
