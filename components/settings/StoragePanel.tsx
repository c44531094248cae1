/** How much the archive holds, and whether the browser promised to keep it. */
import { useWords } from '@/components/words';

export interface StorageNow {
  usage: number;
  quota: number;
  persisted: boolean;
}

export function StoragePanel({ storage, onPersist }: { storage: StorageNow | null; onPersist: () => void }) {
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
      <div class={`notice ${storage.persisted ? 'good' : 'warn'}`}>
        <p>{t(storage.persisted ? 'storagePersisted' : 'storageNotPersisted')}</p>
        {!storage.persisted && (
          <button type="button" class="button" onClick={onPersist}>
            {t('storagePersist')}
          </button>
        )}
      </div>
      <p class="soft">{t('welcomeExport')}</p>
    </div>
  );
}
