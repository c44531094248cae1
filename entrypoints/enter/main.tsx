import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '@/components/theme.css';
import { EnterPage } from '@/components/enter/EnterPage';
import { knownNames } from '@/components/ui/known-names';
import type { KnownTag } from '@/components/ui/TagInput';
import { useWords, Words } from '@/components/words';
import { knownCodes, knownCollections } from '@/utils/db/saved-now';
import { watchArchive } from '@/utils/db/watch';
import type { Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { localeOf, pageUrl, preparePage } from '@/utils/platform/page';
import { watchSettings } from '@/utils/platform/settings';

function Page() {
  const { t } = useWords();
  const [codes, setCodes] = useState<KnownTag[]>([]);
  const [collections, setCollections] = useState<KnownTag[]>([]);
  useEffect(() => {
    document.title = `${t('enterHeading')} · ${t('extensionName')}`;
  }, [t]);
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
  return (
    <EnterPage
      codes={codes}
      collections={collections}
      onEnter={(entered) => call('article/enter', entered)}
      onCreateCollection={(name) => call('collection/create', { name, parentId: null })}
      onSaved={({ articleId }) => location.assign(pageUrl('reader', { article: articleId }))}
    />
  );
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
