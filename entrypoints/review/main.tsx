import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '@/components/theme.css';
import type { ReviewDoors } from '@/components/review/doors';
import { ReviewPage } from '@/components/review/ReviewPage';
import { useWords, Words } from '@/components/words';
import { reviewItems, type ReviewItem } from '@/utils/db/review';
import { watchArchive } from '@/utils/db/watch';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, pageUrl, preparePage } from '@/utils/platform/page';
import { watchSettings, type Settings } from '@/utils/platform/settings';
import { keysOf } from './keys-of';

const doors: ReviewDoors = {
  accept: ({ annotationId, versionId, now }) =>
    call('annotation/place', { annotationId, versionId, parts: now?.parts ?? null }),
  orphan: ({ annotationId, versionId }) => call('annotation/place', { annotationId, versionId, parts: null }),
  attach: ({ articleId, annotationId }) =>
    location.assign(pageUrl('reader', { article: articleId, attach: annotationId })),
  open: ({ articleId }) => void openPage('reader', { article: articleId }),
  openLibrary: () => void openPage('library'),
  undo: () => call('journal/undo', null),
  redo: () => call('journal/redo', null),
};

function Page({ settings }: { settings: Settings }) {
  const { t } = useWords();
  const [items, setItems] = useState<ReviewItem[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const keys = useMemo(() => keysOf(settings), [settings]);
  useEffect(
    () =>
      watchArchive(
        reviewItems,
        (now) => {
          setItems(now);
          setFailed(false);
        },
        () => setFailed(true),
      ),
    [],
  );
  useEffect(() => {
    document.title = `${t('reviewTitle')} · Pressmark`;
  }, [t]);
  return <ReviewPage items={items} hasFailed={hasFailed} keys={keys} doors={doors} />;
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

void preparePage().then(({ settings }) => render(<App first={settings} />, document.getElementById('root')!));
