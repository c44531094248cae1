/** Counts first, then says what goes, what it saves to the byte and what is lost; only then it can be let go. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { ReleasePlan, ReleaseWish } from '@/utils/archive/plan-release';
import type { Released } from '@/utils/archive/release-blobs';
import type { MessageKey } from '@/utils/locale/translate';
import type { ReleaseDoors } from './MakeRoom';

const TITLES: Record<ReleaseWish['what'], MessageKey> = {
  pages: 'releasePages_title',
  pictures: 'releasePictures_title',
  binPictures: 'releaseBinPictures_title',
};

type Step =
  | { is: 'failed' }
  | { is: 'counting' | 'releasing'; done: number; total: number }
  | { is: 'ask'; plan: ReleasePlan }
  | { is: 'done'; released: Released };

export interface ReleaseDialogProps {
  wish: ReleaseWish;
  doors: ReleaseDoors;
  onClose: () => void;
}

export function ReleaseDialog({ wish, doors, onClose }: ReleaseDialogProps) {
  const { t, number, bytes, failure } = useWords();
  const [step, setStep] = useState<Step>({ is: 'counting', done: 0, total: 0 });
  const stop = useRef(new AbortController());
  const isPages = wish.what === 'pages';

  useEffect(() => {
    const controller = stop.current;
    const look = async () => {
      await doors.weigh(({ done, total }) => setStep({ is: 'counting', done, total }), controller.signal);
      const plan = await doors.plan(wish);
      if (!controller.signal.aborted) setStep({ is: 'ask', plan });
    };
    look().catch(() => {
      if (!controller.signal.aborted) setStep({ is: 'failed' });
    });
    return () => controller.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a dialog is opened for one wish
  }, []);

  async function release(plan: ReleasePlan) {
    setStep({ is: 'releasing', done: 0, total: plan.hashes.length });
    try {
      const released = await doors.release(
        plan,
        (done, total) => setStep({ is: 'releasing', done, total }),
        stop.current.signal,
      );
      setStep({ is: 'done', released });
    } catch {
      setStep({ is: 'failed' });
    }
  }

  const isNothing = step.is === 'ask' && step.plan.hashes.length === 0;
  return (
    <Dialog title={t(TITLES[wish.what])} onClose={onClose} isBusy={step.is === 'releasing'}>
      {(step.is === 'counting' || step.is === 'releasing') && (
        <>
          <output>
            {t(
              step.is === 'counting' ? 'storageCounting' : 'releaseBusy',
              number(step.done),
              number(step.total),
            )}
          </output>
          <progress
            aria-label={t(TITLES[wish.what])}
            {...(step.total > 0 ? { value: step.done, max: step.total } : {})}
          />
        </>
      )}
      {step.is === 'failed' && (
        <p class="notice bad" role="alert">
          {failure('storageBroken')}
        </p>
      )}
      {step.is === 'ask' && (
        <>
          <output class="release-saves">
            {isNothing
              ? t('releaseNothing')
              : t(
                  isPages ? 'releasePages_saves' : 'releasePictures_saves',
                  number(step.plan.hashes.length),
                  bytes(step.plan.bytes),
                  number(step.plan.bytes),
                )}
          </output>
          {step.plan.needed > 0 && <p class="soft">{t('releaseNeeded', number(step.plan.needed))}</p>}
          {!isNothing && (
            <>
              <p>{t(isPages ? 'releasePages_lost' : 'releasePictures_lost')}</p>
              <p class="notice warn">{t('releaseAdvice')}</p>
            </>
          )}
        </>
      )}
      {step.is === 'done' && (
        <output class="notice good">
          {t('releaseDone', number(step.released.blobs), bytes(step.released.bytes))}
        </output>
      )}
      <div class="dialog-buttons">
        {step.is === 'releasing' ? (
          <button type="button" class="button" onClick={() => stop.current.abort()}>
            {t('libraryCancel')}
          </button>
        ) : (
          <button type="button" class="button" onClick={onClose}>
            {t(step.is === 'ask' && !isNothing ? 'libraryCancel' : 'libraryClose')}
          </button>
        )}
        {step.is === 'ask' && !isNothing && (
          <button type="button" class="button danger" onClick={() => void release(step.plan)}>
            {t('releaseYes')}
          </button>
        )}
      </div>
    </Dialog>
  );
}
