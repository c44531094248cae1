/** The small bar below selected words: recent tags, a tag field, just highlight, comment. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { TagInput, type KnownTag, type TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { ReadCode } from '@/utils/db/reading';

export interface SelectionBarProps {
  /** The selection on the page. */
  box: { left: number; top: number; bottom: number };
  codes: readonly KnownTag[];
  /** On keys 1–9. */
  recent: readonly (ReadCode | null)[];
  isTyping: boolean;
  onTag: (tag: TagValue) => void;
  onHighlight: () => void;
  onComment: () => void;
  onClose: () => void;
}

export function SelectionBar(props: SelectionBarProps) {
  const { box, codes, recent, isTyping, onTag, onHighlight, onComment, onClose } = props;
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const room = element.ownerDocument.documentElement.clientWidth;
    element.style.left = `${Math.max(8, Math.min(box.left, room - element.offsetWidth - 8))}px`;
    element.style.top = `${box.bottom + 10}px`;
  }, [box]);

  useLayoutEffect(() => {
    if (isTyping) bar.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [isTyping]);

  return (
    <div
      ref={bar}
      class="reader-bar"
      role="toolbar"
      aria-label={t('readerSelection')}
      tabIndex={-1}
      // The selection stays while buttons are pressed.
      onMouseDown={(event) => {
        if (!(event.target as Element).closest('input')) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {recent.length > 0 && (
        <ul class="reader-recent" aria-label={t('readerRecent')}>
          {recent.map(
            (code, n) =>
              code && (
                <li key={code.id}>
                  <button
                    type="button"
                    class="tag"
                    style={`--tag-colour:${code.colour}`}
                    onClick={() => onTag(code)}
                  >
                    {code.name}
                    <kbd aria-hidden="true">{n + 1}</kbd>
                  </button>
                </li>
              ),
          )}
        </ul>
      )}
      <div class="reader-bar-row">
        <TagInput
          label={t('readerTagField')}
          isLabelHidden
          placeholder={t('readerTagHint')}
          value={[]}
          known={[...codes]}
          onAdd={onTag}
          onRemove={() => undefined}
        />
        <button type="button" class="button" onClick={onHighlight}>
          {t('readerJustHighlight')}
          <kbd aria-hidden="true">H</kbd>
        </button>
        <button type="button" class="button" onClick={onComment}>
          {t('readerAddComment')}
          <kbd aria-hidden="true">M</kbd>
        </button>
        <button type="button" class="button quiet" aria-label={t('readerClose')} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
    </div>
  );
}
