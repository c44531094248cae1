import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '@/components/theme.css';
import type { Look, ReaderDoors } from '@/components/reader/doors';
import { Reader } from '@/components/reader/Reader';
import type { KeysInForce } from '@/components/ui/use-keymap';
import { useWords, Words } from '@/components/words';
import { extractAgain, rawPageOf } from '@/utils/archive/raw-page';
import { openDatabase } from '@/utils/db/open';
import { readingOf, type Reading } from '@/utils/db/reading';
import { reprintsOf } from '@/utils/db/reprints';
import { watchArchive } from '@/utils/db/watch';
import type { Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, pageUrl, preparePage } from '@/utils/platform/page';
import { requestOrigins } from '@/utils/platform/permissions';
import { watchSettings, writeSettings, type Settings } from '@/utils/platform/settings';
import { CoderAtWork } from '../library/CoderAtWork';
import { loadExtractor } from './load-extractor';
import { SampleQueue } from './SampleQueue';
import { keysOf } from '../review/keys-of';
import { useToReview } from '../review/use-to-review';
import { usePictureSources } from './picture-sources';

const asked = new URLSearchParams(location.search);
const articleId = asked.get('article') ?? '';
const sampleId = asked.get('sample');

const lookOf = (settings: Settings): Look => ({
  size: settings.readerSize,
  measure: settings.readerMeasure,
  face: settings.readerFace,
});

type State = { is: 'loading' } | { is: 'failed' } | { is: 'read'; reading: Reading | null };

const elsewhere: ReaderDoors['elsewhere'] = {
  watch: (articleId, onValue) =>
    watchArchive(
      (db) => reprintsOf(db, articleId),
      onValue,
      // The article is shown by a watch of its own, which tells when the archive cannot be read.
      () => onValue({ others: [], dismissed: [] }),
    ),
  version: async (versionId) => (await (await openDatabase()).versions.get(versionId)) ?? null,
  judge: (articleId, otherId, isSame) => call('story/judge', { articleId, otherId, isSame }),
  open: (articleId) => void openPage('reader', { article: articleId }),
};

function Page({ look, setLook, keys }: { look: Look; setLook: (look: Look) => void; keys: KeysInForce }) {
  const { t } = useWords();
  const toReview = useToReview();
  const [versionId, setVersionId] = useState(asked.get('version'));
  const [state, setState] = useState<State>({ is: 'loading' });
  useEffect(
    () =>
      watchArchive(
        (db) => readingOf(db, articleId, versionId),
        (reading) => setState({ is: 'read', reading }),
        () => setState({ is: 'failed' }),
      ),
    [versionId],
  );
  const reading = state.is === 'read' ? state.reading : null;
  const sources = usePictureSources(reading?.pictures ?? []);
  const title = reading?.article.shown.title;
  useEffect(() => {
    if (title) document.title = `${title} · Pressmark`;
  }, [title]);

  if (!reading)
    return (
      <main class="reader-empty">
        <h1>Pressmark</h1>
        <p>
          {t(
            state.is === 'loading'
              ? 'readerLoading'
              : state.is === 'failed'
                ? 'readerFailed'
                : 'readerNotHere',
          )}
        </p>
        <button type="button" class="button" onClick={() => void openPage('library')}>
          {t('readerLibrary')}
        </button>
      </main>
    );

  const id = reading.article.id;
  const doors: ReaderDoors = {
    annotate: (made) => call('annotation/create', made),
    comment: (annotationId, comment) => call('annotation/comment', { annotationId, comment }),
    place: (annotationId, wanted, parts) =>
      call('annotation/place', { annotationId, versionId: wanted, parts }),
    move: (annotationId, wanted, parts) =>
      call('annotation/move', { annotationId, versionId: wanted, parts }),
    removeAnnotation: (annotationId) => call('annotation/remove', { annotationId }),
    code: (annotationId, tag) => call('coding/add', { annotationId, ...tag }),
    uncode: (annotationId, codeId) => call('coding/remove', { annotationId, codeId }),
    edit: (byHand, reset) => call('article/edit', { articleId: id, byHand, reset }),
    tag: (tag) => call('article/tag', { articleIds: [id], tag }),
    untag: (codeId) => call('article/untag', { articleIds: [id], codeId }),
    collect: (collectionId, isIn) => call('article/collect', { articleIds: [id], collectionId, isIn }),
    createCollection: (name) => call('collection/create', { name, parentId: null }),
    rawPage: async (wanted) => rawPageOf(await openDatabase(), wanted),
    extractAgain: async (version, page) => extractAgain(version, page, await loadExtractor()),
    derive: (fromVersionId, capture, how) => call('article/derive', { fromVersionId, capture, how }),
    setVariable: (codeId, value) =>
      value === null
        ? call('article/uncode', { articleId: id, codeId })
        : call('article/code', { articleId: id, codeId, value }),
    writeMemo: (body) => call('memo/write', { subjectType: 'article', subjectId: id, body }),
    setState: (wanted) => call('article/setState', { articleIds: [id], state: wanted }),
    undo: () => call('journal/undo', null),
    redo: () => call('journal/redo', null),
    fetchPictures: (retryRefused) => call('pictures/fetch', { articleId: id, retryRefused }),
    allowHost: (host) => requestOrigins([`*://${host}/*`]),
    elsewhere,
    openVersion: (wanted) => {
      const url = new URL(location.href);
      url.searchParams.set('version', wanted);
      history.replaceState(null, '', url);
      setVersionId(wanted);
    },
    compareVersions: (to) => void openPage('versions', { article: id, to }),
    openLibrary: () => void openPage('library'),
    openCodebook: () => void openPage('codebook'),
    openReview: () => void openPage('review'),
    openSettings: () => void openPage('settings'),
    print: () => window.print(),
    setLook,
  };
  return (
    <>
      <Reader
        {...{ reading, look, sources, doors, keys, toReview }}
        coder={<CoderAtWork />}
        first={asked.get('annotation')}
        attach={asked.get('attach')}
        onAttached={() => {
          if (asked.has('attach')) location.assign(pageUrl('review'));
        }}
      />
      {sampleId && <SampleQueue sampleId={sampleId} articleId={id} />}
    </>
  );
}

function App({ first }: { first: { settings: Settings; locale: Locale } }) {
  const [locale, setLocale] = useState(first.locale);
  const [look, setLook] = useState(lookOf(first.settings));
  const [settings, setSettings] = useState(first.settings);
  useEffect(
    () =>
      watchSettings((changed) => {
        setLocale(localeOf(changed));
        setLook(lookOf(changed));
        setSettings(changed);
      }),
    [],
  );
  const keysInForce = useMemo(() => keysOf(settings), [settings]);
  const keepLook = (wanted: Look) => {
    setLook(wanted);
    void writeSettings({
      readerSize: wanted.size,
      readerMeasure: wanted.measure,
      readerFace: wanted.face,
    });
  };
  return (
    <Words locale={locale}>
      <Page look={look} setLook={keepLook} keys={keysInForce} />
    </Words>
  );
}

void preparePage().then((first) => render(<App first={first} />, document.getElementById('root')!));
