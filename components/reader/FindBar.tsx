/** Searching the text and the highlights: places in the text are marked and gone through, the list shows what fits. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/words';

export interface FindBarProps {
  query: string;
  found: { at: number; of: number; highlights: number };
  onQuery: (query: string) => void;
  onStep: (by: 1 | -1) => void;
  /** The place found stays under the cursor. */
  onClose: () => void;
  /** Counts up with each request to search: the field takes the focus again. */
  turn: number;
}

export function FindBar({ query, found, onQuery, onStep, onClose, turn }: FindBarProps) {
  const { t, number } = useWords();
  const field = useRef<HTMLInputElement>(null);
  // Before the next key: a letter typed at once belongs to the field.
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [turn]);
  return (
    <search class="reader-find">
      <input
        ref={field}
        class="input"
        type="search"
        aria-label={t('readerFindField')}
        placeholder={t('readerFindField')}
        autocomplete="off"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output class="reader-find-count">
        {query.trim() &&
          (found.of > 0
            ? t('readerFindCount', number(found.at), number(found.of), number(found.highlights))
            : t('readerFindNone', number(found.highlights)))}
      </output>
      <button
        type="button"
        class="button quiet"
        aria-label={t('readerFindBefore')}
        disabled={found.of === 0}
        onClick={() => onStep(-1)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={t('readerFindNext')}
        disabled={found.of === 0}
        onClick={() => onStep(1)}
      >
        <span aria-hidden="true">↓</span>
      </button>
      <button type="button" class="button quiet" aria-label={t('readerClose')} onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
    </search>
  );
}
