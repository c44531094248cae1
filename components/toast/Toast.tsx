/** The note after a silent save: what happened, and for six seconds the way back, a tag, the reader. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { useWords } from '@/components/words';
import { isMessageKey, type Locale, type MessageKey } from '@/utils/locale/translate';

export interface ToastNotice {
  locale: Locale;
  kind: 'saved' | 'newVersion' | 'unchanged' | 'error';
  articleId?: string;
  errorCode?: string;
  title?: string;
}

export interface ToastActs {
  undo: () => Promise<Answer<{ did: string | null }>>;
  tag: (articleId: string, name: string) => Promise<Answer<unknown>>;
  open: (articleId: string) => Promise<Answer<unknown>>;
}

const SAYS: Record<ToastNotice['kind'], MessageKey> = {
  saved: 'toastSaved',
  newVersion: 'toastNewVersion',
  unchanged: 'toastUnchanged',
  error: 'toastNotSaved',
};

export const SHOWN_MS = 6_000;

/** Only a person's own key or pointer acts: a page may dispatch events, but not trusted ones. */
const isByPerson = (event: Event) => event.isTrusted;

export interface ToastProps {
  notice: ToastNotice;
  acts: ToastActs;
  onGone: () => void;
  /** Tests dispatch events themselves. */
  isTrusted?: (event: Event) => boolean;
}

export function Toast({ notice, acts, onGone, isTrusted = isByPerson }: ToastProps) {
  const { t, failure } = useWords();
  const { kind, articleId, title } = notice;
  const [said, setSaid] = useState<string | null>(null);
  const [isBad, setBad] = useState(kind === 'error');
  const [isTagging, setTagging] = useState(false);
  const [isOver, setOver] = useState(false);
  const [isTakenBack, setTakenBack] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const inputRef = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (isHeld || isTagging) return;
    const timer = setTimeout(onGone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, isTagging, said, onGone]);

  useLayoutEffect(() => {
    if (isTagging) inputRef.current?.focus();
  }, [isTagging]);

  function act(event: Event, run: () => Promise<Answer<unknown>>, onDone: (value: unknown) => void) {
    if (!isTrusted(event) || isOver) return;
    setOver(true);
    run()
      .then((answer) => {
        setBad(!answer.ok);
        if (answer.ok) onDone(answer.value);
        else setSaid(failure(answer.error.code));
      })
      .catch(() => {
        setBad(true);
        setSaid(failure('unexpected'));
      })
      .finally(() => setOver(false));
  }

  const undo = (event: Event) =>
    act(event, acts.undo, (value) => {
      const { did } = value as { did: string | null };
      // A tag put on since the save is taken back first; the save itself is then still there.
      const isSave = did === 'journalSaved' || did === 'journalResaved';
      if (isSave || did === null) {
        setTakenBack(true);
        // The focused button is gone, and not every browser says so.
        setHeld(false);
      }
      setSaid(
        isSave
          ? t('toastUndone')
          : did && isMessageKey(did)
            ? t('toastUndid', t(did))
            : t('toastNothingToUndo'),
      );
    });

  function addTag(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    const input = event.currentTarget;
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      setTagging(false);
      return;
    }
    const name = input.value.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (event.key !== 'Enter' || !name || !articleId) return;
    event.preventDefault();
    act(
      event,
      () => acts.tag(articleId, name),
      () => {
        setSaid(t('uiTagAdded', name));
        input.value = '';
      },
    );
  }

  const canAct = articleId !== undefined && kind !== 'error' && !isTakenBack;
  return (
    // Hovering only holds the clock; everything that acts is a button or a field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      class={`toast ${isBad ? 'bad' : ''}`}
      aria-label="Pressmark"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div class="row">
        <span class="sign" aria-hidden="true">
          {isBad ? '!' : '✓'}
        </span>
        <div class="what">
          <strong>{said ?? t(SAYS[kind])}</strong>
          {!said && kind === 'error' && <p>{failure(notice.errorCode ?? 'unexpected')}</p>}
          {!said && kind !== 'error' && title && <p class="title">{title}</p>}
        </div>
        <button type="button" class="close" aria-label={t('toastClose')} onClick={onGone}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {canAct && (
        <div class="acts">
          {kind !== 'unchanged' && (
            <button type="button" onClick={undo}>
              {t('toastUndo')}
            </button>
          )}
          {!isTagging && (
            <button type="button" onClick={(event) => isTrusted(event) && setTagging(true)}>
              {t('toastTag')}
            </button>
          )}
          {isTagging && (
            <input
              ref={inputRef}
              type="text"
              autocomplete="off"
              aria-label={t('toastTagName')}
              placeholder={t('toastTagName')}
              onKeyDown={addTag}
            />
          )}
          <button type="button" onClick={(event) => act(event, () => acts.open(articleId), onGone)}>
            {t('toastOpen')}
          </button>
        </div>
      )}
    </section>
  );
}
