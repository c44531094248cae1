/** The highlights of the page in text order, filtered; light enough for a thousand. */
import { useMemo } from 'preact/hooks';
import type { ComponentChildren, RefObject } from 'preact';
import { useWords } from '@/components/words';
import type { ReadAnnotation, Reading } from '@/utils/db/reading';
import {
  filterAnnotations,
  NO_FILTER,
  stateOf,
  VERDICT_FILTERS,
  type AnnotationFilter,
  type VerdictFilter,
} from './filter-annotations';
import './side.css';

/** Fewer need no filter. */
const LEAST_FILTERED = 2;

export interface SideListProps {
  annotations: readonly ReadAnnotation[];
  coders: Reading['coders'];
  filter: AnnotationFilter;
  onFilter: (filter: AnnotationFilter) => void;
  /** What is searched in the text narrows the list too. */
  query: string;
  listRef: RefObject<HTMLElement | null>;
  children: (annotation: ReadAnnotation) => ComponentChildren;
  above: ComponentChildren;
  below: ComponentChildren;
}

export function SideList(props: SideListProps) {
  const { annotations, coders, filter, query, onFilter, listRef, children, above, below } = props;
  const { t, number } = useWords();
  const shown = useMemo(() => {
    const fitting = filterAnnotations(annotations, filter);
    return query.trim() ? filterAnnotations(fitting, { ...NO_FILTER, words: query }) : fitting;
  }, [annotations, filter, query]);
  const codes = useMemo(() => {
    const counts = new Map<string, { name: string; count: number }>();
    for (const one of annotations)
      for (const { id, name } of one.codes) counts.set(id, { name, count: (counts.get(id)?.count ?? 0) + 1 });
    return [...counts].toSorted(([, a], [, b]) => a.name.localeCompare(b.name, 'vi'));
  }, [annotations]);
  const states = useMemo(() => {
    const counts = new Map<VerdictFilter, number>();
    for (const one of annotations) counts.set(stateOf(one), (counts.get(stateOf(one)) ?? 0) + 1);
    return counts;
  }, [annotations]);
  const used = coders.filter(({ id }) => annotations.some(({ coderId }) => coderId === id));
  const isFiltered = shown.length < annotations.length;

  return (
    <aside
      ref={listRef}
      class="reader-side"
      aria-label={t('readerHighlights')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- takes the focus when the last card went; scrolls
      tabIndex={0}
    >
      {above}
      <div class="reader-side-head">
        <h2>
          {t('readerHighlights')}{' '}
          <span class="reader-count">
            {isFiltered
              ? t('readerFilterShown', number(shown.length), number(annotations.length))
              : number(annotations.length)}
          </span>
        </h2>
      </div>
      {annotations.length >= LEAST_FILTERED && (
        <div class="reader-filters">
          <input
            class="input"
            type="search"
            aria-label={t('readerFilterWords')}
            placeholder={t('readerFilterWordsHint')}
            value={filter.words}
            onInput={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
          />
          <select
            class="input"
            aria-label={t('readerFilterCode')}
            value={filter.code}
            onChange={(event) => onFilter({ ...filter, code: event.currentTarget.value })}
          >
            <option value="">{t('readerFilterAllCodes')}</option>
            <option value="none">{t('readerFilterNoCode')}</option>
            {codes.map(([id, { name, count }]) => (
              <option key={id} value={id}>
                {name} ({number(count)})
              </option>
            ))}
          </select>
          {used.length > 1 && (
            <select
              class="input"
              aria-label={t('readerFilterCoder')}
              value={filter.coder}
              onChange={(event) => onFilter({ ...filter, coder: event.currentTarget.value })}
            >
              <option value="">{t('readerFilterAllCoders')}</option>
              {used.map(({ id, name, initials }) => (
                <option key={id} value={id}>
                  {name || initials}
                </option>
              ))}
            </select>
          )}
          {states.size > 1 && (
            <select
              class="input"
              aria-label={t('readerFilterVerdict')}
              value={filter.verdict}
              onChange={(event) =>
                onFilter({ ...filter, verdict: event.currentTarget.value as VerdictFilter | '' })
              }
            >
              <option value="">{t('readerFilterAllVerdicts')}</option>
              {VERDICT_FILTERS.filter((one) => states.has(one)).map((one) => (
                <option key={one} value={one}>
                  {t(`readerFilter_${one}`)} ({number(states.get(one)!)})
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      {annotations.length === 0 && <p class="reader-hint">{t('readerNoHighlights')}</p>}
      {annotations.length > 0 && shown.length === 0 && (
        <p class="reader-hint">
          {t('readerFilterNone')}{' '}
          <button type="button" class="button quiet" onClick={() => onFilter(NO_FILTER)}>
            {t('readerFilterClear')}
          </button>
        </p>
      )}
      <ol class="reader-cards">
        {shown.map((annotation) => (
          <li key={annotation.id}>{children(annotation)}</li>
        ))}
      </ol>
      {below}
    </aside>
  );
}
