import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '@/components/theme.css';
import type { CoderDoors } from '@/components/coders/CodersPanel';
import { SettingsPage } from '@/components/settings/SettingsPage';
import type { IndexDoors } from '@/components/settings/IndexCheck';
import type { ReleaseDoors } from '@/components/settings/MakeRoom';
import type { StorageDoors, StorageNow } from '@/components/settings/StoragePanel';
import type { SurveyDoors } from '@/components/settings/SurveyDialog';
import { useWords, Words } from '@/components/words';
import { checkIndex } from '@/utils/archive/check-index';
import { extractAgain, rawPageOf } from '@/utils/archive/raw-page';
import { planRelease } from '@/utils/archive/plan-release';
import { releaseInSteps } from '@/utils/archive/release-blobs';
import { surveyCopies } from '@/utils/archive/survey-copies';
import { weighArchive } from '@/utils/archive/weigh-archive';
import { OUTLETS, pressOrigins } from '@/utils/article/outlets';
import { openDatabase } from '@/utils/db/open';
import { codersNow, type CodersNow } from '@/utils/db/samples';
import { watchArchive } from '@/utils/db/watch';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, preparePage } from '@/utils/platform/page';
import { removeOrigins } from '@/utils/platform/permissions';
import { extensionVersion } from '@/utils/platform/runtime';
import { watchSettings, writeSettings, type Settings } from '@/utils/platform/settings';
import { openShortcuts, shortcuts } from '@/utils/platform/shortcuts';
import { chooseSites, watchSites, type SitesNow } from '@/utils/platform/sites';
import { askToPersist, storageState } from '@/utils/platform/storage-state';
import { loadExtractor } from '../reader/load-extractor';

const PRESS = pressOrigins();
const PAPERS = OUTLETS.map((outlet) => ({ name: outlet.name, host: outlet.hosts[0] ?? '' }));

const survey: SurveyDoors = {
  survey: async (onProgress, signal) =>
    surveyCopies(await openDatabase(), await loadExtractor(), onProgress, signal),
  keep: async ({ versionId }) => {
    const db = await openDatabase();
    const version = await db.versions.get(versionId);
    const page = version && (await rawPageOf(db, version));
    if (!page) return false;
    const capture = extractAgain(version, page, await loadExtractor());
    const made = await call('article/derive', { fromVersionId: versionId, capture, how: 'extractedAgain' });
    return made.ok;
  },
  openArticle: (article) => void openPage('reader', { article }),
};

const releaseDoors: ReleaseDoors = {
  weigh: async (onProgress, signal) => weighArchive(await openDatabase(), onProgress, signal),
  plan: async (wish) => planRelease(await openDatabase(), wish),
  release: (plan, onProgress, signal) =>
    releaseInSteps(
      plan,
      async (wish, hashes) => {
        const answer = await call('storage/release', { wish, hashes });
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value;
      },
      onProgress,
      signal,
    ),
  now: () => new Date(),
};

const indexDoors: IndexDoors = {
  checkIndex: async (onProgress, signal) => checkIndex({ db: await openDatabase() }, { onProgress, signal }),
  async rebuildIndex(onProgress) {
    const answer = await call('index/forget', null);
    if (!answer.ok) throw new Error(answer.error.code);
    const db = await openDatabase();
    const all = await db.stale.count();
    // The background follows the marks by itself; here it is only watched.
    await new Promise<void>((resolve, reject) => {
      const stop = watchArchive(
        (archive) => archive.stale.count(),
        (left) => {
          onProgress({ done: Math.max(0, all - left), left });
          if (left > 0) return;
          stop();
          resolve();
        },
        reject,
      );
    });
  },
};

const coderDoors: CoderDoors = {
  createCoder: (name, initials) => call('coder/create', { name, initials }),
  editCoder: (coderId, patch) => call('coder/edit', { coderId, ...patch }),
  removeCoder: (coderId) => call('coder/remove', { coderId }),
  switchCoder: (coderId) => call('coder/switch', { coderId }),
};

function Page({ settings }: { settings: Settings }) {
  const { t } = useWords();
  const [sites, setSites] = useState<SitesNow>({ mode: settings.sites, allowed: [] });
  const [storage, setStorage] = useState<StorageNow | null>(null);
  const [coders, setCoders] = useState<CodersNow>({ coders: [], currentId: '' });
  const [keys, setKeys] = useState<Record<string, string>>({});
  useEffect(() => {
    document.title = `${t('popupSettings')} · ${t('extensionName')}`;
  }, [t]);
  useEffect(() => watchSites(PRESS, setSites), []);
  useEffect(
    () =>
      watchArchive(
        (db) => codersNow(db),
        setCoders,
        () => setCoders({ coders: [], currentId: '' }),
      ),
    [],
  );
  const storageDoors = useMemo(
    (): StorageDoors => ({
      ...releaseDoors,
      ...indexDoors,
      release: async (...wanted) => {
        const released = await releaseDoors.release(...wanted);
        setStorage(await storageState());
        return released;
      },
      persist: () => void askToPersist().then(storageState).then(setStorage),
    }),
    [],
  );
  useEffect(() => {
    storageState().then(setStorage, () => setStorage(null));
    shortcuts().then(setKeys, () => setKeys({}));
  }, []);
  return (
    <SettingsPage
      settings={settings}
      coders={coders}
      coderDoors={coderDoors}
      onChange={(patch) => void writeSettings(patch)}
      sites={sites}
      papers={PAPERS}
      onChooseSites={async (mode) => {
        const isGranted = await chooseSites(mode, PRESS);
        if (isGranted) await Promise.all([writeSettings({ sites: mode }), call('sites/changed', null)]);
        return isGranted;
      }}
      onRemoveSite={(origin) =>
        void removeOrigins([origin]).then(() =>
          Promise.all([writeSettings({ sites: 'custom' }), call('sites/changed', null)]),
        )
      }
      storage={storage}
      storageDoors={storageDoors}
      survey={survey}
      shortcuts={keys}
      onOpenShortcuts={() => void openShortcuts()}
      version={extensionVersion()}
    />
  );
}

function App({ first }: { first: Settings }) {
  const [settings, setSettings] = useState(first);
  useEffect(() => watchSettings(setSettings), []);
  return (
    <Words locale={localeOf(settings)}>
      <Page settings={settings} />
    </Words>
  );
}

// The background makes the first coder; a page opened before that has none to show.
void call('journal/state', null);
void preparePage().then(({ settings }) => render(<App first={settings} />, document.getElementById('root')!));
