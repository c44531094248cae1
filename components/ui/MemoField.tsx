/** A memo: read as text, written as light Markdown. A click or Enter opens it for writing; leaving it keeps it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import { MemoText } from './MemoText';
import './memo.css';

export interface MemoFieldProps {
  label: string;
  body: string;
  onWrite: (body: string) => void;
  placeholder?: string;
  isLabelHidden?: boolean;
}

export function MemoField({ label, body, onWrite, placeholder, isLabelHidden }: MemoFieldProps) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(body);
  const [isWriting, setWriting] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    if (!isWriting) setTyped(body);
  }, [body, isWriting]);
  useEffect(() => {
    if (isWriting) field.current?.focus();
    else if (isLeft.current) {
      isLeft.current = false;
      opener.current?.focus();
    }
  }, [isWriting]);

  const leave = (isKept: boolean) => {
    setWriting(false);
    if (isKept && typed !== body) onWrite(typed);
    else setTyped(body);
  };
  return (
    <div class="memo-field">
      <div class="memo-head">
        <span class={isLabelHidden ? 'visually-hidden' : 'label'} id={`${id}-label`}>
          {label}
        </span>
        {!isWriting && (
          <button
            ref={opener}
            type="button"
            class="button quiet memo-edit"
            aria-label={t(body ? 'uiMemoEdit' : 'uiMemoWriteOn', label)}
            onClick={() => setWriting(true)}
          >
            {t(body ? 'uiMemoEditShort' : 'uiMemoWrite')}
          </button>
        )}
      </div>
      {isWriting ? (
        <>
          <textarea
            ref={field}
            class="input memo-input"
            rows={Math.min(16, Math.max(4, typed.split('\n').length + 1))}
            aria-labelledby={`${id}-label`}
            aria-describedby={`${id}-hint`}
            placeholder={placeholder}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => leave(true)}
            onKeyDown={(event) => {
              if (event.isComposing || event.keyCode === 229) return;
              const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
              if (!isDone && event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              isLeft.current = true;
              leave(isDone);
            }}
          />
          <p class="memo-hint" id={`${id}-hint`}>
            {t('uiMemoHint')}
          </p>
        </>
      ) : (
        // What has not been written yet says what it is for.
        (body && <MemoText text={body} />) || (placeholder && <p class="memo-hint">{placeholder}</p>)
      )}
    </div>
  );
}
