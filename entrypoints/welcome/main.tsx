import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '@/components/theme.css';
import { WelcomePage } from '@/components/welcome/WelcomePage';
import { useWords, Words } from '@/components/words';
import { OUTLETS, pressOrigins } from '@/utils/article/outlets';
import type { Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, preparePage } from '@/utils/platform/page';
import { watchSettings, writeSettings } from '@/utils/platform/settings';
import { shortcuts } from '@/utils/platform/shortcuts';
import { chooseSites, watchSites, type SitesNow } from '@/utils/platform/sites';
import { askToPersist } from '@/utils/platform/storage-state';

const PRESS = pressOrigins();
const PAPERS = OUTLETS.map((outlet) => ({ name: outlet.name, host: outlet.hosts[0] ?? '' }));

function Page() {
  const { t } = useWords();
  const [sites, setSites] = useState<SitesNow>({ mode: 'click', allowed: [] });
  const [isPersisted, setPersisted] = useState<boolean | null>(null);
  const [shortcut, setShortcut] = useState('');
  const persist = () => void askToPersist().then(setPersisted, () => setPersisted(false));
  useEffect(() => {
    document.title = `${t('welcomeHeading')} · ${t('extensionName')}`;
  }, [t]);
  useEffect(() => watchSites(PRESS, setSites), []);
  // With unlimitedStorage the browsers answer without a prompt, so it is asked at once and the answer shown.
  useEffect(persist, []);
  useEffect(() => void shortcuts().then((keys) => setShortcut(keys['save-page'] ?? '')), []);
  return (
    <WelcomePage
      mode={sites.mode}
      papers={PAPERS}
      onChooseSites={async (mode) => {
        const isGranted = await chooseSites(mode, PRESS);
        if (isGranted) await Promise.all([writeSettings({ sites: mode }), call('sites/changed', null)]);
        return isGranted;
      }}
      isPersisted={isPersisted}
      onPersist={persist}
      shortcut={shortcut}
      onOpenLibrary={() => void openPage('library')}
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
