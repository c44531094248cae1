/** The reader's frame: strip above, what is said and what went wrong, undo by key; below it the version that is open. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useKeymap, type KeysInForce } from '@/components/ui/use-keymap';
import { useWords } from '@/components/words';
import type { Reading } from '@/utils/db/reading';
import { isMessageKey } from '@/utils/locale/translate';
import type { Look, ReaderDoors } from './doors';
import { isWeb } from './Byline';
import { OpenVersion } from './OpenVersion';
import { TopBar } from './TopBar';
import './reader.css';
import './copy.css';
import './bar.css';
import './cards.css';
import './widths-and-print.css';

export interface ReaderProps {
  reading: Reading;
  look: Look;
  /** Hash of a kept picture → blob: address. */
  sources: ReadonlyMap<string, string>;
  doors: ReaderDoors;
  keys: KeysInForce;
  /** Highlights to review in the whole archive. */
  toReview: number;
  coder?: ComponentChildren;
  /** A highlight whose words are to be chosen, asked for from the review. */
  attach?: string | null;
  /** A highlight to begin at. */
  first?: string | null;
  onAttached?: () => void;
}

export function Reader(props: ReaderProps) {
  const {
    reading,
    look,
    sources,
    doors,
    keys,
    toReview,
    attach = null,
    first = null,
    onAttached = () => undefined,
  } = props;
  const { t, failure, moment } = useWords();
  const { article, version } = reading;
  const [said, setSaid] = useState('');
  // Long enough to be read aloud; then it no longer covers the text.
  useEffect(() => {
    const timer = said ? setTimeout(() => setSaid(''), 6000) : 0;
    return () => clearTimeout(timer);
  }, [said]);
  const [problem, setProblem] = useState('');
  const [isBinnedNow, setBinnedNow] = useState(false);

  /** Runs a command; a failure is told in a sentence. */
  async function told<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>) {
    const result = await answer;
    setProblem(result.ok ? '' : failure(result.error.code));
    return result.ok ? result.value : null;
  }

  async function travel(way: 'undo' | 'redo') {
    const done = await told(doors[way]());
    if (!done) return;
    const what = done.did && isMessageKey(done.did) ? t(done.did) : done.did;
    if (way === 'undo') setSaid(what ? t('readerUndid', what) : t('readerNothingToUndo'));
    else setSaid(what ? t('readerRedid', what) : t('readerNothingToRedo'));
  }

  // In a field, undo is the field's own.
  useKeymap(keys, { undo: () => void travel('undo'), redo: () => void travel('redo') });
  const [findTurn, setFindTurn] = useState(0);

  const bin = async () => {
    if ((await told(doors.setState('bin'))) === null && problem) return;
    setBinnedNow(true);
    setSaid(t('readerBinned'));
  };

  return (
    <div
      class={`reader ${look.face}`}
      style={`--reader-size:${look.size}px;--reader-measure:${look.measure}ch`}
    >
      <TopBar
        reading={reading}
        look={look}
        doors={doors}
        onUndo={() => void travel('undo')}
        onRedo={() => void travel('redo')}
        onBin={() => void bin()}
        onFind={() => setFindTurn((turn) => turn + 1)}
        toReview={toReview}
        coder={props.coder}
      />
      <output class="reader-said">{said}</output>
      {problem && (
        <p class="notice bad reader-problem" role="alert">
          {problem}
        </p>
      )}
      {article.state === 'bin' && (
        <p class="notice warn reader-problem">
          {isBinnedNow ? t('readerBinned') : t('readerInBin')}{' '}
          <button type="button" class="button" onClick={() => void told(doors.setState('inbox'))}>
            {t('readerRestore')}
          </button>
        </p>
      )}
      {reading.pageDiffersSince && version?.id === article.latestVersionId && (
        <p class="notice reader-problem">
          {t('readerPageDiffers', moment(reading.pageDiffersSince, 'long'))}{' '}
          {isWeb(article.url) && (
            <a href={article.url} target="_blank" rel="noopener noreferrer">
              {t('readerPageCompare')}
            </a>
          )}
        </p>
      )}
      {version ? (
        <OpenVersion
          key={version.id}
          {...{ reading, sources, doors, version, keys, attach, first, onAttached, findTurn, told }}
          onSaid={setSaid}
        />
      ) : (
        <main class="reader-empty">
          <h1>{article.shown.title}</h1>
          <p>{t('readerVersionMissing')}</p>
          <button type="button" class="button" onClick={() => doors.openVersion(article.latestVersionId)}>
            {t('readerLatest')}
          </button>
        </main>
      )}
    </div>
  );
}
