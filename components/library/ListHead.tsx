import { useRef } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { MessageKey } from '@/utils/locale/translate';
import type { SortBy } from '@/utils/search/sort-docs';
import type { LibraryContents } from './doors';
import { FilterChips } from './FilterChips';
import { COLUMNS, type Column, type ListLook } from './look';
import type { Filter } from './narrowing';
import { ReadAs } from './ReadAs';
import type { ShownList } from './use-list';

const COLUMN_NAMES: Record<Column, MessageKey> = {
  authors: 'libraryLookAuthors',
  lead: 'libraryColumnLead',
  tags: 'libraryTags',
  saved: 'libraryFacetSaved',
  picture: 'libraryColumnPicture',
};

export interface ListHeadProps {
  shown: number;
  total: number;
  isSearching: boolean;
  sort: SortBy;
  /** Words that are asked for: there is something to sort by relevance, and to tell how they were read. */
  answered: ShownList['answered'];
  line: string;
  filters: readonly Filter[];
  contents: LibraryContents;
  look: ListLook;
  isLooking: boolean;
  onFilters: (filters: Filter[]) => void;
  onSort: (sort: SortBy) => void;
  onLook: (patch: Partial<ListLook>) => void;
  onQuickLook: () => void;
  onSelectAll: () => void;
  /** null: nothing can be drawn from what is shown (the bin). */
  onDraw: (() => void) | null;
}

/** Above the list: how many, by which filters, in which order, how it looks, select all. */
export function ListHead(props: ListHeadProps) {
  const { shown, total, isSearching, sort, filters, contents, look, isLooking, answered, line } = props;
  const { onFilters, onSort, onLook, onQuickLook, onSelectAll, onDraw } = props;
  const { t, number } = useWords();
  const count =
    shown !== total
      ? t('libraryCountOf', number(shown), number(total))
      : total === 1
        ? t('libraryOneArticle')
        : t('libraryCount', number(total));
  const isList = look.view === 'list';
  return (
    <div class="list-head">
      <output class={`list-count${isSearching ? ' waiting' : ''}`}>{count}</output>
      {answered && !isSearching && <ReadAs line={line} node={answered.query.node} modes={answered.modes} />}
      <FilterChips filters={filters} contents={contents} onFilters={onFilters} />
      <span class="list-tools">
        <label class="list-sort">
          <select
            class="input"
            aria-label={t('librarySort')}
            title={t('librarySort')}
            value={sort}
            disabled={!isList}
            onChange={(event) => onSort(event.currentTarget.value as SortBy)}
          >
            {(answered || sort === 'relevance') && (
              <option value="relevance">{t('librarySortRelevance')}</option>
            )}
            <option value="saved">{t('librarySortSaved')}</option>
            <option value="published">{t('librarySortPublished')}</option>
            <option value="outlet">{t('librarySortOutlet')}</option>
          </select>
        </label>
        <button
          type="button"
          class="button quiet"
          aria-pressed={!isList}
          onClick={() => onLook({ view: isList ? 'timeline' : 'list' })}
        >
          {t('libraryTimeline')}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-pressed={isLooking}
          title={t('libraryKeyLook')}
          onClick={onQuickLook}
        >
          {t('libraryLook')}
        </button>
        <ViewMenu look={look} onLook={onLook} />
        <button type="button" class="button quiet" disabled={shown === 0} onClick={onSelectAll}>
          {t('librarySelectAll')}
        </button>
        {onDraw && (
          <button type="button" class="button quiet" disabled={shown === 0} onClick={onDraw}>
            {t('sampleDraw')}…
          </button>
        )}
      </span>
    </div>
  );
}

function ViewMenu({ look, onLook }: { look: ListLook; onLook: (patch: Partial<ListLook>) => void }) {
  const { t } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <details
      ref={menu}
      class="view-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        event.stopPropagation();
        menu.current.open = false;
        menu.current.querySelector('summary')?.focus();
      }}
      onFocusOut={(event) => {
        if (menu.current && !menu.current.contains(event.relatedTarget as Node | null))
          menu.current.open = false;
      }}
    >
      <summary class="button quiet">{t('libraryView')}</summary>
      {/* Focusable, so that a click on its ground does not close it. */}
      <div class="view-card" tabIndex={-1}>
        <fieldset>
          <legend>{t('libraryDensity')}</legend>
          {(['comfortable', 'compact'] as const).map((density) => (
            <label key={density} class="check">
              <input
                type="radio"
                name="density"
                checked={look.density === density}
                onChange={() => onLook({ density })}
              />
              {t(density === 'compact' ? 'libraryDensityCompact' : 'libraryDensityComfortable')}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('libraryColumns')}</legend>
          {COLUMNS.map((column) => (
            <label key={column} class="check">
              <input
                type="checkbox"
                checked={look.columns.includes(column)}
                onChange={(event) =>
                  onLook({
                    columns: COLUMNS.filter((one) =>
                      one === column ? event.currentTarget.checked : look.columns.includes(one),
                    ),
                  })
                }
              />
              {t(COLUMN_NAMES[column])}
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  );
}
