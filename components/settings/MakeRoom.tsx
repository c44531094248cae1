/** What can be let go, kind by kind; the dialog says what it saves and what is lost before anything happens. */
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { ReleasePlan, ReleaseWish } from '@/utils/archive/plan-release';
import type { Released } from '@/utils/archive/release-blobs';
import type { StorageShares, WeighProgress } from '@/utils/archive/weigh-archive';
import { ReleaseDialog } from './ReleaseDialog';

export interface ReleaseDoors {
  weigh: (onProgress: (progress: WeighProgress) => void, signal: AbortSignal) => Promise<StorageShares>;
  plan: (wish: ReleaseWish) => Promise<ReleasePlan>;
  release: (
    plan: ReleasePlan,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<Released>;
  now: () => Date;
}

export function MakeRoom({ doors }: { doors: ReleaseDoors }) {
  const { t } = useWords();
  const [months, setMonths] = useState(12);
  const [kilobytes, setKilobytes] = useState(1000);
  const [wish, setWish] = useState<ReleaseWish | null>(null);

  function monthsAgo(): string {
    const then = doors.now();
    then.setMonth(then.getMonth() - months);
    return then.toISOString();
  }

  return (
    <section class="make-room" aria-labelledby="make-room">
      <h3 id="make-room">{t('releaseTitle')}</h3>
      <p class="soft">{t('releaseSays')}</p>
      <ul>
        <li>
          <label>
            {t('releasePages')}{' '}
            <span class="measure">
              <input
                type="number"
                class="input"
                min={0}
                max={600}
                value={months}
                onChange={(event) => setMonths(numberOf(event.currentTarget, months))}
              />{' '}
              {t('releaseMonths')}
            </span>
          </label>
          <Look
            of={t('releasePages_title')}
            onClick={() => setWish({ what: 'pages', before: monthsAgo() })}
          />
        </li>
        <li>
          <label>
            {t('releasePictures')}{' '}
            <span class="measure">
              <input
                type="number"
                class="input"
                min={0}
                max={100_000}
                step={100}
                value={kilobytes}
                onChange={(event) => setKilobytes(numberOf(event.currentTarget, kilobytes))}
              />{' '}
              {t('releaseKilobytes')}
            </span>
          </label>
          <Look
            of={t('releasePictures_title')}
            onClick={() => setWish({ what: 'pictures', above: kilobytes * 1000 })}
          />
        </li>
        <li>
          <span>{t('releaseBinPictures')}</span>
          <Look of={t('releaseBinPictures_title')} onClick={() => setWish({ what: 'binPictures' })} />
        </li>
      </ul>
      {wish && <ReleaseDialog wish={wish} doors={doors} onClose={() => setWish(null)} />}
    </section>
  );
}

function Look({ of, onClick }: { of: string; onClick: () => void }) {
  const { t } = useWords();
  return (
    <button type="button" class="button" aria-label={t('releaseLookLabel', of)} onClick={onClick}>
      {t('releaseLook')}
    </button>
  );
}

/** What was typed, within the field's limits; what it was before when it is no number. */
function numberOf(field: HTMLInputElement, before: number): number {
  const typed = Math.round(field.valueAsNumber);
  const kept = Number.isFinite(typed)
    ? Math.min(Number(field.max), Math.max(Number(field.min), typed))
    : before;
  field.value = String(kept);
  return kept;
}
