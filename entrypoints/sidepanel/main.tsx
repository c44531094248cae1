import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '@/components/theme.css';
import { PanelPage, type PanelDoors, type PanelPlace } from '@/components/panel/PanelPage';
import { Words } from '@/components/words';
import { readingOf, type Reading } from '@/utils/db/reading';
import { watchArchive } from '@/utils/db/watch';
import type { Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { pageCall, parsePageState } from '@/utils/messaging/page-calls';
import { localeOf, openPage, preparePage } from '@/utils/platform/page';
import { onMessage } from '@/utils/platform/runtime';
import { watchSettings } from '@/utils/platform/settings';
import { followFrontTab } from '@/utils/platform/side-panel';
import { activeTab, sendToTab, tabSeen } from '@/utils/platform/tabs';

/** `sidepanel.html?tab=ID` shows the panel for that tab in a tab of its own. */
const wantedTab = new URLSearchParams(location.search).get('tab');
const frontTab = () => (wantedTab ? tabSeen(Number(wantedTab)) : activeTab());

/** What the tab in front shows: the annotator's word, or the archive's where none runs and the address may be seen. */
async function placeNow(): Promise<PanelPlace> {
  const tab = await frontTab();
  if (!tab) return { tabId: null, articleId: null, state: null };
  const answer = await sendToTab(tab.id, pageCall({ is: 'state' })).catch(() => null);
  const state = parsePageState(answer);
  if (state?.articleId) return { tabId: tab.id, articleId: state.articleId, state };
  const known = tab.url?.startsWith('http') ? await call('article/find', { addresses: [tab.url] }) : null;
  const found = known?.ok && known.value && known.value.state !== 'bin' ? known.value.articleId : null;
  return { tabId: tab.id, articleId: found, state: null };
}

function Panel() {
  const [place, setPlace] = useState<PanelPlace>({ tabId: null, articleId: null, state: null });
  const [reading, setReading] = useState<Reading | null>(null);
  const { articleId, tabId } = place;

  useEffect(() => {
    const look = () => void placeNow().then(setPlace);
    look();
    return followFrontTab(look);
  }, []);

  useEffect(() => {
    // A listener of this page lives as long as the page: it asks which tab is in front when it hears something.
    onMessage((message, sender) => {
      const state = parseReport(message);
      if (!state || sender.tabId === null) return undefined;
      void frontTab().then((tab) => {
        if (tab?.id === sender.tabId) setPlace({ tabId: tab.id, articleId: state.articleId, state });
      });
      return undefined;
    });
  }, []);

  useEffect(() => {
    setReading(null);
    if (!articleId) return undefined;
    return watchArchive(
      (db) => readingOf(db, articleId),
      setReading,
      () => setReading(null),
    );
  }, [articleId]);

  const doors: PanelDoors = {
    goTo: (annotationId) => {
      if (tabId !== null) void sendToTab(tabId, pageCall({ is: 'goTo', annotationId })).catch(() => null);
    },
    show: async () => {
      if (tabId === null) return { ok: false, error: { code: 'pageGone' } };
      const answer = await call('page/show', { tabId });
      setPlace(await placeNow());
      return answer;
    },
    comment: (annotationId, comment) => call('annotation/comment', { annotationId, comment }),
    remove: (annotationId) => call('annotation/remove', { annotationId }),
    code: (annotationId, tag) => call('coding/add', { annotationId, ...tag }),
    uncode: (annotationId, codeId) => call('coding/remove', { annotationId, codeId }),
    undo: () => call('journal/undo', null),
    openReader: (id) => void openPage('reader', { article: id }),
    openLibrary: () => void openPage('library'),
  };
  return <PanelPage place={place} reading={reading} doors={doors} />;
}

const parseReport = (message: unknown) =>
  typeof message === 'object' && message !== null && 'pressmarkPageState' in message
    ? parsePageState(message)
    : null;

function App({ first }: { first: Locale }) {
  const [locale, setLocale] = useState(first);
  useEffect(() => watchSettings((settings) => setLocale(localeOf(settings))), []);
  return (
    <Words locale={locale}>
      <Panel />
    </Words>
  );
}

void preparePage().then(({ locale }) => render(<App first={locale} />, document.getElementById('root')!));
