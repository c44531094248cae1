import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '@/components/theme.css';
import type { PopupDoors } from '@/components/popup/doors';
import { Popup } from '@/components/popup/Popup';
import { knownNames } from '@/components/ui/known-names';
import type { KnownTag } from '@/components/ui/TagInput';
import { Words } from '@/components/words';
import { knownCodes, knownCollections, savedArticleNow } from '@/utils/db/saved-now';
import { projectsNow } from '@/utils/db/projects';
import { watchArchive } from '@/utils/db/watch';
import type { Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, preparePage } from '@/utils/platform/page';
import { hasOrigins, originOf, removeOrigins, requestOrigins } from '@/utils/platform/permissions';
import { watchSettings } from '@/utils/platform/settings';
import { hasSidePanel, openSidePanel } from '@/utils/platform/side-panel';
import { activeTab, tabSeen } from '@/utils/platform/tabs';
import './style.css';

/** `popup.html?tab=ID` shows the popup for that tab in a tab of its own, where there is no toolbar to press. */
const wantedTab = new URLSearchParams(location.search).get('tab');

async function setWatched(url: string, isWatched: boolean): Promise<boolean> {
  const origins = [originOf(url)];
  const changed = await (isWatched ? requestOrigins(origins) : removeOrigins(origins)).catch(() => false);
  if (changed) await call('sites/changed', null);
  return hasOrigins(origins);
}

const doors: PopupDoors = {
  tab: () => (wantedTab ? tabSeen(Number(wantedTab)) : activeTab()),
  capture: (tabId) => call('page/capture', { tabId }),
  save: (tabId, capture, wishes) => call('article/save', { tabId, capture, wishes }),
  edit: (articleId, byHand, reset) => call('article/edit', { articleId, byHand, reset }),
  tag: (articleId, tag) => call('article/tag', { articleIds: [articleId], tag }),
  untag: (articleId, codeId) => call('article/untag', { articleIds: [articleId], codeId }),
  collect: (articleId, collectionId, isIn) =>
    call('article/collect', { articleIds: [articleId], collectionId, isIn }),
  createCollection: (name) => call('collection/create', { name, parentId: null }),
  restore: (articleId) => call('article/setState', { articleIds: [articleId], state: 'inbox' }),
  undo: () => call('journal/undo', null),
  fetchPictures: (articleId) => call('pictures/fetch', { articleId, retryRefused: false }),
  allowHosts: (hosts) => requestOrigins(hosts.map((host) => `*://${host}/*`)),
  isWatched: (url) => hasOrigins([originOf(url)]),
  setWatched,
  watchSaved: (articleId, onValue) =>
    watchArchive(
      (db) => savedArticleNow(db, articleId),
      onValue,
      // The saved state is told by the answer to the save; without this live view only counts are missing.
      () => undefined,
    ),
  showHighlights: async () => {
    const tab = await doors.tab();
    if (!tab) return { ok: false, error: { code: 'pageGone' } };
    const answer = await call('page/show', { tabId: tab.id });
    if (answer.ok) window.close();
    return answer;
  },
  openPanel: hasSidePanel() ? () => void openSidePanel().then(() => window.close()) : null,
  open: (page, params) => void openPage(page, params).then(() => window.close()),
};

function App({ first }: { first: Locale }) {
  const [locale, setLocale] = useState(first);
  const [codes, setCodes] = useState<KnownTag[]>([]);
  const [collections, setCollections] = useState<KnownTag[]>([]);
  const [study, setStudy] = useState<string | null>(null);
  useEffect(() => watchSettings((settings) => setLocale(localeOf(settings))), []);
  useEffect(() => watchArchive(knownCodes, setCodes, () => setCodes([])), []);
  useEffect(
    () =>
      watchArchive(
        knownCollections,
        (known) => setCollections(knownNames(known)),
        () => setCollections([]),
      ),
    [],
  );
  useEffect(
    () =>
      watchArchive(
        projectsNow,
        ({ projects, currentId }) =>
          setStudy(projects.length > 1 ? (projects.find(({ id }) => id === currentId)?.name ?? null) : null),
        () => setStudy(null),
      ),
    [],
  );
  return (
    <Words locale={locale}>
      <Popup doors={doors} codes={codes} collections={collections} study={study} />
    </Words>
  );
}

void preparePage().then(({ locale }) => render(<App first={locale} />, document.getElementById('root')!));
