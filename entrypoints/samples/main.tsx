import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '@/components/theme.css';
import type { SamplesDoors } from '@/components/samples/doors';
import { SamplesPage } from '@/components/samples/SamplesPage';
import { useWords, Words } from '@/components/words';
import { listCollections } from '@/utils/db/articles';
import {
  codersNow,
  queueOf,
  samplesNow,
  type CodersNow,
  type Queue,
  type SampleNow,
} from '@/utils/db/samples';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { watchArchive } from '@/utils/db/watch';
import type { Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, pageUrl, preparePage } from '@/utils/platform/page';
import { watchSettings } from '@/utils/platform/settings';

interface Now {
  coders: CodersNow;
  samples: SampleNow[];
  queues: Map<string, Queue>;
  collections: { id: string; name: string }[];
}

const doors: SamplesDoors = {
  draw: (wish) => call('sample/draw', wish),
  editSample: (sampleId, patch) => call('sample/edit', { sampleId, ...patch }),
  removeSample: (sampleId) => call('sample/remove', { sampleId }),
  finish: (sampleId, articleId, isDone) => call('sample/finish', { sampleId, articleId, isDone }),
  switchCoder: (coderId) => call('coder/switch', { coderId }),
  undo: () => call('journal/undo', null),
  redo: () => call('journal/redo', null),
  readerHref: (article, sample) => pageUrl('reader', { article, sample }),
  openLibrary: () => void openPage('library'),
  openSettings: () => void openPage('settings'),
  newSeed: () => String(crypto.getRandomValues(new Uint32Array(1))[0]! % 100_000_000),
};

async function look(db: PressmarkDatabase): Promise<Now> {
  const [coders, samples, collections] = await Promise.all([
    codersNow(db),
    samplesNow(db),
    listCollections(db),
  ]);
  const queues = new Map<string, Queue>();
  for (const { id } of samples) {
    const queue = await queueOf(db, id);
    if (queue) queues.set(id, queue);
  }
  return { coders, samples, queues, collections };
}

function Page() {
  const { t } = useWords();
  const [now, setNow] = useState<Now | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    document.title = `${t('samplesTitle')} · ${t('extensionName')}`;
  }, [t]);
  useEffect(() => watchArchive(look, setNow, () => setFailed(true)), []);
  if (!now) return <main class="samples">{isFailed && <p role="alert">{t('readerFailed')}</p>}</main>;
  return <SamplesPage {...now} doors={doors} />;
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

// The background makes the first coder; a page opened before that has none to show.
void call('journal/state', null);
void preparePage().then(({ locale }) => render(<App first={locale} />, document.getElementById('root')!));
