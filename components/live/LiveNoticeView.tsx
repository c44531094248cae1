/** What came of an act in a page, and for some seconds the way back and the ways on. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { KnownTag } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import { isMessageKey } from '@/utils/locale/translate';
import type { LiveActs, LiveNotice } from './types';

const SHOWN_MS = 7_000;

export interface LiveNoticeViewProps {
  notice: LiveNotice;
  codes: readonly KnownTag[];
  acts: Pick<LiveActs, 'notice' | 'code' | 'close'>;
}

type T = ReturnType<typeof useWords>['t'];

const worded = (t: T, value: string | number) =>
  typeof value === 'string' && isMessageKey(value) ? t(value) : value;

export function LiveNoticeView({ notice, codes, acts }: LiveNoticeViewProps) {
  const { t, failure } = useWords();
  const { says, values, isBad, annotationId, takesFocus } = notice;
  const [isHeld, setHeld] = useState(false);
  const [tagged, setTagged] = useState<string[]>([]);
  const region = useRef<HTMLElement>(null);

  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(acts.close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, notice, tagged, acts]);

  useLayoutEffect(() => {
    if (takesFocus) region.current?.focus({ preventScroll: true });
    setTagged([]);
    setHeld(false);
  }, [notice, takesFocus]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.keyCode === 229 || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'escape') acts.close();
    else if ((event.ctrlKey || event.metaKey) && key === 'z') acts.notice('undo', annotationId);
    else if (event.ctrlKey || event.metaKey || !annotationId) return;
    else if (key === 't') acts.notice('tag', annotationId);
    else if (key === 'm') acts.notice('comment', annotationId);
    else {
      const code = codes[Number(key) - 1];
      if (!code) return;
      void acts.code(annotationId, code).then((isDone) => {
        if (isDone) setTagged((before) => [...before, code.name]);
      });
    }
    event.preventDefault();
  }

  return (
    <section
      ref={region}
      class={`sheet note ${isBad ? 'bad' : ''}`}
      aria-label="Pressmark"
      tabIndex={-1}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onKeyDown={onKeyDown}
    >
      <div class="note-row">
        <span class="sign" aria-hidden="true">
          {isBad ? '!' : '✓'}
        </span>
        <p>
          {isMessageKey(says) ? t(says, ...values.map((value) => worded(t, value))) : failure('unexpected')}
          {tagged.map((name) => (
            <span key={name} class="said">
              {t('uiTagAdded', name)}
            </span>
          ))}
        </p>
        <button type="button" class="button quiet close" aria-label={t('readerClose')} onClick={acts.close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {notice.acts.length > 0 && (
        <div class="note-acts">
          {notice.acts.map((act) => (
            <button
              key={act}
              type="button"
              class="button quiet"
              onClick={() => acts.notice(act, annotationId)}
            >
              {t(`liveAct_${act}`)}
            </button>
          ))}
        </div>
      )}
      {takesFocus && annotationId && <p class="keys">{t('liveKeys')}</p>}
    </section>
  );
}
