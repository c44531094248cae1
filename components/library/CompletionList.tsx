/** What can be put in at the caret, as the list of a combobox. */
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { CompletionOption } from '@/utils/search/complete';
import { hasNamed } from '@/utils/search/query-fields';
import { HAS_NAMES } from './FacetPanel';

export function CompletionList({
  id,
  options,
  active,
  onChoose,
}: {
  id: string;
  options: readonly CompletionOption[];
  /** -1: none, the text itself. */
  active: number;
  onChoose: (option: CompletionOption) => void;
}) {
  const { t, number } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // jsdom has no layout, hence the question mark.
    if (active >= 0) list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  const saysOf = (option: CompletionOption) => {
    if (option.is === 'operator')
      return t(option.operator === 'or' ? 'searchOperatorOr' : 'searchOperatorNear');
    const has = option.is === 'value' && option.field === 'has' ? hasNamed(option.value) : null;
    return t(has ? HAS_NAMES[has] : `searchField_${option.field}`);
  };
  return (
    <div
      ref={list}
      class="completion-list"
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> or <datalist> cannot be a combobox's list
      role="listbox"
      aria-label={t('searchSuggestions')}
    >
      {options.map((option, at) => (
        <div
          key={`${option.is}/${option.text}/${saysOf(option)}`}
          id={`${id}-${at}`}
          class={`completion ${option.is}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <option> only lives in a <select>
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          // Before the field loses the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          <span class="completion-text">{option.is === 'value' ? option.value : option.text}</span>
          <span class="completion-says">{saysOf(option)}</span>
          {option.is === 'value' && option.count !== undefined && (
            <span class="completion-count">{number(option.count)}</span>
          )}
        </div>
      ))}
    </div>
  );
}
