import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '@/components/theme.css';
import { BatchPage } from '@/components/batch/BatchPage';
import type { BatchDoors, Choice } from '@/components/batch/doors';
import { knownNames } from '@/components/ui/known-names';
import type { KnownTag } from '@/components/ui/TagInput';
import { useWords, Words } from '@/components/words';
import { savedAmong } from '@/utils/archive/find-article';
import { addressShape } from '@/utils/article/address';
import { addressesOf, addressIds, allAddresses, batchesNow } from '@/utils/db/batches';
import { openDatabase } from '@/utils/db/open';
import type { Batch } from '@/utils/db/records';
import { knownCodes, knownCollections } from '@/utils/db/saved-now';
import { watchArchive } from '@/utils/db/watch';
import type { Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, pageUrl, preparePage } from '@/utils/platform/page';
import { requestOrigins, requestTabs } from '@/utils/platform/permissions';
import { watchSettings } from '@/utils/platform/settings';
import { webTabs } from '@/utils/platform/tabs';

/** `batch.html?tab=ID`: opened from the popup over that tab. */
const fromTab = new URLSearchParams(location.search).get('tab');

async function openTabs(): Promise<Choice[]> {
  const tabs = new Map((await webTabs()).map((tab) => [tab.url, tab]));
  const saved = await savedAmong(await openDatabase(), [...tabs.keys()]);
  return [...tabs.values()].map(({ url, title }) => {
    const shape = addressShape(url);
    return { url, title, isArticle: shape === 'article' || shape === 'unknown', isSaved: saved.has(url) };
  });
}

/** Where the archive cannot be read any more the page says so as a whole; these views only stand still. */
const standStill = () => undefined;

const doors: BatchDoors = {
  create: (wish) => call('batch/create', wish),
  createCollection: (name) => call('collection/create', { name, parentId: null }),
  setState: (batchId, state) => call('batch/setState', { batchId, state }),
  retry: (batchId, ids) => call('batch/retry', { batchId, ids }),
  remove: (batchId) => call('batch/remove', { batchId }),
  allowOrigins: requestOrigins,
  allowTabs: requestTabs,
  openTabs,
  links: fromTab === null ? null : () => call('page/links', { tabId: Number(fromTab) }),
  ids: async (batchId, states) => addressIds(await openDatabase(), batchId, states),
  watchRows: (ids, onRows) => watchArchive((db) => addressesOf(db, ids), onRows, standStill),
  allRows: async (batchId) => allAddresses(await openDatabase(), batchId),
  readerHref: (article) => pageUrl('reader', { article }),
  openLibrary: () => void openPage('library'),
};

function Page() {
  const { t, failure } = useWords();
  const [batches, setBatches] = useState<Batch[] | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [codes, setCodes] = useState<KnownTag[]>([]);
  const [collections, setCollections] = useState<KnownTag[]>([]);
  useEffect(() => {
    document.title = `${t('batchTitle')} · ${t('extensionName')}`;
  }, [t]);
  useEffect(() => watchArchive(batchesNow, setBatches, () => setFailed(true)), []);
  useEffect(() => watchArchive(knownCodes, setCodes, standStill), []);
  useEffect(
    () => watchArchive(knownCollections, (known) => setCollections(knownNames(known)), standStill),
    [],
  );
  if (!batches)
    return (
      <main class="batch">
        <h1>{t('batchTitle')}</h1>
        {isFailed ? (
          <p class="notice bad" role="alert">
            {failure('storageBroken')}
          </p>
        ) : (
          <output class="soft">{t('batchLoading')}</output>
        )}
      </main>
    );
  return <BatchPage batches={batches} codes={codes} collections={collections} doors={doors} />;
}

function App({ first }: { first: Locale }) {
  const [locale, setLocale] = useState(first);
  useEffect(() => watchSettings((settings) => setLocale(localeOf(settings))), []);
  return (
    <Words locale={locale}>
      <Page />
    </Words>
  );
}

void preparePage().then(({ locale }) => render(<App first={locale} />, document.getElementById('root')!));
