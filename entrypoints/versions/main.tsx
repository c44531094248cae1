import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '@/components/theme.css';
import { LIVE, type VersionsDoors } from '@/components/versions/doors';
import { countVerdicts } from '@/components/versions/verdict-counts';
import { VersionsPage } from '@/components/versions/VersionsPage';
import { useWords, Words } from '@/components/words';
import { placeHighlights } from '@/utils/annotation/place-highlights';
import { BY_HAND } from '@/utils/article/corrected-capture';
import type { Capture } from '@/utils/article/types';
import { readingOf, type Reading } from '@/utils/db/reading';
import type { Version } from '@/utils/db/records';
import { watchArchive } from '@/utils/db/watch';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, preparePage } from '@/utils/platform/page';
import { watchSettings, type Settings } from '@/utils/platform/settings';
import { keysOf } from '../review/keys-of';

const asked = new URLSearchParams(location.search);
const articleId = asked.get('article') ?? '';
/** The tab whose page is the second side. */
const tabId = asked.has('tab') ? Number(asked.get('tab')) : null;

interface Live {
  capture: Capture & { capturedAt: string };
  fromVersionId: string | null;
}

type LiveState = { is: 'none' | 'reading' | 'failed' } | ({ is: 'read' } & Live);

/** The page in its tab, read once. */
function useLive(): LiveState {
  const [live, setLive] = useState<LiveState>({ is: tabId === null ? 'none' : 'reading' });
  useEffect(() => {
    if (tabId === null) return;
    void call('page/capture', { tabId }).then((answer) => {
      const isThis = answer.ok && answer.value.known?.articleId === articleId;
      if (!isThis) return setLive({ is: 'failed' });
      const { change } = answer.value;
      const capture = { ...answer.value.capture, capturedAt: new Date().toISOString() };
      setLive({ is: 'read', capture, fromVersionId: change?.fromVersionId ?? null });
    });
  }, []);
  return live;
}

interface Chosen {
  from: string | null;
  to: string | null;
}

/** What both sides hold; null while it is read. */
interface Sides {
  reading: Reading;
  from: Version;
  to: Version | null;
}

function useSides({ from, to }: Chosen): Sides | 'one' | 'missing' | null {
  const [sides, setSides] = useState<Sides | 'one' | 'missing' | null>(null);
  useEffect(
    () =>
      watchArchive(
        async (db): Promise<Sides | 'one' | 'missing'> => {
          const isLive = to === LIVE;
          const reading = await readingOf(db, articleId, isLive ? from : to);
          if (!reading?.version) return 'missing';
          if (isLive) return { reading, from: reading.version, to: null };
          const { version, versions } = reading;
          const at = versions.findIndex(({ id }) => id === version.id);
          const before = from ?? versions[at + 1]?.id ?? versions.find(({ id }) => id !== version.id)?.id;
          if (before === undefined) return 'one';
          const old = await db.versions.get(before);
          return old ? { reading, from: old, to: version } : 'missing';
        },
        setSides,
        () => setSides('missing'),
      ),
    [from, to],
  );
  return sides;
}

function Page({ settings }: { settings: Settings }) {
  const { t } = useWords();
  const live = useLive();
  const [chosen, setChosen] = useState<Chosen>({ from: asked.get('from'), to: asked.get('to') });
  const wantsLive = chosen.to === null && live.is === 'read';
  const wanted: Chosen = wantsLive ? { from: chosen.from ?? live.fromVersionId, to: LIVE } : chosen;
  const sides = useSides(live.is === 'reading' ? { from: null, to: null } : wanted);
  const keys = useMemo(() => keysOf(settings), [settings]);
  const title = typeof sides === 'object' ? sides?.reading.article.shown.title : undefined;
  useEffect(() => {
    document.title = title ? `${t('versionsTitle')}: ${title}` : t('versionsTitle');
  }, [t, title]);
  const now = live.is === 'read' ? live.capture : null;
  const verdicts = useMemo(() => {
    if (!sides || typeof sides !== 'object') return countVerdicts([]);
    const { reading, from, to } = sides;
    if (to) return countVerdicts(reading.annotations.flatMap(({ verdict }) => verdict ?? []));
    const standing = reading.annotations.filter(({ parts }) => parts.length > 0);
    return countVerdicts(now ? placeHighlights(from, now, standing).map(({ verdict }) => verdict) : []);
  }, [sides, now]);

  const doors: VersionsDoors = {
    choose: (from, to) => setChosen({ from, to }),
    saveLive: async () => {
      if (!now || tabId === null) return { ok: false, error: { code: 'pageGone' } };
      const answer = await call('article/save', {
        tabId,
        capture: now,
        wishes: { byHand: {}, tags: [], collections: [] },
      });
      if (answer.ok) setChosen({ from: wanted.from, to: answer.value.versionId });
      return answer;
    },
    openReader: (version) =>
      void openPage('reader', version ? { article: articleId, version } : { article: articleId }),
    openReview: () => void openPage('review'),
  };

  if (live.is === 'reading' || sides === null || typeof sides === 'string')
    return (
      <main class="versions-waiting">
        <h1>{t('versionsTitle')}</h1>
        <output>
          {t(
            live.is === 'failed'
              ? 'versionsPageGone'
              : live.is === 'reading' || sides === null
                ? 'readerLoading'
                : sides === 'one'
                  ? 'versionsOne'
                  : 'readerVersionMissing',
          )}
        </output>
        <button type="button" class="button" onClick={() => doors.openReader(null)}>
          {t('versionsReader')}
        </button>
      </main>
    );
  const { reading, from, to } = sides;
  const side = to ?? now;
  if (!side) return null;
  const isBack =
    to !== null && isLater(reading, to.id) && Date.parse(to.capturedAt) < Date.parse(from.capturedAt);
  return (
    <VersionsPage
      key={`${from.id} ${to?.id ?? LIVE}`}
      title={reading.article.shown.title}
      lang={reading.article.shown.language ?? undefined}
      versions={reading.versions}
      fromId={from.id}
      toId={to?.id ?? LIVE}
      from={from}
      to={side}
      hasLive={now !== null}
      notices={[
        ...(live.is === 'failed' ? [t('versionsPageGone')] : []),
        ...(isBack ? [t('versionsClock')] : []),
        ...([from, to].some((one) => one?.circumstances.extractor === BY_HAND) ? [t('versionsByHand')] : []),
      ]}
      verdicts={verdicts}
      keys={keys}
      doors={doors}
    />
  );
}

/** The newest version is the one that the article names, whatever the clock said. */
const isLater = ({ article }: Reading, versionId: string) => article.latestVersionId === versionId;

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
