/** The reader: a saved version's clean copy, its sources, and the highlights beside it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { Described } from '@/utils/annotation/describe';
import { inTextOrder } from '@/utils/annotation/order';
import type { Version } from '@/utils/db/records';
import type { ReadAnnotation, Reading } from '@/utils/db/reading';
import { isMessageKey } from '@/utils/locale/translate';
import { AnnotationCard, briefly, type CardCallbacks } from './AnnotationCard';
import { Byline } from './Byline';
import { CopyView } from './CopyView';
import type { Look, ReaderDoors } from './doors';
import { Shelf } from './Shelf';
import { Sources } from './Sources';
import { TopBar } from './TopBar';
import type { Passages } from './use-passages';
import './reader.css';

export interface ReaderProps {
  reading: Reading;
  look: Look;
  /** Hash of a kept picture → blob: address. */
  sources: ReadonlyMap<string, string>;
  doors: ReaderDoors;
}

type Focus = { id: string; on: 'card' | 'comment' } | null;

export function Reader({ reading, look, sources, doors }: ReaderProps) {
  const { t, failure } = useWords();
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

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      // In a field, undo is the field's own.
      if ((event.target as Element | null)?.closest?.('input,textarea,select')) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void travel(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

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
      {version ? (
        <Open key={version.id} {...{ reading, sources, doors, version, told, look }} onSaid={setSaid} />
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

type Told = <T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>,
) => Promise<T | null>;

interface OpenProps extends ReaderProps {
  version: Version;
  told: Told;
  onSaid: (said: string) => void;
}

function Open({ reading, sources, doors, version, told, onSaid }: OpenProps) {
  const { t, number, moment } = useWords();
  const { article, codes, pictures } = reading;
  const [open, setOpen] = useState<string | null>(null);
  const [focus, setFocus] = useState<Focus>(null);
  const passages = useRef<Passages | null>(null);
  const [incomplete, setIncomplete] = useState<ReadonlySet<string>>(new Set());
  const annotations = useMemo(() => inTextOrder(reading.annotations), [reading.annotations]);
  const lang = article.shown.language ?? undefined;
  const list = useRef<HTMLElement>(null);

  async function make({ parts, quote }: Described, what: TagValue | 'highlight' | 'comment') {
    const tag = typeof what === 'string' ? null : what;
    const made = await told(
      doors.annotate({
        articleId: article.id,
        versionId: version.id,
        parts,
        quote,
        comment: '',
        codeIds: tag?.id ? [tag.id] : [],
        newTags: tag && !tag.id ? [tag.name] : [],
        origin: 'saved',
      }),
    );
    if (!made) return;
    onSaid(
      tag ? t('readerMadeTagged', briefly(quote.exact), tag.name) : t('readerMade', briefly(quote.exact)),
    );
    if (what === 'comment') {
      setOpen(made.annotationId);
      setFocus({ id: made.annotationId, on: 'comment' });
    }
  }

  async function remove(annotation: ReadAnnotation) {
    const at = annotations.indexOf(annotation);
    const next = annotations[at + 1] ?? annotations[at - 1];
    const result = await doors.removeAnnotation(annotation.id);
    await told(Promise.resolve(result));
    if (!result.ok) return;
    onSaid(t('readerGone', briefly(annotation.quote.exact)));
    if (open === annotation.id) setOpen(null);
    if (next) setFocus({ id: next.id, on: 'card' });
    else list.current?.focus();
  }

  function show(id: string) {
    setOpen(id);
    const first = passages.current?.rangesOf(id)[0];
    const element = first?.startContainer.parentElement;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
    element?.closest('[data-block]')?.animate?.([{ background: 'var(--accent-wash)' }, {}], still ? 1 : 900);
  }

  const callbacks: CardCallbacks = {
    onShow: show,
    onOpen: setOpen,
    onTag: (id, tag) => void told(doors.code(id, tag.id ? { codeId: tag.id } : { newTag: tag.name })),
    onUntag: (id, codeId) => void told(doors.uncode(id, codeId)),
    onComment: (id, comment) => void told(doors.comment(id, comment)),
    onRemove: (annotation) => void remove(annotation),
  };
  const waiting = pictures.filter(({ outcome }) => outcome === 'pending').length;

  return (
    <div class="reader-body">
      <main class="reader-main">
        {version.id !== article.latestVersionId && (
          <p class="notice warn reader-problem">
            {t('readerOlder')}{' '}
            <button type="button" class="button" onClick={() => doors.openVersion(article.latestVersionId)}>
              {t('readerLatest')}
            </button>
          </p>
        )}
        {waiting > 0 && (
          <p class="reader-progress">
            <progress
              max={pictures.length}
              value={pictures.length - waiting}
              aria-label={t('readerPicturesProgress', pictures.length - waiting, pictures.length)}
            />{' '}
            {t('readerPicturesProgress', number(pictures.length - waiting), number(pictures.length))}
          </p>
        )}
        <CopyView
          version={version}
          annotations={annotations}
          codes={codes}
          pictures={pictures}
          sources={sources}
          lang={lang}
          open={open}
          byline={<Byline article={article} version={version} />}
          onMake={(described, what) => void make(described, what)}
          onPick={(id) => {
            setOpen(id);
            setFocus({ id, on: 'card' });
          }}
          onPassages={(now) => {
            passages.current = now;
            setIncomplete(now.incomplete);
          }}
          onAllow={(host) =>
            void doors.allowHost(host).then((allowed) => allowed && told(doors.fetchPictures(false)))
          }
          onRetry={() => void told(doors.fetchPictures(true))}
        />
        <footer class="reader-colophon">
          <p>{t('readerColophon', article.shown.outlet ?? article.shown.title)}</p>
          <p>{version.circumstances.pageUrl}</p>
          <p>
            {t('readerCapturedAt')}: {moment(version.capturedAt, 'long')} ({version.circumstances.capturedAt})
          </p>
          <p>
            {t('readerTextHash')}: {version.textSha}
          </p>
        </footer>
        <Shelf reading={reading} doors={doors} told={(answer) => void told(answer as never)} />
        <Sources
          article={article}
          version={version}
          onEdit={(byHand, reset) => void told(doors.edit(byHand, reset))}
        />
      </main>
      <aside
        ref={list}
        class="reader-side"
        aria-label={t('readerHighlights')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- takes the focus when the last card went; scrolls
        tabIndex={0}
      >
        <h2>
          {t('readerHighlights')} <span class="reader-count">{number(annotations.length)}</span>
        </h2>
        {annotations.length === 0 && <p class="reader-hint">{t('readerNoHighlights')}</p>}
        <ol class="reader-cards">
          {annotations.map((annotation) => (
            <li key={annotation.id}>
              <AnnotationCard
                annotation={annotation}
                codes={codes}
                lang={lang}
                isOpen={open === annotation.id}
                focus={focus?.id === annotation.id ? focus.on : null}
                isIncomplete={incomplete.has(annotation.id)}
                {...callbacks}
              />
            </li>
          ))}
        </ol>
        <details class="reader-keys">
          <summary>{t('readerKeys')}</summary>
          <p>{t('readerKeysText')}</p>
        </details>
      </aside>
    </div>
  );
}
