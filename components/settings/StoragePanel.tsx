/** How much the archive holds and of what, whether the browser promised to keep it, and what can be let go. */
import { useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { StorageShares } from '@/utils/archive/weigh-archive';
import type { MessageKey } from '@/utils/locale/translate';
import { IndexCheck, type IndexDoors } from './IndexCheck';
import { MakeRoom, type ReleaseDoors } from './MakeRoom';
import './storage.css';

export interface StorageNow {
  usage: number;
  quota: number;
  persisted: boolean;
}

export interface StorageDoors extends ReleaseDoors, IndexDoors {
  persist: () => void;
}

export interface StoragePanelProps {
  storage: StorageNow | null;
  doors: StorageDoors;
}

const SHARES: [keyof StorageShares, MessageKey][] = [
  ['pages', 'storagePages'],
  ['pictures', 'storagePictures'],
  ['articles', 'storageArticles'],
  ['index', 'storageIndex'],
  ['other', 'storageOther'],
];

export function StoragePanel({ storage, doors }: StoragePanelProps) {
  const { t, bytes } = useWords();
  if (!storage) return <p class="soft">{t('settingsStorageUnknown')}</p>;
  return (
    <div class="storage">
      <p>{t('settingsStorageUsed', bytes(storage.usage), bytes(storage.quota))}</p>
      <meter
        min={0}
        max={Math.max(1, storage.quota)}
        value={storage.usage}
        aria-label={t('settingsStorage')}
      />
      <p class="soft">{t('storageFree', bytes(Math.max(0, storage.quota - storage.usage)))}</p>
      <div class={`notice ${storage.persisted ? 'good' : 'warn'}`}>
        <p>{t(storage.persisted ? 'storagePersisted' : 'storageNotPersisted')}</p>
        {!storage.persisted && (
          <button type="button" class="button" onClick={doors.persist}>
            {t('storagePersist')}
          </button>
        )}
      </div>
      <Shares weigh={doors.weigh} />
      <MakeRoom doors={doors} />
      <IndexCheck doors={doors} />
      <p class="soft">{t('welcomeExport')}</p>
    </div>
  );
}

type State =
  | { is: 'idle' | 'stopped' | 'failed' }
  | { is: 'counting'; done: number; total: number }
  | { is: 'counted'; shares: StorageShares };

function Shares({ weigh }: Pick<StorageDoors, 'weigh'>) {
  const { t, number, bytes, failure } = useWords();
  const [state, setState] = useState<State>({ is: 'idle' });
  const stop = useRef<AbortController | null>(null);

  async function count() {
    const controller = new AbortController();
    stop.current = controller;
    setState({ is: 'counting', done: 0, total: 0 });
    try {
      const shares = await weigh(
        ({ done, total }) => setState({ is: 'counting', done, total }),
        controller.signal,
      );
      setState({ is: 'counted', shares });
    } catch {
      setState({ is: controller.signal.aborted ? 'stopped' : 'failed' });
    }
  }

  if (state.is === 'counting')
    return (
      <div class="storage-counting">
        <p>{t('storageCounting', number(state.done), number(state.total))}</p>
        <progress
          aria-label={t('storageCount')}
          {...(state.total > 0 ? { value: state.done, max: state.total } : {})}
        />
        <button type="button" class="button" onClick={() => stop.current?.abort()}>
          {t('libraryCancel')}
        </button>
      </div>
    );
  const all = state.is === 'counted' ? SHARES.reduce((sum, [key]) => sum + state.shares[key], 0) : 0;
  return (
    <div class="storage-shares">
      {state.is === 'counted' && (
        <>
          <div class="storage-bar" aria-hidden="true">
            {SHARES.filter(([key]) => state.shares[key] > 0).map(([key]) => (
              <span key={key} class={key} style={`flex-grow:${state.shares[key]}`} />
            ))}
          </div>
          <dl>
            {SHARES.map(([key, label]) => (
              <div key={key}>
                <dt>
                  <span class={`storage-dot ${key}`} aria-hidden="true" />
                  {t(label)}
                </dt>
                <dd>{bytes(state.shares[key])}</dd>
              </div>
            ))}
          </dl>
          <p class="soft">{t('storageCounted', number(all))}</p>
        </>
      )}
      {state.is === 'stopped' && <p class="notice">{t('storageStopped')}</p>}
      {state.is === 'failed' && (
        <p class="notice bad" role="alert">
          {failure('storageBroken')}
        </p>
      )}
      <button type="button" class="button" onClick={() => void count()}>
        {t(state.is === 'counted' ? 'storageCountAgain' : 'storageCount')}
      </button>
    </div>
  );
}
