import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '@/components/theme.css';
import type { LibraryDoors, StorageLine } from '@/components/library/doors';
import { Library } from '@/components/library/Library';
import { Words } from '@/components/words';
import { applyImport, planImport } from '@/utils/archive/import-archive';
import { countBinnedBefore, leadPicture, libraryRows } from '@/utils/db/articles';
import { unfinishedBlindWork } from '@/utils/db/blind';
import { codersNow } from '@/utils/db/samples';
import { failingFamilies, type FailingFamily } from '@/utils/archive/failing-families';
import { binContents } from '@/utils/archive/empty-bin';
import { openDatabase } from '@/utils/db/open';
import { projectContents } from '@/utils/db/projects';
import { quickLook } from '@/utils/db/quick-look';
import { watchArchive } from '@/utils/db/watch';
import { translate, type Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, pageUrl, preparePage } from '@/utils/platform/page';
import { watchSettings } from '@/utils/platform/settings';
import { askToPersist, storageState } from '@/utils/platform/storage-state';
import { readLostArchive, writeLostArchive, type LostArchive } from '@/utils/platform/witness';
import { useToReview } from '../review/use-to-review';
import { CoderAtWork } from './CoderAtWork';
import { clearWorkingFiles, exportToFile } from './export-file';
import { searchArchive } from './search';
import { useContents } from './use-contents';
import { useProjects } from './use-projects';

const STORAGE_LOOK_MS = 15_000;
const OLD_IN_BIN_MS = 30 * 24 * 60 * 60 * 1000;

function doorsWith(retry: () => void): LibraryDoors {
  return {
    open: (page, params) => void openPage(page, params),
    readerHref: (articleId) => pageUrl('reader', { article: articleId }),
    rows: async (articleIds) => libraryRows(await openDatabase(), articleIds),
    search: searchArchive,
    createSearch: (kept) => call('search/create', kept),
    editSearch: (searchId, patch) => call('search/edit', { searchId, ...patch }),
    moveSearch: (searchId, beforeId) => call('search/move', { searchId, beforeId }),
    removeSearch: (searchId) => call('search/remove', { searchId }),
    watchLook: (articleId, onLook) =>
      watchArchive(
        (db) => quickLook(db, articleId),
        onLook,
        () => onLook(null),
      ),
    writeMemo: (articleId, body) =>
      call('memo/write', { subjectType: 'article', subjectId: articleId, body }),
    setState: (articleIds, state, group) => call('article/setState', { articleIds, state, group }),
    tag: (articleIds, tag, group) => call('article/tag', { articleIds, tag, group }),
    untag: (articleIds, codeId, group) => call('article/untag', { articleIds, codeId, group }),
    collect: (articleIds, collectionId, isIn, group) =>
      call('article/collect', { articleIds, collectionId, isIn, group }),
    createCollection: (name, parentId) => call('collection/create', { name, parentId }),
    renameCollection: (collectionId, name) => call('collection/rename', { collectionId, name }),
    moveCollection: (collectionId, parentId) => call('collection/move', { collectionId, parentId }),
    removeCollection: (collectionId) => call('collection/remove', { collectionId }),
    createProject: (name) => call('project/create', { name }),
    renameProject: (projectId, name) => call('project/rename', { projectId, name }),
    removeProject: (projectId) => call('project/remove', { projectId }),
    switchProject: (projectId) => call('project/switch', { projectId }),
    projectContents: async (projectId) => projectContents(await openDatabase(), projectId),
    undo: () => call('journal/undo', null),
    redo: () => call('journal/redo', null),
    binContents: async (articleIds) => binContents(await openDatabase(), articleIds),
    oldInBin: async () =>
      countBinnedBefore(await openDatabase(), new Date(Date.now() - OLD_IN_BIN_MS).toISOString()),
    emptyBin: (articleIds) => call('bin/empty', { articleIds }),
    leadPicture: async (versionId) => leadPicture(await openDatabase(), versionId),
    exportArchive: async (articleIds, onProgress, signal) => {
      const exported = await exportToFile(articleIds, onProgress, signal);
      if (exported.ok) {
        const { sha256, records } = exported.value;
        await call('ledger/note', { event: 'exported', subject: sha256, records });
      }
      return exported;
    },
    unfinishedBlindWork: async () => unfinishedBlindWork(await openDatabase()),
    coders: async () => codersNow(await openDatabase()),
    drawSample: (wish) => call('sample/draw', wish),
    planImport: async (file, onProgress, signal) =>
      planImport(await openDatabase(), file, onProgress, signal),
    applyImport: async (file, plan, onProgress, signal) => {
      const applied = await applyImport(await openDatabase(), file, plan, onProgress, signal);
      if (applied.ok)
        // Every answer of the background is followed by a catching up: of what was taken in, too.
        await call('ledger/note', { event: 'imported', subject: plan.sha256, records: plan.records });
      return applied;
    },
    retry,
  };
}

function useStorage(): StorageLine | null {
  const [storage, setStorage] = useState<StorageLine | null>(null);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible')
        // Some windows (private ones) refuse to tell; the line is then left out.
        storageState().then(setStorage, () => setStorage(null));
    };
    // With `unlimitedStorage` the browser answers without asking anyone.
    askToPersist().then(look, look);
    const timer = setInterval(look, STORAGE_LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return storage;
}

function App({ first }: { first: Locale }) {
  const [locale, setLocale] = useState(first);
  const { contents, retry } = useContents();
  const [doors] = useState(() => doorsWith(retry));
  const projects = useProjects();
  const storage = useStorage();
  const toReview = useToReview();
  const [lost, setLost] = useState<LostArchive | null>(null);
  const [failing, setFailing] = useState<FailingFamily[]>([]);
  useEffect(() => {
    // A look at copies that are kept; without it the library works all the same.
    openDatabase()
      .then(failingFamilies)
      .then(setFailing, () => setFailing([]));
  }, []);
  useEffect(() => void readLostArchive().then(setLost), []);
  useEffect(() => watchSettings((settings) => setLocale(localeOf(settings))), []);
  useEffect(() => {
    document.title = `${translate(locale, 'libraryTitle')} · Pressmark`;
  }, [locale]);
  return (
    <Words locale={locale}>
      <Library
        contents={contents}
        storage={storage}
        doors={doors}
        lost={lost}
        projects={projects}
        failing={failing}
        coder={<CoderAtWork />}
        toReview={toReview}
        onLostRead={() => {
          setLost(null);
          void writeLostArchive(null);
        }}
      />
    </Words>
  );
}

void preparePage().then(({ locale }) => render(<App first={locale} />, document.getElementById('root')!));
void clearWorkingFiles();
