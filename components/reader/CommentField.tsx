/** A comment being written. What another tab writes meanwhile is shown beside it, never put over it. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';

export interface CommentFieldProps {
  comment: string;
  /** Take the focus now. */
  hasFocus: boolean;
  onKeep: (comment: string) => void;
  /** Ctrl+Enter or Escape: written, back to the passage. */
  onDone: () => void;
}

export function CommentField({ comment, hasFocus, onKeep, onDone }: CommentFieldProps) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(comment);
  /** What it was when typing began. */
  const base = useRef(comment);
  const latest = useRef({ typed, comment, onKeep });
  latest.current = { typed, comment, onKeep };
  const [theirs, setTheirs] = useState<string | null>(null);

  useEffect(() => {
    if (comment === base.current) return;
    const isUntouched = latest.current.typed === base.current;
    if (isUntouched || latest.current.typed === comment) {
      base.current = comment;
      setTyped(comment);
      setTheirs(null);
    } else setTheirs(comment);
  }, [comment]);

  useLayoutEffect(() => {
    if (!hasFocus) return;
    field.current?.focus({ preventScroll: true });
    field.current?.scrollIntoView?.({ block: 'nearest' });
  }, [hasFocus]);

  function keep() {
    const now = latest.current;
    if (now.typed === base.current || theirs !== null) return;
    base.current = now.typed;
    now.onKeep(now.typed);
  }
  // Closing the card or the page must not lose what was typed; a conflict is for the person to decide.
  useLayoutEffect(
    () => () => {
      const now = latest.current;
      if (now.typed !== base.current && now.comment === base.current) now.onKeep(now.typed);
    },
    [],
  );

  return (
    <div class="reader-comment-field">
      <label class="field">
        <span class="label">{t('readerComment')}</span>
        <textarea
          ref={field}
          class="input"
          rows={3}
          value={typed}
          onInput={(event) => {
            // Also before the next drawing: closing may come first.
            latest.current.typed = event.currentTarget.value;
            setTyped(event.currentTarget.value);
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.isComposing || event.keyCode === 229) return;
            const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
            if (!isDone && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            keep();
            onDone();
          }}
        />
      </label>
      {theirs !== null && (
        <div class="notice warn reader-conflict" role="alert">
          <p>
            {t('readerCommentElsewhere')} <q>{theirs || t('readerNoMemo')}</q>
          </p>
          <button
            type="button"
            class="button"
            onClick={() => {
              base.current = theirs;
              setTyped(theirs);
              setTheirs(null);
            }}
          >
            {t('readerCommentTheirs')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              base.current = typed;
              setTheirs(null);
              onKeep(typed);
            }}
          >
            {t('readerCommentMine')}
          </button>
        </div>
      )}
    </div>
  );
}
