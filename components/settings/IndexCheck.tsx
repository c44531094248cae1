/** Is what search knows of the texts whole? If not, it is made anew from them. */
import { useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { IndexDamage } from '@/utils/archive/check-index';

export interface Progress {
  done: number;
  left: number;
}

export interface IndexDoors {
  checkIndex: (onProgress: (progress: Progress) => void, signal: AbortSignal) => Promise<IndexDamage>;
  /** Ends when everything is made anew. */
  rebuildIndex: (onProgress: (progress: Progress) => void) => Promise<void>;
}

type State =
  | { is: 'idle' | 'whole' | 'rebuilt' | 'failed' }
  | { is: 'checking' | 'rebuilding'; progress: Progress }
  | { is: 'damaged'; damage: IndexDamage };

const BEGINNING: Progress = { done: 0, left: 0 };

export function IndexCheck({ doors }: { doors: IndexDoors }) {
  const { t, number, failure } = useWords();
  const [state, setState] = useState<State>({ is: 'idle' });
  const stop = useRef<AbortController | null>(null);

  async function check() {
    const controller = new AbortController();
    stop.current = controller;
    setState({ is: 'checking', progress: BEGINNING });
    try {
      const damage = await doors.checkIndex(
        (progress) => setState({ is: 'checking', progress }),
        controller.signal,
      );
      if (controller.signal.aborted) setState({ is: 'idle' });
      else
        setState(
          damage.segments.length + damage.articles.length > 0 ? { is: 'damaged', damage } : { is: 'whole' },
        );
    } catch {
      setState({ is: 'failed' });
    }
  }

  async function rebuild() {
    setState({ is: 'rebuilding', progress: BEGINNING });
    try {
      await doors.rebuildIndex((progress) => setState({ is: 'rebuilding', progress }));
      setState({ is: 'rebuilt' });
    } catch {
      setState({ is: 'failed' });
    }
  }

  if (state.is === 'checking' || state.is === 'rebuilding') {
    const { done, left } = state.progress;
    const label = t(
      state.is === 'checking' ? 'indexChecking' : 'indexRebuilding',
      number(done),
      number(done + left),
    );
    return (
      <div class="storage-counting" aria-live="polite">
        <p>{label}</p>
        <progress aria-label={label} {...(done + left > 0 ? { value: done, max: done + left } : {})} />
        {state.is === 'checking' && (
          <button type="button" class="button" onClick={() => stop.current?.abort()}>
            {t('libraryCancel')}
          </button>
        )}
      </div>
    );
  }
  return (
    <section class="make-room" aria-labelledby="index-check">
      <h3 id="index-check">{t('indexTitle')}</h3>
      <p class="soft">{t('indexSays')}</p>
      {state.is === 'whole' && <p class="notice good">{t('indexWhole')}</p>}
      {state.is === 'rebuilt' && <p class="notice good">{t('indexRebuilt')}</p>}
      {state.is === 'failed' && (
        <p class="notice bad" role="alert">
          {failure('storageBroken')}
        </p>
      )}
      {state.is === 'damaged' && (
        <p class="notice warn" role="alert">
          {t('indexDamaged', number(state.damage.segments.length), number(state.damage.articles.length))}
        </p>
      )}
      <div class="index-buttons">
        <button type="button" class="button" onClick={() => void check()}>
          {t('indexCheck')}
        </button>
        <button
          type="button"
          class={`button${state.is === 'damaged' ? ' primary' : ''}`}
          onClick={() => void rebuild()}
        >
          {t('indexRebuild')}
        </button>
      </div>
    </section>
  );
}
